package io.faultline.news;

/**
 * How many releases of one chain were told on a UTC day: names can be invented faster than models are made. One of an
 * earlier day that comes late counts for the day that is counted.
 *
 * @param epochDay the day counted, days since 1970
 * @param told releases told on it
 */
public record ReleasesToday(long epochDay, int told) {

    /** Most releases told of one chain and day: twice what three years of news had of one maker. */
    public static final int MAX = 6;

    static final ReleasesToday NONE = new ReleasesToday(0, 0);

    /** Whether no more may be told at an instant, epoch milliseconds. */
    boolean isFull(long at) {
        return dayOf(at) <= epochDay && told >= MAX;
    }

    ReleasesToday plusOne(long at) {
        long day = dayOf(at);
        return day > epochDay ? new ReleasesToday(day, 1) : new ReleasesToday(epochDay, told + 1);
    }

    private static long dayOf(long at) {
        return Math.floorDiv(at, StoryChoice.DAY_MILLIS);
    }
}
