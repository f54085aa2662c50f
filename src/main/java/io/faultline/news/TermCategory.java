package io.faultline.news;

/** What a word of the lexicon is evidence of. Named as in the tables. */
enum TermCategory {
    VENDOR,
    /** Speaks for a maker without being its name. */
    PERSON,
    MODEL,
    RELEASE_VERB,
    MODEL_NOUN,
    MODEL_WORD,
    AI_WORD,
    PRODUCT_NOUN,
    /** A product only where it ends a clause: "an application" for models, "a cluster" for models. */
    PRODUCT_HEAD,
    ATTENTION,
    FALL,
    MARKET,
    COMPARATOR,
    /** Between two makers: the first only says who the second is. */
    APPOSITION,
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
