package io.faultline.app.stories;

import io.faultline.news.ChainKeys;
import io.faultline.news.Classification;
import io.faultline.news.ClassifiedHeadline;
import io.faultline.news.Correction;
import io.faultline.news.Headline;
import io.faultline.news.HeadlineClassifier;
import io.faultline.news.LexiconTable;
import io.faultline.news.Story;
import io.faultline.news.StoryChain;
import io.faultline.news.StoryState;
import io.faultline.news.StoryStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs classifier and story chains over headlines as the job does: one by one in order of knowledge.
 * What is held of the chains is bounded as in the job; of a story that has ended a line is kept.
 */
final class StoryHunt {

    private static final long FORGET_MILLIS = StoryChain.FORGET.toMillis();

    private final HeadlineClassifier classifier;
    private final Set<String> keys;
    private final Map<String, StoryState> chains = new HashMap<>();
    private final Map<String, Correction> corrections = new HashMap<>();
    private final Map<String, Long> lastAt = new HashMap<>();
    private final Map<String, FoundStory> live = new HashMap<>();
    private final List<FoundStory> found = new ArrayList<>();
    private final Map<String, NameSighting> names = new LinkedHashMap<>();

    private StoryHunt(List<LexiconTable> lexicon) {
        classifier = HeadlineClassifier.with(lexicon);
        keys = ChainKeys.with(lexicon);
    }

    /** Goes through the headlines, with tables of words that add to the shipped ones. */
    static StoryHunt over(List<Headline> headlines, List<LexiconTable> lexicon) {
        StoryHunt hunt = new StoryHunt(lexicon);
        hunt.lastWordings(headlines).stream()
                .sorted(ClassifiedHeadline.BY_KNOWLEDGE)
                .forEachOrdered(hunt::take);
        hunt.found.removeIf(story -> story.headlines() == 0);
        hunt.found.sort(Comparator.comparingLong(FoundStory::firstSeen).thenComparing(FoundStory::id));
        return hunt;
    }

    /** Without wordings that nobody could know yet when their correction came. */
    private List<ClassifiedHeadline> lastWordings(List<Headline> headlines) {
        Map<String, List<ClassifiedHeadline>> byId = new LinkedHashMap<>();
        for (Headline headline : headlines) {
            ClassifiedHeadline item = ClassifiedHeadline.of(headline, headline.earliestKnownAt(), classifier);
            List<ClassifiedHeadline> same = byId.computeIfAbsent(headline.id(), id -> new ArrayList<>(1));
            if (item.corrects()) {
                same.removeIf(earlier -> earlier.knownAt() >= item.knownAt());
            }
            same.add(item);
        }
        return byId.values().stream().flatMap(List::stream).toList();
    }

    /** Stories found, by first headline. */
    List<FoundStory> stories() {
        return found;
    }

    /** Headlines that name a model, by knowledge time. */
    List<NameSighting> names() {
        return List.copyOf(names.values());
    }

    private void take(ClassifiedHeadline item) {
        Headline headline = item.headline();
        Correction last = corrections.get(headline.id());
        if (last != null && last.outdates(headline)) {
            return;
        }
        Classification read = item.classification();
        String id = headline.id();
        if (item.corrects()) {
            corrections.put(id, Correction.of(headline));
            names.remove(id);
        }
        if (read.vendor() != null && read.model() != null) {
            names.putIfAbsent(id, new NameSighting(read.vendor() + "/" + read.model(), item.knownAt()));
        }
        String story = item.joins() ? join(item) : null;
        if (item.corrects()) {
            found.stream().filter(one -> !one.id().equals(story)).forEach(one -> one.left(id));
            keys.stream().filter(key -> !key.equals(item.chainKey())).forEach(key -> correct(key, item.to(key)));
        }
    }

    private void correct(String key, ClassifiedHeadline item) {
        StoryState state = chains.get(key);
        if (state != null) {
            StoryStep step = StoryChain.apply(state, item, item.knownAt());
            chains.put(key, step.state());
            if (step.transition() != null) {
                live.get(step.story()).told(step.transition());
            }
        }
    }

    /** Id of the story joined; null if none. */
    private String join(ClassifiedHeadline item) {
        String key = item.chainKey();
        StoryState before =
                item.knownAt() - lastAt.getOrDefault(key, item.knownAt()) < FORGET_MILLIS ? chains.get(key) : null;
        StoryStep step = StoryChain.apply(before, item, item.knownAt());
        chains.put(key, step.state());
        lastAt.put(key, item.knownAt());
        if (step.story() == null) {
            return null;
        }
        boolean opened = before == null || !ids(before.liveAt(item.knownAt())).contains(step.story());
        if (opened) {
            live.put(step.story(), new FoundStory(step.story(), item));
            found.add(live.get(step.story()));
        }
        live.get(step.story()).joined(item, step.state().heat(step.story(), item.knownAt()), step.transition());
        return step.story();
    }

    private static List<String> ids(StoryState chain) {
        return chain.stories().stream().map(Story::id).toList();
    }
}
