package io.faultline.io.replay;

import io.faultline.io.json.HeadlineCodec;
import io.faultline.io.json.ListingCodec;
import io.faultline.io.json.RuleCodec;
import io.faultline.io.json.TickCodec;
import io.faultline.io.kafka.KafkaTopics;
import io.faultline.market.Listing;
import io.faultline.market.Tick;
import io.faultline.news.Headline;
import io.faultline.rules.SectorRule;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Kafka records of a replay: keys as the contracts say, simulated time as timestamps. One instance per thread. */
final class ReplayRecords {

    private final KafkaTopics topics;
    private final TickCodec ticks = new TickCodec();
    private final HeadlineCodec headlines = new HeadlineCodec();
    /** Newest key per symbol: a symbol seldom trades on two listing venues. */
    private final Map<String, TickKey> keys = new HashMap<>();

    ReplayRecords(KafkaTopics topics) {
        this.topics = topics;
    }

    ProducerRecord<byte[], byte[]> rule(SectorRule rule, long at) {
        return new ProducerRecord<>(topics.rules(), null, at, bytes(rule.ruleId()), new RuleCodec().write(rule));
    }

    ProducerRecord<byte[], byte[]> listing(Listing listing, long at) {
        byte[] key = bytes(ListingCodec.topicKey(listing));
        return new ProducerRecord<>(topics.listings(), null, at, key, new ListingCodec().write(listing));
    }

    ProducerRecord<byte[], byte[]> tick(Tick tick) {
        TickKey key = keys.get(tick.symbol());
        if (key == null || !key.mic().equals(tick.mic())) {
            key = new TickKey(tick.mic(), bytes(tick.listingKey()));
            keys.put(tick.symbol(), key);
        }
        return new ProducerRecord<>(topics.ticks(), null, tick.ts(), key.bytes(), ticks.write(tick));
    }

    ProducerRecord<byte[], byte[]> headline(Headline headline) {
        long at = headline.earliestKnownAt().toEpochMilli();
        return new ProducerRecord<>(topics.headlines(), null, at, bytes(headline.id()), headlines.write(headline));
    }

    ProducerRecord<byte[], byte[]> tickHeartbeat(int partition, long at) {
        return new ProducerRecord<>(topics.ticks(), partition, at, null, ticks.write(Heartbeats.tick(at)));
    }

    ProducerRecord<byte[], byte[]> headlineHeartbeat(int partition, long at) {
        return new ProducerRecord<>(topics.headlines(), partition, at, null, headlines.write(Heartbeats.headline(at)));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record TickKey(String mic, byte[] bytes) {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
