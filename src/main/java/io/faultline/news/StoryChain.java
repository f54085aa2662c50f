package io.faultline.news;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
        return switch (item.headline().action()) {
            case HEARTBEAT -> StoryStep.silent(state);
            case DELETED -> StoryStep.silent(StoryRevision.without(state, id));
            case UPDATED -> StoryRevision.knows(state, id) ? reword(state, item) : add(state, item);
            case CREATED -> StoryRevision.knows(state, id) ? StoryStep.silent(state) : add(state, item);
        };
    }

    private static StoryStep reword(StoryState state, ClassifiedHeadline item) {
        boolean stays = item.joins() && item.classification().kind() != HeadlineKind.OTHER;
        return StoryStep.silent(
                stays
                        ? StoryRevision.replaced(state, headline(item, 0.0))
                        : StoryRevision.without(state, item.headline().id()));
    }

    private static StoryStep add(StoryState state, ClassifiedHeadline item) {
        if (!item.joins()) {
            return StoryStep.silent(state);
        }
        long at = item.knownAt();
        TitleFingerprint print = TitleFingerprint.of(item.headline().title());
        StoryHeadline added = headline(item, novelty(state, print));
        double weight = StoryHeat.weight(added.kind(), added.novelty());
        double usual = StoryHeat.decayed(state.baseline(), state.baselineAt(), at, StoryHeat.BASELINE_HALF_LIFE_DAYS);
        StoryState counted = new StoryState(
                state.chain(),
                usual + weight,
                Math.max(state.baselineAt(), at),
                state.stories(),
                newest(state.fingerprints(), print));
        String id = StoryChoice.idFor(state, item);
        if (id == null) {
            return StoryStep.silent(with(counted, null, at));
        }
        Story before = existing(state, id, at);
        double attention = StoryChoice.attention(before, at);
        Story story = joined(before, added, item.headline().symbols(), attention + weight);
        StoryTelling.Heats heats = new StoryTelling.Heats(
                StoryHeat.of(attention, usual), StoryHeat.of(attention + weight, usual + weight));
        if (!StoryTelling.worth(story, added, heats, item.classification().score())) {
            return new StoryStep(with(counted, story, at), null, id);
        }
        StoryTransition transition = StoryTelling.transition(story, added, heats.after());
        return new StoryStep(with(counted, StoryTelling.told(story, added), at), transition, id);
    }

    private static Story existing(StoryState state, String id, long at) {
        return state.stories().stream()
                .filter(story -> story.id().equals(id))
                .findFirst()
                .orElseGet(() -> Story.opened(id, at));
    }

    private static Story joined(Story story, StoryHeadline added, List<String> symbols, double attention) {
        return new Story(
                story.id(),
                Math.max(story.lastAt(), added.knownAt()),
                story.releasedAt(),
                attention,
                added.kind() == HeadlineKind.OTHER ? story.headlines() : StoryEvidence.kept(story.headlines(), added),
                tickers(story.symbols(), symbols),
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
        return new StoryState(
                state.chain(), state.baseline(), state.baselineAt(), List.copyOf(stories), state.fingerprints());
    }

    private static double novelty(StoryState state, TitleFingerprint print) {
        return 1.0
                - state.fingerprints().stream()
                        .mapToDouble(print::similarity)
                        .max()
                        .orElse(0.0);
    }

    private static List<TitleFingerprint> newest(List<TitleFingerprint> prints, TitleFingerprint added) {
        List<TitleFingerprint> all = new ArrayList<>(prints);
        all.add(added);
        int surplus = Math.max(0, all.size() - StoryState.MAX_FINGERPRINTS);
        return List.copyOf(all.subList(surplus, all.size()));
    }

    private static List<String> tickers(List<String> known, List<String> added) {
        Set<String> all = new LinkedHashSet<>(known);
        if (added != null) {
            added.stream().limit(Story.MAX_SYMBOLS).map(StoryChain::bounded).forEach(symbol -> {
                all.remove(symbol);
                all.add(symbol);
            });
        }
        List<String> ordered = List.copyOf(all);
        return List.copyOf(ordered.subList(Math.max(0, ordered.size() - Story.MAX_SYMBOLS), ordered.size()));
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
