package io.faultline.news;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The headlines that stand for a story: which are kept, and which are told on with which share. */
final class StoryEvidence {

    private static final int MAX_TOLD = 5;
    private static final double HALF_LIFE_DAYS = 3.0;
    private static final double ROUNDING = 1e4;

    private StoryEvidence() {}

    /** Headlines with one more, the weakest left out beyond the bound. The first release always stays, and the one told last. */
    static List<StoryHeadline> kept(Story story, StoryHeadline added) {
        List<StoryHeadline> kept = new ArrayList<>(story.headlines());
        kept.add(added);
        if (kept.size() > Story.MAX_HEADLINES) {
            StoryHeadline release = release(kept);
            kept.stream()
                    .filter(headline -> !headline.equals(release) && !isToldLast(story, headline))
                    .min(Comparator.comparingDouble(headline -> strength(headline, added.knownAt())))
                    .ifPresent(kept::remove);
        }
        return List.copyOf(kept);
    }

    private static boolean isToldLast(Story story, StoryHeadline headline) {
        return isRelease(headline) && headline.knownAt() == story.releasedAt();
    }

    /** The cause, the release, then the strongest others; shares of all add up to at most 1. */
    static List<StoryHeadline> told(List<StoryHeadline> headlines, StoryHeadline cause) {
        long at = cause.knownAt();
        List<StoryHeadline> chosen = new ArrayList<>();
        chosen.add(cause);
        StoryHeadline release = release(headlines);
        if (release != null && !release.headlineId().equals(cause.headlineId())) {
            chosen.add(release);
        }
        headlines.stream()
                .filter(headline ->
                        chosen.stream().noneMatch(other -> other.headlineId().equals(headline.headlineId())))
                .sorted(Comparator.comparingDouble((StoryHeadline headline) -> -strength(headline, at))
                        .thenComparing(StoryHeadline::headlineId))
                .limit(MAX_TOLD - chosen.size())
                .forEachOrdered(chosen::add);
        double sum =
                chosen.stream().mapToDouble(headline -> strength(headline, at)).sum();
        return chosen.stream()
                .map(headline -> withShare(headline, sum == 0 ? 0.0 : strength(headline, at) / sum))
                .toList();
    }

    /** First headline of the story that says the model or product is out; null if there is none. */
    static StoryHeadline release(List<StoryHeadline> headlines) {
        return headlines.stream().filter(StoryEvidence::isRelease).findFirst().orElse(null);
    }

    static boolean isRelease(StoryHeadline headline) {
        return headline.kind() == HeadlineKind.RELEASE || headline.kind() == HeadlineKind.PRODUCT;
    }

    private static double strength(StoryHeadline headline, long at) {
        double weight = headline.weightInHeat();
        // What is out stays out: only talk of it grows old.
        return isRelease(headline) ? weight : StoryHeat.decayed(weight, headline.knownAt(), at, HALF_LIFE_DAYS);
    }

    private static StoryHeadline withShare(StoryHeadline headline, double share) {
        return new StoryHeadline(
                headline.headlineId(),
                headline.title(),
                headline.source(),
                headline.lang(),
                headline.kind(),
                headline.publishedAt(),
                headline.knownAt(),
                headline.novelty(),
                // Rounded down, so that the shares cannot add up to more than 1.
                Math.floor(share * ROUNDING) / ROUNDING);
    }
}
