package io.faultline.io.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.io.json.CalendarCodec;
import io.faultline.io.json.HeadlineCodec;
import io.faultline.io.json.ListingCodec;
import io.faultline.io.json.RuleCodec;
import io.faultline.io.json.TickCodec;
import io.faultline.io.json.TimestampGuard;
import io.faultline.io.json.WireSamples;
import io.faultline.shock.RunMode;
import io.faultline.stream.DeadLetter;
import io.faultline.stream.InboundCalendar;
import io.faultline.stream.InboundHeadline;
import io.faultline.stream.InboundListing;
import io.faultline.stream.InboundRule;
import io.faultline.stream.InboundTick;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class ReadersTest {

    private static final long AT = WireSamples.CLOSE.toEpochMilli();
    private static final TimestampGuard REPLAY = guard(RunMode.REPLAY);

    @Test
    void aTickIsKnownAtItsTrade() throws Exception {
        byte[] value = new TickCodec().write(WireSamples.tick());

        InboundTick inbound = read(new TickReader(REPLAY), "NVDA@XNAS".getBytes(UTF_8), value);

        assertThat(inbound)
                .isEqualTo(
                        new InboundTick(WireSamples.tick(), WireSamples.tick().ts(), null));
    }

    @Test
    void aRefusedTickBecomesADeadLetterWithItsBytes() throws Exception {
        byte[] key = {(byte) 0xff, 0};
        byte[] value = "{\"symbol\":\"NVDA\",\"price\":NaN}\n".getBytes(UTF_8);

        InboundTick inbound = read(new TickReader(REPLAY), key, value);

        assertThat(inbound.tick()).isNull();
        assertThat(inbound.knownAt()).isEqualTo(AT);
        DeadLetter letter = inbound.rejected();
        assertThat(letter.key()).isSameAs(key);
        assertThat(letter.value()).isSameAs(value);
        assertThat(letter)
                .usingRecursiveComparison()
                .isEqualTo(
                        new DeadLetter("in.v1", 3, 42, AT, key, value, "parse", "NOT_A_NUMBER", "NaN is not a number"));
    }

    @Test
    void aTickWithoutValueIsRefused() throws Exception {
        assertThat(read(new TickReader(REPLAY), null, null).rejected().errorClass())
                .isEqualTo("EMPTY");
    }

    @Test
    void aTickFarAheadOfItsRecordIsRefused() throws Exception {
        String future = "{\"ts\":" + (AT + 2 * 86_400_000L) + ",\"action\":\"HEARTBEAT\"}";

        assertThat(read(new TickReader(REPLAY), null, future.getBytes(UTF_8))
                        .rejected()
                        .errorClass())
                .isEqualTo("ABSURD_TIMESTAMP");
    }

    @Test
    void aHeadlineIsKnownByPublicationInReplayAndByItsRecordLive() throws Exception {
        byte[] value = new HeadlineCodec().write(WireSamples.headline());
        long received = WireSamples.headline().receivedAt().toEpochMilli();

        InboundHeadline replayed = read(new HeadlineReader(REPLAY), null, value);
        InboundHeadline live = read(new HeadlineReader(guard(RunMode.LIVE)), null, value);

        assertThat(replayed).isEqualTo(new InboundHeadline(WireSamples.headline(), received, null));
        assertThat(live).isEqualTo(new InboundHeadline(WireSamples.headline(), AT, null));
    }

    @Test
    void aListingMustLieUnderItsOwnKey() throws Exception {
        byte[] value = new ListingCodec().write(WireSamples.listing());

        InboundListing right = read(new ListingReader(), "8035@XTKS|2025-01-27".getBytes(UTF_8), value);
        InboundListing wrong = read(new ListingReader(), "8035@XTKS".getBytes(UTF_8), value);
        InboundListing keyless = read(new ListingReader(), null, value);
        InboundListing removal = read(new ListingReader(), "8035@XTKS|2025-01-27".getBytes(UTF_8), null);

        assertThat(right).isEqualTo(new InboundListing(WireSamples.listing(), AT, null));
        assertThat(wrong.rejected().errorClass()).isEqualTo("KEY_MISMATCH");
        assertThat(keyless.rejected().errorClass()).isEqualTo("KEY_MISMATCH");
        assertThat(removal.rejected().errorClass()).isEqualTo("EMPTY");
    }

    @Test
    void aRuleIsReadRemovedOrRefused() throws Exception {
        byte[] key = "memory-storage".getBytes(UTF_8);
        byte[] value = new RuleCodec().write(WireSamples.rule());

        assertThat(read(new RuleReader(), key, value))
                .isEqualTo(new InboundRule("memory-storage", WireSamples.rule(), null));
        assertThat(read(new RuleReader(), key, null)).isEqualTo(new InboundRule("memory-storage", null, null));

        InboundRule refused = read(new RuleReader(), key, "{\"ruleId\":\"memory-storage\"}".getBytes(UTF_8));
        assertThat(refused.ruleId()).isEqualTo("memory-storage");
        assertThat(refused.rejected().errorClass()).isEqualTo("MISSING_FIELD");
        assertThat(read(new RuleReader(), "other".getBytes(UTF_8), value)
                        .rejected()
                        .errorClass())
                .isEqualTo("KEY_MISMATCH");
        assertThat(read(new RuleReader(), null, null).rejected().errorClass()).isEqualTo("EMPTY");
    }

    @Test
    void aCalendarEntryIsReadOrRemoved() throws Exception {
        byte[] key = "XNAS|2025-11-28".getBytes(UTF_8);
        byte[] value = new CalendarCodec().write(WireSamples.calendarEntry());

        assertThat(read(new CalendarReader(), key, value))
                .isEqualTo(new InboundCalendar("XNAS|2025-11-28", WireSamples.calendarEntry(), null));
        assertThat(read(new CalendarReader(), key, null)).isEqualTo(new InboundCalendar("XNAS|2025-11-28", null, null));
        assertThat(read(new CalendarReader(), key, new byte[] {'x'}).rejected().errorClass())
                .isEqualTo("MALFORMED_JSON");
    }

    private static <T> T read(KafkaRecordDeserializationSchema<T> reader, byte[] key, byte[] value) throws Exception {
        reader.open(null);
        List<T> out = new ArrayList<>();
        deserialize(reader, key, value, out);
        assertThat(out).hasSize(1);
        return out.get(0);
    }

    private static <T> void deserialize(
            KafkaRecordDeserializationSchema<T> reader, byte[] key, byte[] value, List<T> out) throws IOException {
        ConsumerRecord<byte[], byte[]> kafka = new ConsumerRecord<>(
                "in.v1",
                3,
                42,
                AT,
                TimestampType.CREATE_TIME,
                key == null ? -1 : key.length,
                value == null ? -1 : value.length,
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
        reader.deserialize(kafka, new ListCollector<>(out));
    }

    private static TimestampGuard guard(RunMode mode) {
        return new TimestampGuard(mode, Clock.fixed(WireSamples.CLOSE, ZoneOffset.UTC));
    }
}
