package io.faultline.news;

/**
 * How many releases of one chain were told on a UTC day: names can be invented faster than models are made.
 *
 * @param epochDay the day counted, days since 1970
 * @param told releases told on it
 */
public record ReleasesToday(long epochDay, int told) {

    /** Most releases told of one chain and day: twice what three years of news had of one maker. */
    public static final int MAX = 6;

    static final ReleasesToday NONE = new ReleasesToday(0, 0);

    /** Whether no more may be told on the day of an instant, epoch milliseconds. */
    boolean isFull(long at) {
        return epochDay == dayOf(at) && told >= MAX;
    }

    ReleasesToday plusOne(long at) {
        long day = dayOf(at);
        return new ReleasesToday(day, day == epochDay ? told + 1 : 1);
    }

    private static long dayOf(long at) {
        return Math.floorDiv(at, StoryChoice.DAY_MILLIS);
    }
}
