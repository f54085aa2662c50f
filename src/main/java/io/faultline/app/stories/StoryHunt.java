package io.faultline.app.stories;

import io.faultline.news.Classification;
import io.faultline.news.ClassifiedHeadline;
import io.faultline.news.Headline;
import io.faultline.news.HeadlineClassifier;
import io.faultline.news.Story;
import io.faultline.news.StoryChain;
import io.faultline.news.StoryState;
import io.faultline.news.StoryStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs classifier and story chains over headlines as the job does: one by one by knowledge time, at equal times by id.
 * What is held of the chains is bounded as in the job; of a story that has ended a line is kept.
 */
final class StoryHunt {

    private static final long FORGET_MILLIS = StoryChain.FORGET.toMillis();
    private static final Comparator<Headline> BY_KNOWLEDGE = Comparator.comparing(Headline::earliestKnownAt)
            .thenComparing(Headline::id)
            .thenComparing(Headline::action);

    private final HeadlineClassifier classifier = HeadlineClassifier.shipped();
    private final Map<String, StoryState> chains = new HashMap<>();
    private final Map<String, Long> lastAt = new HashMap<>();
    private final Map<String, FoundStory> live = new HashMap<>();
    private final List<FoundStory> found = new ArrayList<>();
    private final List<NameSighting> names = new ArrayList<>();

    private StoryHunt() {}

    /** Goes through the headlines. */
    static StoryHunt over(List<Headline> headlines) {
        StoryHunt hunt = new StoryHunt();
        headlines.stream().sorted(BY_KNOWLEDGE).forEachOrdered(hunt::take);
        hunt.found.sort(Comparator.comparingLong(FoundStory::firstSeen).thenComparing(FoundStory::id));
        return hunt;
    }

    /** Stories found, by first headline. */
    List<FoundStory> stories() {
        return found;
    }

    /** Headlines that name a model, by knowledge time. */
    List<NameSighting> names() {
        return names;
    }

    private void take(Headline headline) {
        ClassifiedHeadline item = ClassifiedHeadline.of(headline, headline.earliestKnownAt(), classifier);
        Classification read = item.classification();
        if (read.vendor() != null && read.model() != null) {
            names.add(new NameSighting(read.vendor() + "/" + read.model(), item.knownAt()));
        }
        if (item.joins()) {
            join(item);
        }
        if (item.corrects()) {
            chains.replaceAll((key, state) -> key.equals(item.chainKey())
                    ? state
                    : StoryChain.apply(state, item.to(key)).state());
        }
    }

    private void join(ClassifiedHeadline item) {
        String key = item.chainKey();
        StoryState before =
                item.knownAt() - lastAt.getOrDefault(key, item.knownAt()) < FORGET_MILLIS ? chains.get(key) : null;
        StoryStep step = StoryChain.apply(before, item);
        chains.put(key, step.state());
        lastAt.put(key, item.knownAt());
        if (step.story() == null) {
            return;
        }
        boolean opened = before == null || !ids(before).contains(step.story());
        if (opened) {
            live.put(step.story(), new FoundStory(step.story(), item));
            found.add(live.get(step.story()));
        }
        live.get(step.story()).joined(item, step.state().heat(step.story(), item.knownAt()), step.transition());
    }

    private static List<String> ids(StoryState chain) {
        return chain.stories().stream().map(Story::id).toList();
    }
}
