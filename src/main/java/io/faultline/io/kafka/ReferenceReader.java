package io.faultline.io.kafka;

import io.faultline.io.json.CalendarCodec;
import io.faultline.io.json.Codec;
import io.faultline.io.json.ListingCodec;
import io.faultline.io.json.LogText;
import io.faultline.io.json.RejectedRecordException;
import io.faultline.io.json.RuleCodec;
import io.faultline.market.CalendarEntry;
import io.faultline.market.Listing;
import io.faultline.market.TradingDay;
import io.faultline.rules.SectorRule;
import io.faultline.stream.ReferenceSnapshot;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topics of rules, calendars and listings to their present end, for the snapshot that travels with the job.
 * Records that break the contract are left out here; the running job sends them to the dead letters.
 */
public final class ReferenceReader {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int EMPTY_POLLS = 30;

    private final Properties client;

    /**
     * A reader for one cluster.
     *
     * @param client Kafka client properties: bootstrap servers, security
     */
    public ReferenceReader(Properties client) {
        this.client = client;
    }

    /**
     * Current rules and calendar entries, and the listings that the rules name.
     *
     * @param listedSince of the listings in force before this date only the newest of each is kept; null keeps all
     * @throws KafkaException if the broker cannot be reached or a topic does not exist
     */
    public ReferenceSnapshot read(KafkaTopics topics, TradingDay listedSince) {
        Map<String, SectorRule> rules = latest(topics.rules(), new RuleCodec(), SectorRule::ruleId, key -> true);
        Map<String, CalendarEntry> calendars =
                latest(topics.calendars(), new CalendarCodec(), CalendarEntry::key, key -> true);
        Set<String> named = new HashSet<>();
        rules.values().forEach(rule -> named.addAll(rule.listingKeys()));
        Map<String, Listing> listings = latest(
                topics.listings(),
                new ListingCodec(),
                ListingCodec::topicKey,
                key -> named.contains(ListingCodec.listingKey(key)));
        return new ReferenceSnapshot(
                List.copyOf(rules.values()), List.copyOf(calendars.values()), usable(listings.values(), listedSince));
    }

    private static List<Listing> usable(Collection<Listing> listings, TradingDay since) {
        Map<String, NavigableMap<TradingDay, Listing>> byKey = new TreeMap<>();
        listings.forEach(listing -> byKey.computeIfAbsent(listing.listingKey(), key -> new TreeMap<>())
                .put(listing.asOf(), listing));
        List<Listing> usable = new ArrayList<>();
        for (NavigableMap<TradingDay, Listing> all : byKey.values()) {
            TradingDay inForce = since == null ? null : all.floorKey(since);
            usable.addAll((inForce == null ? all : all.tailMap(inForce, true)).values());
        }
        return usable;
    }

    private <T> Map<String, T> latest(
            String topic, Codec<T> codec, Function<T, String> keyOf, Predicate<String> wanted) {
        Properties properties = new Properties();
        client.stringPropertyNames().forEach(name -> properties.setProperty(name, client.getProperty(name)));
        properties.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.setProperty(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        Map<String, T> latest = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw new KafkaException("topic " + topic + " does not exist");
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            int emptyPolls = 0;
            while (!reached(consumer, ends)) {
                int polled = 0;
                for (ConsumerRecord<byte[], byte[]> entry : consumer.poll(POLL)) {
                    keep(entry, codec, keyOf, wanted, latest);
                    polled++;
                }
                emptyPolls = polled == 0 ? emptyPolls + 1 : 0;
                if (emptyPolls == EMPTY_POLLS) {
                    throw new KafkaException("topic " + topic + " cannot be read to its end");
                }
            }
        }
        return latest;
    }

    private static boolean reached(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static <T> void keep(
            ConsumerRecord<byte[], byte[]> entry,
            Codec<T> codec,
            Function<T, String> keyOf,
            Predicate<String> wanted,
            Map<String, T> latest) {
        if (entry.key() == null) {
            return;
        }
        String key = new String(entry.key(), StandardCharsets.UTF_8);
        if (!wanted.test(key)) {
            return;
        }
        if (entry.value() == null) {
            latest.remove(key);
            return;
        }
        try {
            T read = codec.read(entry.value());
            if (keyOf.apply(read).equals(key)) {
                latest.put(key, read);
            } else {
                LOG.warn(
                        "{} at offset {} of {} left out: its value asks for another key",
                        LogText.oneLine(key),
                        entry.offset(),
                        entry.topic());
            }
        } catch (RejectedRecordException e) {
            LOG.warn(
                    "{} at offset {} of {} left out: {}",
                    LogText.oneLine(key),
                    entry.offset(),
                    entry.topic(),
                    e.reason());
        }
    }
}
