package io.faultline;

import static io.faultline.testkit.TopicReader.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.io.json.ErrorClass;
import io.faultline.io.kafka.KafkaTopics;
import io.faultline.testkit.KafkaTestbed;
import io.faultline.testkit.RunningJob;
import io.faultline.testkit.SmallMarket;
import io.faultline.testkit.SmallMarketFeed;
import io.faultline.testkit.TopicReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobStatus;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bytes that no contract allows, on every input topic of a real broker, in the middle of good records. */
@Timeout(180)
class HostileInputITCase {

    private static final Instant FRIDAY_NOON = Instant.parse("2025-01-24T17:00:00Z");
    private static final Instant MONDAY_OPEN = Instant.parse("2025-01-27T14:30:00Z");
    private static final Instant MONDAY_MIDDAY = Instant.parse("2025-01-27T17:00:00Z");
    private static final KafkaTopics TOPICS = KafkaTopics.defaults();

    /** A record that must be set aside, and what its letter must say. */
    @SuppressWarnings("ArrayRecordComponent") // bytes as they are sent
    private record Hostile(String topic, String key, byte[] value, ErrorClass expected) {}

    @Test
    void isSetAsideWithItsBytesAndStopsNothing(@TempDir Path directory) throws Exception {
        try (KafkaTestbed kafka = KafkaTestbed.start();
                RunningJob job = startedJob(kafka, directory);
                TopicReader letters = kafka.reader(TOPICS.deadLetters(), "read_committed");
                TopicReader alerts = kafka.reader(TOPICS.alerts(), "read_committed")) {
            SmallMarketFeed feed = new SmallMarketFeed(kafka);
            Map<String, Hostile> sent = new HashMap<>();
            feed.playUntil(FRIDAY_NOON);
            send(kafka, FRIDAY_NOON, sent);
            feed.playUntil(MONDAY_OPEN);
            send(kafka, MONDAY_OPEN, sent);
            feed.playUntil(MONDAY_MIDDAY);

            alerts.awaitAny("OPEN", entry -> text(entry.value()).contains("\"state\":\"OPEN\""));
            letters.await("all letters", read -> parsed(read).size() >= sent.size());

            List<ConsumerRecord<byte[], byte[]>> parsed = parsed(letters.toEnd());
            assertThat(parsed).extracting(HostileInputITCase::place).containsExactlyInAnyOrderElementsOf(sent.keySet());
            parsed.forEach(letter -> check(letter, sent.get(place(letter))));
            assertThat(job.status()).isEqualTo(JobStatus.RUNNING);
            assertThat(job.restarts()).as("restarts").isZero();
        }
    }

    private static RunningJob startedJob(KafkaTestbed kafka, Path directory) throws Exception {
        kafka.publish(SmallMarket.rule());
        kafka.publish(SmallMarket.listings());
        return RunningJob.start(kafka.settings(), directory);
    }

    private static void send(KafkaTestbed kafka, Instant at, Map<String, Hostile> sent) throws Exception {
        for (Hostile hostile : hostileRecords(at)) {
            RecordMetadata place =
                    kafka.send(hostile.topic(), bytes(hostile.key()), hostile.value(), at.toEpochMilli());
            sent.put(place.topic() + "/" + place.partition() + "/" + place.offset(), hostile);
        }
    }

    private static List<Hostile> hostileRecords(Instant at) {
        List<Hostile> records = new ArrayList<>();
        records.addAll(ticks(at));
        records.addAll(headlines());
        records.add(new Hostile(TOPICS.rules(), "torn", bytes("{\"ruleId\":\"torn\""), ErrorClass.MALFORMED_JSON));
        String noShares = "{\"symbol\":\"ZZZ\",\"mic\":\"XNAS\",\"asOf\":\"2025-01-24\",\"kind\":\"STOCK\","
                + "\"currency\":\"USD\",\"issuer\":\"Z\"}";
        records.add(new Hostile(TOPICS.listings(), "ZZZ@XNAS|2025-01-24", bytes(noShares), ErrorClass.MISSING_FIELD));
        records.add(new Hostile(TOPICS.calendars(), "XNAS|2025-01-27", bytes("[]"), ErrorClass.WRONG_TYPE));
        return records;
    }

