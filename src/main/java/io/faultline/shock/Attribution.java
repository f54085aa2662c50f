package io.faultline.shock;

import io.faultline.market.DrawdownFigures;
import java.util.List;

/**
 * What a fall is consistent with, and how sure that is; in words in {@code docs/attribution.md}.
 *
 * <pre>
 * confidence = (0.30 heat + 0.20 exposure + 0.20 recency + 0.30 abnormality) x (1 - 0.4 rivals), at most 0.95
 * </pre>
 */
public final class Attribution {

    /** A link found in headlines after the fall is never surer than this. */
    public static final double ATTRIBUTED_CEILING = 0.6;

    /** Nothing read from headlines is certain. */
    public static final double PRECEDING_CEILING = 0.95;

    /** Attention loses half of its recency in this many sessions after the first that could react. */
    public static final double RECENCY_HALF_LIFE_SESSIONS = 3.0;

    /** A rival cause from which a fall counts as OTHER_CAUSE. */
    public static final double STRONG_RIVAL = 0.35;

    private static final double HEAT_WEIGHT = 0.30;
    private static final double EXPOSURE_WEIGHT = 0.20;
    private static final double RECENCY_WEIGHT = 0.20;
    private static final double ABNORMALITY_WEIGHT = 0.30;
    private static final double RIVAL_DRAG = 0.4;
    private static final double OTHER_CAUSE_CEILING = 0.8;

    /** An abnormal return of this size is as abnormal as it gets. */
    private static final double FULL_ABNORMAL_RETURN = 0.10;

    private static final double FULL_Z_SCORE = 8.0;

    private Attribution() {}

    /** 1 for news that the onset session was the first to react to, or fresher; then halving every 3 sessions. */
    public static double recency(int ageSessions) {
        return Math.pow(0.5, Math.max(0, ageSessions - 1) / RECENCY_HALF_LIFE_SESSIONS);
    }

    /** As {@link #recency}, but halving with each session: markets react to other causes at once. */
    static double rivalFreshness(int ageSessions) {
        return Math.pow(0.5, Math.max(0, ageSessions - 1));
    }

    /** 0 to 1: z against -8, else abnormal return against -10 %, else excess return against -10 %. */
    public static double abnormality(DrawdownFigures figures) {
        if (figures.zScore() != null) {
            return share(figures.zScore() / -FULL_Z_SCORE);
        }
        Double size = figures.abnormalReturn() != null ? figures.abnormalReturn() : figures.excessReturn();
        return size == null ? 0.0 : share(size / -FULL_ABNORMAL_RETURN);
    }

    private static double share(double value) {
        return Math.min(1.0, Math.max(0.0, value));
    }

    /**
     * The verdict on what was known before the onset.
     *
     * @param link null without a match
     * @param rivals weighed for the onset
     */
    static Verdict verdict(StoryLink link, List<RivalNote> rivals) {
        double strongest = strongest(rivals);
        boolean outranked = link != null
                && rivals.stream().anyMatch(rival -> rival.namesTheSector() && rival.strength() > link.strength());
        if (link != null && !outranked) {
            return Verdict.AI_LINKED;
        }
        return strongest >= STRONG_RIVAL ? Verdict.OTHER_CAUSE : Verdict.UNEXPLAINED;
    }

    /** Confidence in a verdict, 0 to 1, two decimals; 0 for UNEXPLAINED, which claims nothing. */
    static double confidence(Verdict verdict, Basis basis, ConfidenceParts parts, List<RivalNote> rivals) {
        double sure = HEAT_WEIGHT * parts.heat()
                + EXPOSURE_WEIGHT * parts.exposure()
                + RECENCY_WEIGHT * parts.recency()
                + ABNORMALITY_WEIGHT * parts.abnormality();
        double linked = sure * (1 - RIVAL_DRAG * parts.rivals());
        return rounded(
                switch (verdict) {
                    case AI_LINKED ->
                        Math.min(linked, basis == Basis.ATTRIBUTED ? ATTRIBUTED_CEILING : PRECEDING_CEILING);
                    case OTHER_CAUSE -> Math.min(OTHER_CAUSE_CEILING, strongest(rivals));
                    case UNEXPLAINED -> 0.0;
                });
    }

    static double strongest(List<RivalNote> rivals) {
        return rivals.stream().mapToDouble(RivalNote::strength).max().orElse(0.0);
    }

    static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
