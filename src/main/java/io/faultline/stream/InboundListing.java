package io.faultline.stream;

import io.faultline.market.Listing;

/**
 * A record of the listing topic as the source read it: a listing, or why it is none; never both.
 *
 * @param listing null if refused
 * @param knownAt time at which the record could be known here, epoch milliseconds; for a refused one the Kafka timestamp
 * @param rejected null if usable
 */
public record InboundListing(Listing listing, long knownAt, DeadLetter rejected) {}
