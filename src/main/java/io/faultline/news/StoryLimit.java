package io.faultline.news;

/** What a headline ran into that keeps chains small and transitions rare. */
public enum StoryLimit {
    /** A release beyond {@link ReleasesToday#MAX} of its chain and day: counted, not told. */
    RELEASES_OF_DAY,
    /** Its story took the place of another live one of its chain, beyond {@link StoryState#MAX_STORIES}. */
    STORY_EVICTED,
    /** It was told before, and its story no longer keeps it: nothing happens. */
    TOLD_BEFORE
}
