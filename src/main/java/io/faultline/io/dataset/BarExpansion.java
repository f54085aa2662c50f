package io.faultline.io.dataset;

import io.faultline.market.Tick;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints that a bar stands for. Intraday: open at the bar's start, the two extremes at a third and two thirds of it, the
 * close at its end; the low comes first in a bar that rose, the high in one that fell; the last bar of a session ends in its
 * closing auction. Daily: open and close only, as
 * auction prints, since the extremes of different listings are not simultaneous. Without an open there is only the close.
 */
final class BarExpansion {

    private static final double SIZE = 100;

    private BarExpansion() {}

    /** The prints of one bar, in time order. */
    static List<Tick> prints(Bar bar, DailyPrints dailyPrints) {
        return bar.daily() ? daily(bar, dailyPrints) : intraday(bar);
    }

    private static List<Tick> daily(Bar bar, DailyPrints dailyPrints) {
        List<Tick> prints = new ArrayList<>(2);
        if (dailyPrints == DailyPrints.OPEN_AND_CLOSE && !Double.isNaN(bar.open())) {
            prints.add(bar.tape().print(bar.from(), bar.open(), SIZE, id(bar, "o"), Tape.OPENING_AUCTION));
        }
        prints.add(bar.tape().print(bar.to(), bar.close(), SIZE, id(bar, "c"), Tape.CLOSING_AUCTION));
        return prints;
    }

    private static List<Tick> intraday(Bar bar) {
        List<Tick> prints = new ArrayList<>(4);
        if (!Double.isNaN(bar.open())) {
            prints.add(print(bar, bar.from(), bar.open(), "o"));
            if (!Double.isNaN(bar.high()) && !Double.isNaN(bar.low())) {
                boolean rose = bar.close() >= bar.open();
                long third = (bar.to() - bar.from()) / 3;
                prints.add(print(bar, bar.from() + third, rose ? bar.low() : bar.high(), "x"));
                prints.add(print(bar, bar.from() + 2 * third, rose ? bar.high() : bar.low(), "y"));
            }
        }
        prints.add(
                bar.closing()
                        ? bar.tape().print(bar.to(), bar.close(), SIZE, id(bar, "c"), Tape.CLOSING_AUCTION)
                        : print(bar, bar.to(), bar.close(), "c"));
        return prints;
    }

    private static Tick print(Bar bar, long ts, double price, String part) {
        return bar.tape().print(ts, price, SIZE, id(bar, part));
    }

    private static String id(Bar bar, String part) {
        int secondOfDay = Instant.ofEpochMilli(bar.from())
                .atOffset(ZoneOffset.UTC)
                .toLocalTime()
                .toSecondOfDay();
        return secondOfDay + part;
    }
}
