package io.faultline.shock;

import io.faultline.news.HeadlineKind;
import io.faultline.news.StoryHeadline;
import io.faultline.news.StoryTransition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Chooses the headlines of a match that count as evidence for one onset, and scores them: the release first, then what
 * raised attention to it, then their company; novel ones, and those close to the onset, before others.
 *
 * @param ages ages in sessions
 * @param onset the onset that is explained
 * @param news knows which headlines were taken back
 */
record EvidenceSelection(SessionAges ages, Onset onset, NewsMemory news) {

    private static final double AMPLIFICATION = 0.6;
    private static final double COMPANY = 0.3;
    private static final double RECAP_SHARE = 0.5;

    /**
     * Of two headlines the later says more about what the market opened with. In calendar time, so that it also tells
     * apart the headlines of one weekend, which are all one session old.
     */
    private static final double HALF_LIFE_MILLIS = Duration.ofDays(2).toMillis();

    /**
     * The link that a PRECEDING match makes.
     *
     * @param maxReleaseAge age in sessions above which a release explains nothing
     * @return null if nothing of it was out and known before the onset, or the release is too old
     */
    StoryLink preceding(ShockMatch match, int maxReleaseAge) {
        Signal release = match.release();
        Signal amplification = match.amplification();
        boolean late = release.at() >= onsetMillis() || amplification.at() >= onsetMillis();
        if (late || age(release.story().transition().cause()) > maxReleaseAge) {
            return null;
        }
        double exposure =
                Math.max(release.story().exposure(), amplification.story().exposure());
        StoryTransition loud = amplification.story().transition();
        StoryTransition out = release.story().transition();
        Predicate<StoryHeadline> before =
                headline -> headline.publishedAt().toEpochMilli() < onsetMillis() && headline.knownAt() < onsetMillis();
        List<Evidence> evidence = new ArrayList<>();
        select(amplification, AMPLIFICATION, before, evidence);
        select(release, Math.max(loud.heat(), AMPLIFICATION), before, evidence);
        double recency = Attribution.recency(age(loud.cause()));
        long collapseAt = match.collapse().at();
        // A release alone is no link, nor is talk of one that was taken back.
        return !StoryLink.releases(evidence) || !StoryLink.amplifies(evidence)
                ? null
                : new StoryLink(collapseAt, out.story(), loud.heat(), exposure, recency, StoryLink.strongest(evidence));
    }

    /** The link that headlines after the fall make; null if they were withdrawn. */
    StoryLink attributed(ShockMatch match) {
        StoryTransition recap = match.attribution().story().transition();
        List<Evidence> evidence = new ArrayList<>();
        select(match.attribution(), AMPLIFICATION, headline -> true, evidence);
        double exposure = match.attribution().story().exposure();
        long collapseAt = match.collapse().at();
        return evidence.isEmpty()
                ? null
                : new StoryLink(collapseAt, recap.story(), recap.heat(), exposure, 0.0, StoryLink.strongest(evidence));
    }

    private void select(Signal told, double leading, Predicate<StoryHeadline> condition, List<Evidence> into) {
        StoryTransition transition = told.story().transition();
        for (StoryHeadline headline : transition.headlines()) {
            boolean counts = headline.kind() != HeadlineKind.RIVAL
                    && headline.kind() != HeadlineKind.OTHER
                    && condition.test(headline)
                    && !news.hasWithdrawn(headline.headlineId(), told.at());
            if (counts) {
                boolean cause = headline.equals(transition.cause());
                into.add(evidence(headline, transition.story(), cause ? leading : COMPANY));
            }
        }
    }

    private Evidence evidence(StoryHeadline headline, String story, double base) {
        int age = age(headline);
        boolean release = headline.kind() == HeadlineKind.RELEASE || headline.kind() == HeadlineKind.PRODUCT;
        // What is out stays out: only talk of it grows old, or repeats itself.
        double faded = release ? base : base * closeness(headline) * (1 + headline.novelty()) / 2;
        double score = headline.kind() == HeadlineKind.RECAP ? faded * RECAP_SHARE : faded;
        return new Evidence(
                headline.headlineId(),
                headline.title(),
                headline.kind(),
                story,
                headline.publishedAt(),
                age,
                headline.novelty(),
                score);
    }

    private double closeness(StoryHeadline headline) {
        long before = onsetMillis() - headline.publishedAt().toEpochMilli();
        return Math.pow(0.5, Math.max(0, before) / HALF_LIFE_MILLIS);
    }

    private int age(StoryHeadline headline) {
        return ages.sessionsOpenedBetween(headline.publishedAt().toEpochMilli(), onset.sessionDate());
    }

    private long onsetMillis() {
        return onset.at();
    }
}
