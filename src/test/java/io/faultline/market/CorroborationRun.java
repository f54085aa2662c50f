package io.faultline.market;

import java.util.ArrayList;
import java.util.List;

/** Takes prints one after the other through a {@link Corroboration} of 2 %, and keeps what is to be remembered. */
final class CorroborationRun {

    static final double BEYOND = 0.02;

    final List<Print> dropped = new ArrayList<>();
    RecentPrints recent = RecentPrints.none();
    Print held;

    private final Corroboration corroboration = new Corroboration(BEYOND);
    private final ReferenceClose reference;
    private int prints;

    /** With a reference close, or null for none. */
    CorroborationRun(Double referenceClose) {
        reference = referenceClose == null
                ? null
                : new ReferenceClose(referenceClose, TradingDay.parse("2025-01-24"), false);
    }

    /** An ordinary print with an id and a time of its own. */
    CorroborationRun print(double price) {
        prints++;
        return take(new Print("p" + prints, price, prints), false);
    }

    CorroborationRun auction(double price) {
        prints++;
        return take(new Print("p" + prints, price, prints), true);
    }

    CorroborationRun take(Print print, boolean auction) {
        Corroboration.Outcome outcome = corroboration.judge(recent, reference, held, print, auction);
        for (Print accepted : outcome.accepted()) {
            recent = recent.plus(accepted);
        }
        held = outcome.held();
        if (outcome.dropped() != null) {
            dropped.add(outcome.dropped());
        }
        return this;
    }

    /** The last price; null before the first accepted print. */
    Double last() {
        return recent.last() == null ? null : recent.last().price();
    }
}
