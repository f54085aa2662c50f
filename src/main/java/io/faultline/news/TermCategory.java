package io.faultline.news;

/** What a word of the lexicon is evidence of. Named as in the tables. */
enum TermCategory {
    VENDOR,
    MODEL,
    RELEASE_VERB,
    MODEL_NOUN,
    MODEL_WORD,
    AI_WORD,
    PRODUCT_NOUN,
    ATTENTION,
    FALL,
    MARKET,
    COMPARATOR,
    FUTURE,
    DENIAL,
    INTEGRATION,
    PRICE,
    BENCHMARK,
    HOW_TO,
    OUTAGE,
    LEGAL,
    PEOPLE,
    OTHER_SENSE,
    /** A phrase that means something else than the words in it: hides them. */
    ASIDE,
    RIVAL
}
