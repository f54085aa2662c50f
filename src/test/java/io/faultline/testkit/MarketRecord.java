package io.faultline.testkit;

import io.faultline.stream.InboundListing;
import io.faultline.stream.InboundTick;

/** A record of a {@link MarketFeed}: a listing or a tick, never both. */
public record MarketRecord(InboundListing listing, InboundTick tick) {}
