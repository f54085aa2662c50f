package io.faultline.news;

/**
 * How many transitions a story has caused lately: what keeps them rare. Recaps are counted by quarters of the UTC day,
 * so that those of the Asian and European sessions leave room for those of the American one.
 *
 * @param epochDay the UTC day counted, days since 1970
 * @param amplifiers told on that day
 * @param rivals told on that day
 * @param quarter the six hours counted, since 1970
 * @param recaps told in them
 */
public record ToldToday(long epochDay, int amplifiers, int rivals, long quarter, int recaps) {

    /** Nothing told so far. */
    public static final ToldToday NOTHING = new ToldToday(0, 0, 0, 0, 0);

    private static final long DAY_MILLIS = 86_400_000L;
    private static final int MAX_AMPLIFIERS = 6;
    private static final int MAX_RECAPS = 3;
    private static final int MAX_RIVALS = 3;

    /** The count as of an instant: starts anew with the UTC day, for recaps with its quarter; an instant before goes with it. */
    ToldToday on(long at) {
        long day = Math.max(epochDay, Math.floorDiv(at, DAY_MILLIS));
        long sixHours = Math.max(quarter, Math.floorDiv(at, DAY_MILLIS / 4));
        boolean sameDay = day == epochDay;
        return new ToldToday(
                day, sameDay ? amplifiers : 0, sameDay ? rivals : 0, sixHours, sixHours == quarter ? recaps : 0);
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

    /** How many of the kind were told; releases are counted by their chain, see {@link ReleasesToday}. */
    int count(HeadlineKind kind) {
        return switch (kind) {
            case AMPLIFIER -> amplifiers;
            case RECAP -> recaps;
            case RIVAL -> rivals;
            case RELEASE, PRODUCT, OTHER -> 0;
        };
    }

    /** The count after one more of the kind. */
    ToldToday plus(HeadlineKind kind) {
        return switch (kind) {
            case AMPLIFIER -> new ToldToday(epochDay, amplifiers + 1, rivals, quarter, recaps);
            case RECAP -> new ToldToday(epochDay, amplifiers, rivals, quarter, recaps + 1);
            case RIVAL -> new ToldToday(epochDay, amplifiers, rivals + 1, quarter, recaps);
            case RELEASE, PRODUCT, OTHER -> this;
        };
    }
}
