package io.faultline.news;

/** What a record on the headline topic says. */
public enum HeadlineAction {
    /** A new headline. */
    CREATED,
    /** The headline with this id now reads otherwise. */
    UPDATED,
    /** The headline with this id was withdrawn. */
    DELETED,
    /** No headline: only says that event time has reached {@code publishedAt} on this partition. */
    HEARTBEAT
}
