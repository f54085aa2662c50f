package io.faultline.news;

/**
 * Heat of a story: how far its attention stands above the rolling baseline of its chain, in standard deviations. Weights
 * are those of {@link #weight}; both sums are turned into headlines a day of {@link TradingTime} so that they can be
 * compared. If headlines arrived at the baseline's rate, independent of each other, the expected value of {@code a} would
 * be {@code b}, and its variance {@code b x ln 2 / 2} (Campbell's theorem for shot noise, weights about 1).
 *
 * <pre>
 *   a    = attention x ln 2 / 1 day         (half-life 1 day)
 *   b    = baseline  x ln 2 / 11 days       (half-life 11 days = two weeks; same headlines, all stories of the chain)
 *   z    = (a - b) / sqrt((b + 1) x ln 2 / 2)
 *   heat = z^2 / (z^2 + 3^2), 0 below the baseline
 * </pre>
 *
 * The one headline a day added to the variance keeps a chain that was silent from being hot at its second headline. A new
 * headline never lowers heat: it adds 11 times as much to {@code a} as to {@code b}, and {@code a} is never more than 11
 * times {@code b}.
 */
public final class StoryHeat {

    /** Attention halves in this much trading time. */
    public static final double ATTENTION_HALF_LIFE_DAYS = 1.0;

    /** The baseline halves in this much trading time: two weeks. */
    public static final double BASELINE_HALF_LIFE_DAYS = 11.0;

    private static final double QUIET_FLOOR = 1.0;
    private static final double HALF_HEAT_SIGMAS = 3.0;

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

    /** What is left of a sum after some time; half-life in trading days; time that runs backwards leaves it as it is. */
    static double decayed(double sum, long fromMillis, long toMillis, double halfLifeDays) {
        return sum * Math.pow(0.5, TradingTime.daysBetween(fromMillis, toMillis) / halfLifeDays);
    }

    /** A sum as of the later of two instants, with a weight that came in at one of them, however late it is heard of. */
    static double plus(double sum, long asOf, double weight, long when, double halfLifeDays) {
        return decayed(sum, asOf, when, halfLifeDays) + decayed(weight, when, asOf, halfLifeDays);
    }

    /** Heat of both sums at one instant, 0 to 1. */
    public static double of(double attention, double baseline) {
        double sigmas = Math.max(0.0, zScore(attention, baseline)) / HALF_HEAT_SIGMAS;
        double squared = sigmas * sigmas;
        return Double.isInfinite(squared) ? 1.0 : squared / (squared + 1.0);
    }

    /** Standard deviations of attention above its baseline; may be negative. */
    public static double zScore(double attention, double baseline) {
        double lately = perDay(attention, ATTENTION_HALF_LIFE_DAYS);
        double usual = perDay(baseline, BASELINE_HALF_LIFE_DAYS);
        return (lately - usual) / Math.sqrt((usual + QUIET_FLOOR) * Math.log(2) / 2);
    }

    /** Weights a trading day that keep up a sum of that half-life. */
    static double perDay(double sum, double halfLifeDays) {
        return Math.max(0.0, sum) * Math.log(2) / halfLifeDays;
    }
}
