package io.faultline.news;

import java.util.ArrayList;
import java.util.List;

/** A chain to which headlines are played one by one, with all that they did to it. */
final class PlayedChain {

    private final List<StoryStep> steps = new ArrayList<>();
    private StoryState state;

    StoryState state() {
        return state;
    }

    /** What each headline did, in the order in which they were played. */
    List<StoryStep> steps() {
        return steps;
    }

    StoryStep last() {
        return steps.get(steps.size() - 1);
    }

    List<StoryTransition> told() {
        return steps.stream()
                .map(StoryStep::transition)
                .filter(transition -> transition != null)
                .toList();
    }

    Story story(String id) {
        return state.stories().stream()
                .filter(story -> story.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A headline in time, with an id of its own: h0, h1 and so on. */
    void news(String at, String title) {
        news("h" + steps.size(), at, title);
    }

    void news(String id, String at, String title) {
        apply(Headlines.classified(id, at, title));
    }

    void deleted(String id, String at) {
        apply(Headlines.classified(Headlines.with(id, at, "", HeadlineAction.DELETED)));
    }

    void apply(ClassifiedHeadline item) {
        apply(item, item.knownAt());
    }

    /** A headline that is taken at an instant, epoch milliseconds, which may be later than it could be known. */
    void apply(ClassifiedHeadline item, long now) {
        StoryStep step = StoryChain.apply(state, item, now);
        state = step.state();
        steps.add(step);
    }
}
