package io.faultline.testkit;

import io.faultline.io.json.HeadlineCodec;
import io.faultline.io.json.TickCodec;
import io.faultline.market.Tick;
import io.faultline.news.Headline;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Plays the small market to Kafka as a replayer does: piece by piece, with heartbeats on every partition. */
public final class SmallMarketFeed {

    private final KafkaTestbed kafka;
    private final TickCodec ticks = new TickCodec();
    private final HeadlineCodec headlines = new HeadlineCodec();
    private Instant played = Instant.EPOCH;

    /** A feed that has played nothing yet. */
    public SmallMarketFeed(KafkaTestbed kafka) {
        this.kafka = kafka;
    }

    /**
     * Publishes what happened up to and with {@code until}, then lets simulated time reach it. The first time it waits for
     * the running job to know the rules and listings there are: a print before its listing is refused.
     */
    public void playUntil(Instant until) throws Exception {
        if (played.equals(Instant.EPOCH)) {
            kafka.awaitConsumed(kafka.topics().rules());
            kafka.awaitConsumed(kafka.topics().listings());
        }
        for (Headline headline : SmallMarket.headlines()) {
            if (due(headline.publishedAt(), until)) {
                byte[] key = KafkaTestbed.bytes(headline.id());
                kafka.sendSoon(entry(
                        kafka.topics().headlines(), null, headline.publishedAt(), key, headlines.write(headline)));
            }
        }
        for (Tick tick : SmallMarket.ticks()) {
            Instant at = Instant.ofEpochMilli(tick.ts());
            if (due(at, until)) {
                byte[] key = KafkaTestbed.bytes(tick.listingKey());
                kafka.sendSoon(entry(kafka.topics().ticks(), null, at, key, ticks.write(tick)));
            }
        }
        for (int partition = 0; partition < KafkaTestbed.PARTITIONS; partition++) {
            byte[] tick = ticks.write(SmallMarket.heartbeat(until));
            byte[] headline = headlines.write(SmallMarket.headlineHeartbeat(until));
            kafka.sendSoon(entry(kafka.topics().ticks(), partition, until, null, tick));
            kafka.sendSoon(entry(kafka.topics().headlines(), partition, until, null, headline));
        }
        kafka.flush();
        played = until;
    }

    /** Plays the rest, up to the end of every incident. */
    public void playToEnd() throws Exception {
        playUntil(SmallMarket.end());
    }

    private boolean due(Instant at, Instant until) {
        return at.isAfter(played) && !at.isAfter(until);
    }

    private static ProducerRecord<byte[], byte[]> entry(
            String topic, Integer partition, Instant at, byte[] key, byte[] value) {
        return new ProducerRecord<>(topic, partition, at.toEpochMilli(), key, value);
    }
}
