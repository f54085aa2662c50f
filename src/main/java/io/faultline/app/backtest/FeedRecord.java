package io.faultline.app.backtest;

import io.faultline.stream.InboundHeadline;
import io.faultline.stream.InboundListing;
import io.faultline.stream.InboundTick;

/**
 * A record of the one source of a back-test, or the heartbeats of both feeds at one instant.
 *
 * @param listing set for a listing
 * @param tick set for a tick and for heartbeats
 * @param headline set for a headline and for heartbeats
 */
public record FeedRecord(InboundListing listing, InboundTick tick, InboundHeadline headline) {}
