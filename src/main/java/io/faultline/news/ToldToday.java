package io.faultline.news;

/**
 * How many transitions a story has caused on a UTC day: what keeps them rare.
 *
 * @param epochDay the UTC day counted, days since 1970
 * @param amplifiers told on that day
 * @param recaps told on that day
 * @param rivals told on that day
 */
public record ToldToday(long epochDay, int amplifiers, int recaps, int rivals) {

    /** Nothing told so far. */
    public static final ToldToday NOTHING = new ToldToday(0, 0, 0, 0);

    private static final long DAY_MILLIS = 86_400_000L;
    private static final int MAX_AMPLIFIERS = 6;
    private static final int MAX_RECAPS = 3;
    private static final int MAX_RIVALS = 3;

    /** The count as of an instant: starts anew with the UTC day. */
    ToldToday on(long at) {
        long day = Math.floorDiv(at, DAY_MILLIS);
        return day == epochDay ? this : new ToldToday(day, 0, 0, 0);
    }

    /** Whether one more of the kind may be told today. */
    boolean allows(HeadlineKind kind) {
        return switch (kind) {
            case AMPLIFIER -> amplifiers < MAX_AMPLIFIERS;
            case RECAP -> recaps < MAX_RECAPS;
            case RIVAL -> rivals < MAX_RIVALS;
            case RELEASE, PRODUCT -> true;
            case OTHER -> false;
        };
    }

    /** The count after one more of the kind. */
    ToldToday plus(HeadlineKind kind) {
        return switch (kind) {
            case AMPLIFIER -> new ToldToday(epochDay, amplifiers + 1, recaps, rivals);
            case RECAP -> new ToldToday(epochDay, amplifiers, recaps + 1, rivals);
            case RIVAL -> new ToldToday(epochDay, amplifiers, recaps, rivals + 1);
            case RELEASE, PRODUCT, OTHER -> this;
        };
    }
}
