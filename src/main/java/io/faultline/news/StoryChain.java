package io.faultline.news;

import java.time.Duration;
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
     * @param now when the chain takes it, epoch milliseconds: its knowledge time, or later if it is late. What is late counts
     *     with what is left of it
     */
    public static StoryStep apply(StoryState stateOrNull, ClassifiedHeadline item, long now) {
        StoryState state = stateOrNull == null ? StoryState.empty(item.sentTo(), item.knownAt()) : stateOrNull;
        String id = item.headline().id();
        HeadlineAction action = item.headline().action();
        if (action == HeadlineAction.DELETED) {
            return StoryHeir.afterDeletion(state, id, now);
        }
        if (action == HeadlineAction.HEARTBEAT) {
            return StoryStep.silent(state);
        }
        StoryHeadline known = StoryRevision.known(state, id);
        if (known == null) {
            // Talk leaves no trace by which a rewording could be told from news: a live blog counts once.
            boolean talk =
                    action == HeadlineAction.UPDATED && item.classification().kind() == HeadlineKind.OTHER;
            return talk ? StoryStep.silent(state) : add(state, item, null, now);
        }
        return action == HeadlineAction.UPDATED ? reword(state, item, known, now) : StoryStep.silent(state);
    }

    /** In its place if it still says the same, else as news of this moment, no newer for having been reworded. */
    private static StoryStep reword(StoryState state, ClassifiedHeadline item, StoryHeadline known, long now) {
        StoryState without = StoryRevision.without(state, known.headlineId());
        HeadlineKind kind = item.classification().kind();
        if (!item.joins() || kind == HeadlineKind.OTHER) {
            return StoryStep.silent(without);
        }
        String story = StoryRevision.storyOf(state, known);
        return item.says(known.kind(), story)
                ? new StoryStep(replaced(state, known, item), null, story, null, null)
                : add(without, item, known.novelty(), now).countedBefore();
    }

    private static StoryState replaced(StoryState state, StoryHeadline known, ClassifiedHeadline item) {
        String story = StoryRevision.storyOf(state, known);
        StoryState replaced = StoryRevision.replaced(state, known, headline(item, 0.0));
        return replaced.withStories(replaced.stories().stream()
                .map(one -> one.id().equals(story) ? one.withTickers(known.headlineId(), tickers(item)) : one)
                .toList());
    }

    private static StoryStep add(StoryState chain, ClassifiedHeadline item, Double noveltyOrNull, long now) {
        if (!item.joins()) {
            return StoryStep.silent(chain);
        }
        StoryState state = chain.liveAt(now);
        TitleFingerprint print =
                TitleFingerprint.of(TitleText.clean(item.headline().title()));
        StoryHeadline added = headline(item, noveltyOrNull == null ? novelty(state, print) : noveltyOrNull);
        StoryState counted =
                state.counting(added.weightInHeat(), added.knownAt()).withFingerprint(print);
        String id = StoryChoice.idFor(state, item);
        if (id == null) {
            return StoryStep.silent(counted);
        }
        Story before = existing(state, id, added.knownAt());
        Story story = joined(before, added).withTickers(added.headlineId(), tickers(item));
        CountedHeadline counts = new CountedHeadline(id, added, tickers(item), StoryChoice.attention(story, now));
        boolean full = StoryEvidence.isRelease(added) && state.releases().isFull(added.knownAt());
        if (full && !state.stories().contains(before)) {
            return new StoryStep(counted, null, null, counts, StoryLimit.RELEASES_OF_DAY);
        }
        StoryTelling.Heats heats = new StoryTelling.Heats(state.heat(before, now), counted.heat(story, now), now);
        boolean worth =
                StoryTelling.worth(story, added, heats, item.classification().score());
        if (!worth || full) {
            StoryState quiet = counted.withStories(StoryPlaces.with(state.stories(), story));
            return new StoryStep(quiet, null, id, counts, worth ? StoryLimit.RELEASES_OF_DAY : evicted(state, story));
        }
        StoryTransition transition = StoryTelling.transition(story, added, heats.after());
        StoryState told = StoryEvidence.isRelease(added) ? counted.withReleaseTold(added.knownAt()) : counted;
        List<Story> stories = StoryPlaces.with(state.stories(), StoryTelling.told(story, added));
        return new StoryStep(told.withStories(stories), transition, id, counts, evicted(state, story));
    }

    private static StoryLimit evicted(StoryState state, Story story) {
        return StoryPlaces.evicts(state.stories(), story) ? StoryLimit.STORY_EVICTED : null;
    }

    private static Story existing(StoryState state, String id, long at) {
        return state.stories().stream()
                .filter(story -> story.id().equals(id))
                .findFirst()
                .orElseGet(() -> Story.opened(id, at));
    }

    private static Story joined(Story story, StoryHeadline added) {
        return new Story(
                story.id(),
                Math.max(story.lastAt(), added.knownAt()),
                story.releasedAt(),
                StoryHeat.plus(
                        story.attention(),
                        story.lastAt(),
                        added.weightInHeat(),
                        added.knownAt(),
                        StoryHeat.ATTENTION_HALF_LIFE_DAYS),
                added.kind() == HeadlineKind.OTHER ? story.headlines() : StoryEvidence.kept(story, added),
                story.tickers(),
                story.told());
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
