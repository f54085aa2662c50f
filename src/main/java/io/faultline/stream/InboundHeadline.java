package io.faultline.stream;

import io.faultline.news.Headline;

/**
 * A record of the headline topic as the source read it: a headline, or why it is none; never both.
 *
 * @param headline null if refused
 * @param knownAt time at which the record could be known here, epoch milliseconds; for a refused one the Kafka timestamp
 * @param rejected null if usable
 */
public record InboundHeadline(Headline headline, long knownAt, DeadLetter rejected) {}
