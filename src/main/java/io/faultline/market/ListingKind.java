package io.faultline.market;

/** What a listing is used for. */
public enum ListingKind {
    /** A member of sectors. */
    STOCK,
    /** A market proxy, for example an index fund. */
    BENCHMARK
}
