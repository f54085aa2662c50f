package io.faultline.news;

/** How exactly {@code publishedAt} is known. */
public enum DatePrecision {
    /** To the second. */
    TIME,
    /** To the UTC day: counts as known only at that day's end. */
    DAY
}
