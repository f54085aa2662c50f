package io.faultline.app.backtest;

import io.faultline.market.TradingDay;
import java.util.Comparator;

/**
 * One session of one sector; ordered by date.
 *
 * @param date session of the sector's home market
 * @param sector sector id
 */
record SectorDay(TradingDay date, String sector) implements Comparable<SectorDay> {

    private static final Comparator<SectorDay> ORDER =
            Comparator.comparing(SectorDay::date).thenComparing(SectorDay::sector);

    @Override
    public int compareTo(SectorDay other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return date + " " + sector;
    }
}
