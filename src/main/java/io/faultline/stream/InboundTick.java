package io.faultline.stream;

import io.faultline.market.Tick;

/**
 * A record of the tick topic as the source read it: a tick, or why it is none; never both.
 *
 * @param tick null if refused
 * @param knownAt time at which the record could be known here, epoch milliseconds; for a refused one the Kafka timestamp
 * @param rejected null if usable
 */
public record InboundTick(Tick tick, long knownAt, DeadLetter rejected) {}
