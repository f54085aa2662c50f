package io.faultline.io.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.faultline.io.json.AlertCodec;
import io.faultline.io.json.RejectedRecordException;
import io.faultline.io.json.SectorSampleCodec;
import io.faultline.io.json.WireSamples;
import io.faultline.shock.Alert;
import io.faultline.stream.DeadLetter;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class WritersTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-01-27T21:00:02.123456Z"), ZoneOffset.UTC);

    @Test
    void anAlertIsACloudEventKeyedByIncident() throws RejectedRecordException {
        Alert alert = WireSamples.alert();

        ProducerRecord<byte[], byte[]> written = new AlertWriter("alerts", CLOCK).serialize(alert, null, 1L);

        assertThat(written.topic()).isEqualTo("alerts");
        assertThat(new String(written.key(), UTF_8)).isEqualTo(alert.incidentId());
        assertThat(written.timestamp()).isEqualTo(alert.detectedAt().toEpochMilli());
        assertThat(headers(written))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", alert.incidentId() + ":3",
                        "ce_source", "/faultline",
                        "ce_type", "io.faultline.alert.v1",
                        "ce_subject", "ai-infrastructure",
                        "ce_time", "2025-01-27T21:00:00Z",
                        "content-type", "application/json"));
        Alert read = new AlertCodec().read(written.value());
        assertThat(read.emittedAt()).isEqualTo(Instant.parse("2025-01-27T21:00:02.123Z"));
        assertThat(read).usingRecursiveComparison().ignoringFields("emittedAt").isEqualTo(alert);
    }

    @Test
    void aSampleIsKeyedBySectorAtItsEventTime() throws RejectedRecordException {
        ProducerRecord<byte[], byte[]> written =
                new SectorSampleWriter("sectors").serialize(WireSamples.sample(), null, null);

        assertThat(new String(written.key(), UTF_8)).isEqualTo("ai-infrastructure");
        assertThat(written.timestamp()).isEqualTo(WireSamples.OPEN.toEpochMilli());
        assertThat(new SectorSampleCodec().read(written.value())).isEqualTo(WireSamples.sample());
    }

    @Test
    void aDeadLetterKeepsItsBytesAndTellsWhy() throws IOException {
        byte[] key = {(byte) 0xff};
        byte[] value = {(byte) 0xfe, 0, 1};
        DeadLetter letter =
                new DeadLetter("market.ticks.v1", 2, 48210, 9, key, value, "parse", "BROKEN_UTF8", "no UTF-8");

        ProducerRecord<byte[], byte[]> written = new DeadLetterWriter("dead").serialize(letter, null, null);

        assertThat(written.key()).isSameAs(key);
        assertThat(written.value()).isSameAs(value);
        assertThat(written.timestamp())
                .as("the broker may refuse the original one")
                .isNull();
        assertThat(headers(written))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "original-topic", "market.ticks.v1",
                        "original-partition", "2",
                        "original-offset", "48210",
                        "original-timestamp", "9",
                        "stage", "parse",
                        "error-class", "BROKEN_UTF8",
                        "reason", "no UTF-8"));
        assertValid(headers(written));
    }

    @Test
    void aDeadLetterTooBigForABrokerIsCutAndSaysSo() throws IOException {
        byte[] value = new byte[DeadLetterWriter.MAX_BYTES + 1];
        DeadLetter letter = new DeadLetter("t", 0, 0, 0, new byte[20_000], value, "parse", "OVERSIZE", "big");

        ProducerRecord<byte[], byte[]> written = new DeadLetterWriter("dead").serialize(letter, null, null);

        assertThat(written.value()).hasSize(DeadLetterWriter.MAX_BYTES);
        assertThat(headers(written))
                .containsEntry("original-value-bytes", "900001")
                .containsEntry("original-key-bytes", "20000");
        assertValid(headers(written));
    }

    private static void assertValid(Map<String, String> headers) throws IOException {
        try (InputStream schema =
                WritersTest.class.getResourceAsStream("/schemas/dead-letter-headers.v1.schema.json")) {
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(schema)
                            .validate(new ObjectMapper().valueToTree(headers)))
                    .isEmpty();
        }
    }

    private static Map<String, String> headers(ProducerRecord<byte[], byte[]> written) {
        Map<String, String> headers = new TreeMap<>();
        written.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }
}
