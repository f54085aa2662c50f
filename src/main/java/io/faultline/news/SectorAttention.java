package io.faultline.news;

/**
 * How much is told of what touches one sector, and how much usually is. The same headlines count in both sums: all that
 * joined the story of a release, or of its maker, and touch the sector, whether they were told on or not.
 *
 * @param attention sum of their weights, each halved every {@link StoryHeat#ATTENTION_HALF_LIFE_DAYS} days
 * @param baseline sum of their weights, each halved every {@link StoryHeat#BASELINE_HALF_LIFE_DAYS} days
 * @param at knowledge time to which both sums are decayed, epoch milliseconds
 */
public record SectorAttention(double attention, double baseline, long at) {

    /** Nothing is counted yet. */
    public static SectorAttention from(long at) {
        return new SectorAttention(0.0, 0.0, at);
    }

    /** With headlines that became known at an instant; not before the newest one counted. */
    public SectorAttention plus(double weight, long when) {
        return new SectorAttention(attentionAt(when) + weight, baselineAt(when) + weight, Math.max(at, when));
    }

    /**
     * Heat of a story in the sector as of an instant, 0 to 1: the smaller of its heat against its chain and of the heat of
     * the sector's attention against the sector's own baseline. What is unusual for the story but not for the sector is not
     * hot in it. A story that touches the sector brings all of its attention along, though few of its titles may name the
     * sector: the sector's attention is never less than that.
     *
     * @param ofStory heat against the story's chain, 0 to 1
     * @param itsAttention attention of the story
     */
    public double heat(double ofStory, double itsAttention, long when) {
        return Math.min(ofStory, StoryHeat.of(Math.max(attentionAt(when), itsAttention), baselineAt(when)));
    }

    /** What was told lately, in weights a trading day. */
    public double perDay() {
        return StoryHeat.perDay(attention, StoryHeat.ATTENTION_HALF_LIFE_DAYS);
    }

    /** What is usually told, in weights a trading day. */
    public double usuallyPerDay() {
        return StoryHeat.perDay(baseline, StoryHeat.BASELINE_HALF_LIFE_DAYS);
    }

    private double attentionAt(long when) {
        return StoryHeat.decayed(attention, at, when, StoryHeat.ATTENTION_HALF_LIFE_DAYS);
    }

    private double baselineAt(long when) {
        return StoryHeat.decayed(baseline, at, when, StoryHeat.BASELINE_HALF_LIFE_DAYS);
    }
}
