package io.faultline.news;

/** What a headline says, as far as shocks are concerned. */
public enum HeadlineKind {
    /** A model is out, previewed or open-sourced. */
    RELEASE,
    /** An AI lab launches a product on its model. */
    PRODUCT,
    /** Attention to a release or its claimed impact: ranking, cost claims, analysts' posts. */
    AMPLIFIER,
    /** Explains a fall that has happened. */
    RECAP,
    /** Names another cause of a fall. */
    RIVAL,
    /** Anything else. */
    OTHER
}
