package io.faultline.news;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The stories of one vendor, or of one rival cause, moved on by one headline at a time. A pure function: the caller
 * keeps the state and passes headlines in the order of their knowledge time.
 */
public final class StoryChain {

    /** A chain without headlines for this long is forgotten. */
    public static final Duration FORGET = Duration.ofDays(30);

    private static final int MAX_TAG = 64;

    private StoryChain() {}

    /**
     * What a headline does to its chain.
     *
     * @param stateOrNull the chain so far; null for the chain's first headline
     * @param item the headline; one that does not join this chain only matters if it withdraws or rewords a headline
     *     that this chain holds
     */
    public static StoryStep apply(StoryState stateOrNull, ClassifiedHeadline item) {
        StoryState state = stateOrNull == null ? StoryState.empty(item.sentTo(), item.knownAt()) : stateOrNull;
        String id = item.headline().id();
        HeadlineAction action = item.headline().action();
        if (action == HeadlineAction.DELETED) {
            return StoryStep.silent(StoryRevision.without(state, id));
        }
        if (action == HeadlineAction.HEARTBEAT) {
            return StoryStep.silent(state);
        }
        StoryHeadline known = StoryRevision.known(state, id);
        if (known == null) {
            // Talk leaves no trace by which a rewording could be told from news: a live blog counts once.
            boolean talk =
                    action == HeadlineAction.UPDATED && item.classification().kind() == HeadlineKind.OTHER;
            return talk ? StoryStep.silent(state) : add(state, item, null);
        }
        return action == HeadlineAction.UPDATED ? reword(state, item, known) : StoryStep.silent(state);
    }

    /** In its place if it still says the same, else as news of this moment, no newer for having been reworded. */
    private static StoryStep reword(StoryState state, ClassifiedHeadline item, StoryHeadline known) {
        StoryState without = StoryRevision.without(state, known.headlineId());
        HeadlineKind kind = item.classification().kind();
        if (!item.joins() || kind == HeadlineKind.OTHER) {
            return StoryStep.silent(without);
        }
        String story = StoryRevision.storyOf(state, known);
        return item.says(known.kind(), story)
                ? new StoryStep(replaced(state, known, item), null, story)
                : add(without, item, known.novelty()).countedBefore();
    }

    private static StoryState replaced(StoryState state, StoryHeadline known, ClassifiedHeadline item) {
        String story = StoryRevision.storyOf(state, known);
        StoryState replaced = StoryRevision.replaced(state, known, headline(item, 0.0));
        return replaced.withStories(replaced.stories().stream()
                .map(one -> one.id().equals(story) ? one.withTickers(known.headlineId(), tickers(item)) : one)
                .toList());
    }

    private static StoryStep add(StoryState state, ClassifiedHeadline item, Double noveltyOrNull) {
        if (!item.joins()) {
            return StoryStep.silent(state);
        }
        long at = item.knownAt();
        TitleFingerprint print = TitleFingerprint.of(item.headline().title());
        StoryHeadline added = headline(item, noveltyOrNull == null ? novelty(state, print) : noveltyOrNull);
        double weight = StoryHeat.weight(added.kind(), added.novelty());
        double usual = StoryHeat.decayed(state.baseline(), state.baselineAt(), at, StoryHeat.BASELINE_HALF_LIFE_DAYS);
        StoryState counted = state.withBaseline(usual + weight, Math.max(state.baselineAt(), at))
                .withFingerprint(print);
        String id = StoryChoice.idFor(state, item);
        if (id == null || isOneTooMany(state, id, added)) {
            return StoryStep.silent(with(counted, null, at));
        }
        Story before = existing(state, id, at);
        double attention = StoryChoice.attention(before, at);
        Story story = joined(before, added, attention + weight).withTickers(added.headlineId(), tickers(item));
        CountedHeadline counts = new CountedHeadline(id, added, tickers(item), story.attention());
        StoryTelling.Heats heats = new StoryTelling.Heats(
                StoryHeat.of(attention, usual), StoryHeat.of(attention + weight, usual + weight));
        if (full(state, added)
                || !StoryTelling.worth(
                        story, added, heats, item.classification().score())) {
            return new StoryStep(with(counted, story, at), null, id, counts);
        }
        StoryTransition transition = StoryTelling.transition(story, added, heats.after());
        StoryState told = StoryEvidence.isRelease(added) ? counted.withReleaseTold(at) : counted;
        return new StoryStep(with(told, StoryTelling.told(story, added), at), transition, id, counts);
    }

    /** Whether it would open a further story of a release on a day that had more of them than there can be. */
    private static boolean isOneTooMany(StoryState state, String story, StoryHeadline added) {
        return full(state, added)
                && state.stories().stream().noneMatch(one -> one.id().equals(story));
    }

    private static boolean full(StoryState state, StoryHeadline added) {
        return StoryEvidence.isRelease(added) && state.releases().isFull(added.knownAt());
    }

    private static Story existing(StoryState state, String id, long at) {
        return state.stories().stream()
                .filter(story -> story.id().equals(id))
                .findFirst()
                .orElseGet(() -> Story.opened(id, at));
    }

    private static Story joined(Story story, StoryHeadline added, double attention) {
        return new Story(
                story.id(),
                Math.max(story.lastAt(), added.knownAt()),
                story.releasedAt(),
                attention,
                added.kind() == HeadlineKind.OTHER ? story.headlines() : StoryEvidence.kept(story.headlines(), added),
                story.tickers(),
                story.told());
    }

    /** The chain with a story put in; dead stories go, and beyond the bound the one with least attention. */
    private static StoryState with(StoryState state, Story moved, long at) {
        List<Story> stories = new ArrayList<>();
        for (Story story : state.stories()) {
            boolean same = moved != null && story.id().equals(moved.id());
            if (!same && at - story.lastAt() <= StoryChoice.LIVE_MILLIS) {
                stories.add(story);
            }
        }
        if (moved != null) {
            while (stories.size() >= StoryState.MAX_STORIES) {
                stories.stream()
                        .min(Comparator.comparingDouble(story -> StoryChoice.attention(story, at)))
                        .ifPresent(stories::remove);
            }
            stories.add(moved);
        }
        return state.withStories(List.copyOf(stories));
    }

    private static double novelty(StoryState state, TitleFingerprint print) {
        return 1.0
                - state.fingerprints().stream()
                        .mapToDouble(print::similarity)
                        .max()
                        .orElse(0.0);
    }

    private static List<String> tickers(ClassifiedHeadline item) {
        List<String> attached = item.headline().symbols();
        return attached == null
                ? List.of()
                : attached.stream()
                        .map(StoryChain::bounded)
                        .distinct()
                        .limit(Story.MAX_SYMBOLS)
                        .toList();
    }

    private static StoryHeadline headline(ClassifiedHeadline item, double novelty) {
        Headline headline = item.headline();
        return new StoryHeadline(
                headline.id(),
                TitleText.clean(headline.title()),
                bounded(headline.source()),
                bounded(headline.lang()),
                item.classification().kind(),
                headline.publishedAt(),
                item.knownAt(),
                novelty,
                0.0);
    }

    private static String bounded(String text) {
        String clean = text == null ? null : TitleText.clean(text);
        return clean == null || clean.length() <= MAX_TAG ? clean : clean.substring(0, MAX_TAG);
    }
}
