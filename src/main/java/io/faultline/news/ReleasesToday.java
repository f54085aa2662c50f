package io.faultline.news;

/**
 * How many releases of one chain were told on a UTC day: names can be invented faster than models are made. Those of earlier
 * days that come late have as many places of their own, so that a backfill takes none from what is new.
 *
 * @param epochDay the newest day that had any, days since 1970
 * @param told releases of that day
 * @param earlier releases of earlier days that were told since the first of that day
 */
public record ReleasesToday(long epochDay, int told, int earlier) {

    /** Most releases told of one chain and day: twice what three years of news had of one maker. */
    public static final int MAX = 6;

    static final ReleasesToday NONE = new ReleasesToday(0, 0, 0);

    /** Whether no more may be told at an instant, epoch milliseconds. */
    boolean isFull(long at) {
        long day = dayOf(at);
        return day <= epochDay && (day == epochDay ? told : earlier) >= MAX;
    }

    ReleasesToday plusOne(long at) {
        long day = dayOf(at);
        if (day > epochDay) {
            return new ReleasesToday(day, 1, 0);
        }
        return day == epochDay
                ? new ReleasesToday(epochDay, told + 1, earlier)
                : new ReleasesToday(epochDay, told, earlier + 1);
    }

    private static long dayOf(long at) {
        return Math.floorDiv(at, StoryChoice.DAY_MILLIS);
    }
}
