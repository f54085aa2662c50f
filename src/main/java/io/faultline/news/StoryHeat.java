package io.faultline.news;

/**
 * Heat of a story: its attention against the rolling baseline of its chain. Weights are those of {@link #weight}; both
 * sums are turned into headlines a day so that they can be compared:
 *
 * <pre>
 *   a    = attention x ln 2 / 1 day        (half-life 1 day)
 *   b    = baseline  x ln 2 / 14 days      (half-life 14 days, same headlines and those of the chain's other stories)
 *   x    = a / (b + 1.5)
 *   heat = x^4 / (x^4 + 1.3^4)
 * </pre>
 *
 * A new headline always raises heat: it adds 14 times as much to {@code a} as to {@code b}, and {@code a} is never more
 * than 14 times {@code b}.
 */
public final class StoryHeat {

    /** Attention halves in this time: a weekend without news cools a story to a quarter. */
    public static final double ATTENTION_HALF_LIFE_DAYS = 1.0;

    /** The baseline halves in this time. */
    public static final double BASELINE_HALF_LIFE_DAYS = 14.0;

    private static final double QUIET_FLOOR = 1.5;
    private static final double HALF_HEAT = 1.3;
    private static final double DAY_MILLIS = 86_400_000.0;

    private StoryHeat() {}

    /** Weight of a headline in attention and baseline: that of its kind times its novelty. */
    static double weight(HeadlineKind kind, double novelty) {
        double ofKind = switch (kind) {
            case AMPLIFIER, RECAP -> 1.5;
            case RELEASE, RIVAL -> 1.0;
            case PRODUCT -> 0.75;
            case OTHER -> 0.25;
        };
        return ofKind * novelty;
    }

    /** What is left of a sum after some time; time that runs backwards leaves it as it is. */
    static double decayed(double sum, long fromMillis, long toMillis, double halfLifeDays) {
        double days = Math.max(0.0, (toMillis - fromMillis) / DAY_MILLIS);
        return sum * Math.pow(0.5, days / halfLifeDays);
    }

    /** Heat of both sums at one instant, 0 to 1. */
    public static double of(double attention, double baseline) {
        double perDay = Math.max(0.0, attention) * Math.log(2) / ATTENTION_HALF_LIFE_DAYS;
        double usual = Math.max(0.0, baseline) * Math.log(2) / BASELINE_HALF_LIFE_DAYS;
        double times = perDay / (usual + QUIET_FLOOR) / HALF_HEAT;
        double fourth = times * times * times * times;
        return Double.isInfinite(fourth) ? 1.0 : fourth / (fourth + 1.0);
    }
}