    private static List<Hostile> ticks(Instant at) {
        long ts = at.toEpochMilli();
        return List.of(
                tick(bytes("{\"symbol\":\"AAA\",\"mic\":"), ErrorClass.MALFORMED_JSON),
                tick(bytes("not json at all"), ErrorClass.MALFORMED_JSON),
                tick(tickJson(ts, "\"1.0\""), ErrorClass.WRONG_TYPE),
                tick(bytes("[1,2,3]"), ErrorClass.WRONG_TYPE),
                tick(tickJson(ts, "NaN"), ErrorClass.NOT_A_NUMBER),
                tick(tickJson(ts, "-1.0"), ErrorClass.NEGATIVE_PRICE),
                tick(tickJson(ts, "1.0,\"note\":\"" + "x".repeat(5 * 1024) + "\""), ErrorClass.OVERSIZE),
                tick(tickJson(0, "1.0"), ErrorClass.ABSURD_TIMESTAMP),
                tick(
                        tickJson(Instant.parse("2200-01-01T00:00:00Z").toEpochMilli(), "1.0"),
                        ErrorClass.ABSURD_TIMESTAMP),
                // Possible at another time, but a week ahead of its own record.
                tick(tickJson(ts + 7 * 86_400_000L, "1.0"), ErrorClass.ABSURD_TIMESTAMP),
                tick(new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', '}'}, ErrorClass.BROKEN_UTF8),
                tick(new byte[0], ErrorClass.EMPTY),
                tick(null, ErrorClass.EMPTY));
    }

    private static List<Hostile> headlines() {
        return List.of(
                headline(bytes("{\"id\":\"x\""), ErrorClass.MALFORMED_JSON),
                headline(headlineJson("2025-01-24T12:00:00Z", "42"), ErrorClass.WRONG_TYPE),
                headline(headlineJson("1970-01-01T00:00:00Z", "\"old\""), ErrorClass.ABSURD_TIMESTAMP),
                headline(headlineJson("2200-01-01T00:00:00Z", "\"new\""), ErrorClass.ABSURD_TIMESTAMP),
                headline(
                        headlineJson("2025-01-24T12:00:00Z", "\"" + "x".repeat(65 * 1024) + "\""), ErrorClass.OVERSIZE),
                headline(new byte[] {'{', '"', (byte) 0xff, '"', '}'}, ErrorClass.BROKEN_UTF8),
                headline(new byte[0], ErrorClass.EMPTY),
                headline(null, ErrorClass.EMPTY));
    }

    private static Hostile tick(byte[] value, ErrorClass expected) {
        return new Hostile(TOPICS.ticks(), "AAA@XNAS", value, expected);
    }

    private static Hostile headline(byte[] value, ErrorClass expected) {
        return new Hostile(TOPICS.headlines(), "x", value, expected);
    }

    private static byte[] tickJson(long ts, String price) {
        return bytes("{\"symbol\":\"AAA\",\"mic\":\"XNAS\",\"ts\":" + ts
                + ",\"size\":100,\"tradeId\":\"hostile\",\"action\":\"NEW\",\"price\":" + price + "}");
    }

    private static byte[] headlineJson(String publishedAt, String title) {
        return bytes("{\"id\":\"x\",\"publishedAt\":\"" + publishedAt + "\",\"source\":\"wire\",\"lang\":\"en\","
                + "\"action\":\"CREATED\",\"title\":" + title + "}");
    }

    /** Letters of what the sources refused; later stages may have written others. */
    private static List<ConsumerRecord<byte[], byte[]>> parsed(List<ConsumerRecord<byte[], byte[]>> letters) {
        return letters.stream()
                .filter(letter -> "parse".equals(header(letter, "stage")))
                .toList();
    }

    private static String place(ConsumerRecord<byte[], byte[]> letter) {
        return header(letter, "original-topic") + "/" + header(letter, "original-partition") + "/"
                + header(letter, "original-offset");
    }

    private static void check(ConsumerRecord<byte[], byte[]> letter, Hostile hostile) {
        assertThat(letter.key()).as("key of %s", hostile).isEqualTo(bytes(hostile.key()));
        assertThat(letter.value()).as("bytes of %s", hostile).isEqualTo(hostile.value());
        assertThat(header(letter, "error-class"))
                .as("class of %s: %s", hostile, header(letter, "reason"))
                .isEqualTo(hostile.expected().name());
        assertThat(header(letter, "reason")).isNotBlank();
        assertThat(header(letter, "original-timestamp")).isIn(stamp(FRIDAY_NOON), stamp(MONDAY_OPEN));
    }

    private static String stamp(Instant at) {
        return Long.toString(at.toEpochMilli());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
