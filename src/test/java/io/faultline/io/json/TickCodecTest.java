package io.faultline.io.json;

import static io.faultline.io.json.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faultline.market.Tick;
import io.faultline.market.TickAction;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TickCodecTest {

    private static final String HEAD = "{\"symbol\":\"NVDA\",\"mic\":\"XNAS\",\"action\":\"NEW\",\"size\":100,";

    private final TickCodec codec = new TickCodec();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "MALFORMED_JSON   | `\"ts\":1738011599000,\"price\":118.42`",
                "MALFORMED_JSON   | `\"ts\":1738011599000,\"price\":118.42,}`",
                "MALFORMED_JSON   | `\"ts\":1738011599000,\"price\":.5}`",
                "MALFORMED_JSON   | `\"ts\":1738011599000,\"price\":0118}`",
                "MALFORMED_JSON   | `'ts':1738011599000,\"price\":118.42}`",
                "TRAILING_DATA    | `\"ts\":1738011599000,\"price\":118.42} x`",
                "TRAILING_DATA    | `\"ts\":1738011599000,\"price\":118.42}{}`",
                "DUPLICATE_FIELD  | `\"ts\":1738011599000,\"price\":118.42,\"price\":1}`",
                "DUPLICATE_FIELD  | `\"ts\":1738011599000,\"price\":118.42,\"x\":1,\"x\":2}`",
                "MISSING_FIELD    | `\"price\":118.42}`",
                "MISSING_FIELD    | `\"ts\":1738011599000}`",
                "MISSING_FIELD    | `\"ts\":1738011599000,\"price\":null}`",
                "MISSING_FIELD    | `\"ts\":null,\"price\":118.42}`",
                "WRONG_TYPE       | `\"ts\":1738011599000,\"price\":\"118.42\"}`",
                "WRONG_TYPE       | `\"ts\":1738011599000,\"price\":\"NaN\"}`",
                "WRONG_TYPE       | `\"ts\":1738011599000,\"price\":[118.42]}`",
                "WRONG_TYPE       | `\"ts\":1738011599000,\"price\":true}`",
                "WRONG_TYPE       | `\"ts\":1738011599000.0,\"price\":118.42}`",
                "WRONG_TYPE       | `\"ts\":1.738e12,\"price\":118.42}`",
                "WRONG_TYPE       | `\"ts\":\"2025-01-27T21:00:00Z\",\"price\":118.42}`",
                "WRONG_TYPE       | `\"ts\":1738011599000,\"price\":118.42,\"venue\":7}`",
                "NOT_A_NUMBER     | `\"ts\":1738011599000,\"price\":NaN}`",
                "NOT_A_NUMBER     | `\"ts\":1738011599000,\"price\":Infinity}`",
                "NOT_A_NUMBER     | `\"ts\":1738011599000,\"price\":-Infinity}`",
                "NOT_A_NUMBER     | `\"ts\":NaN,\"price\":118.42}`",
                "NOT_A_NUMBER     | `\"ts\":1738011599000,\"price\":118.42,\"later\":{\"a\":[NaN]}}`",
                "NEGATIVE_PRICE   | `\"ts\":1738011599000,\"price\":-118.42}`",
                "NEGATIVE_PRICE   | `\"ts\":1738011599000,\"price\":-1e400}`",
                "OUT_OF_RANGE     | `\"ts\":1738011599000,\"price\":0}`",
                "OUT_OF_RANGE     | `\"ts\":1738011599000,\"price\":1e400}`",
                "OUT_OF_RANGE     | `\"ts\":1738011599000,\"price\":1e10}`",
                "OUT_OF_RANGE     | `\"ts\":1738011599000,\"price\":118.42,\"conditions\":\"12345678901234567\"}`",
                "UNKNOWN_VALUE    | `\"ts\":1738011599000,\"price\":118.42,\"tape\":\"X\"}`",
                "ABSURD_TIMESTAMP | `\"ts\":0,\"price\":118.42}`",
                "ABSURD_TIMESTAMP | `\"ts\":-1,\"price\":118.42}`",
                "ABSURD_TIMESTAMP | `\"ts\":1738011599,\"price\":118.42}`",
                "ABSURD_TIMESTAMP | `\"ts\":1738011599000000000,\"price\":118.42}`",
                "ABSURD_TIMESTAMP | `\"ts\":99999999999999999999999,\"price\":118.42}`",
                "BROKEN_UTF8      | `\"ts\":1738011599000,\"price\":118.42,\"tradeId\":\"\\ud800\"}`",
                "EXCEEDS_LIMIT    | `\"ts\":1738011599000,\"price\":0.00000000000000000000000000000000000000000000000000000000000000001}`",
                "EXCEEDS_LIMIT    | `\"ts\":1738011599000,\"price\":118.42,\"x\":[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]}`",
            })
    void refuses(ErrorClass errorClass, String tail) {
        assertRefused(codec, errorClass, HEAD + tail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "EMPTY          | ``",
                "EMPTY          | `  `",
                "WRONG_TYPE     | `[]`",
                "WRONG_TYPE     | `null`",
                "WRONG_TYPE     | `7`",
                "NOT_A_NUMBER   | `NaN`",
                "MALFORMED_JSON | `not json`",
                "MALFORMED_JSON | `{`",
                "MISSING_FIELD  | `{}`",
                "UNKNOWN_VALUE  | `{\"action\":\"BUY\",\"ts\":1738011599000}`",
                "MISSING_FIELD  | `{\"action\":\"HALT\",\"ts\":1738011599000,\"symbol\":\"NVDA\"}`",
                "MISSING_FIELD  | `{\"action\":\"CANCEL\",\"ts\":1738011599000,\"symbol\":\"NVDA\",\"mic\":\"XNAS\"}`",
                "OUT_OF_RANGE   | `{\"action\":\"HALT\",\"ts\":1738011599000,\"symbol\":\"NV DA\",\"mic\":\"XNAS\"}`",
                "OUT_OF_RANGE   | `{\"action\":\"HALT\",\"ts\":1738011599000,\"symbol\":\"NV@DA\",\"mic\":\"XNAS\"}`",
                "OUT_OF_RANGE   | `{\"action\":\"HALT\",\"ts\":1738011599000,\"symbol\":\"NVDA\",\"mic\":\"nasdaq\"}`",
            })
    void refusesWhole(ErrorClass errorClass, String json) {
        assertRefused(codec, errorClass, json);
    }

    @Test
    void refusesWhatIsNoUtf8() {
        byte[] json = codec.write(WireSamples.tick());
        json[json.length - 4] = (byte) 0xC3;
        assertRefused(codec, ErrorClass.BROKEN_UTF8, json);
        assertRefused(codec, ErrorClass.MALFORMED_JSON, "{\"symbol\":\"NVDA\"}".getBytes(StandardCharsets.UTF_16));
        assertRefused(codec, ErrorClass.MALFORMED_JSON, "{\"symbol\":\"NVDA\"}".getBytes(StandardCharsets.UTF_16LE));
    }

    @Test
    void refusesMoreBytesThanATickHas() {
        String padding = " ".repeat(Limits.TICK_BYTES);
        assertRefused(codec, ErrorClass.OVERSIZE, HEAD + padding + "\"ts\":1738011599000,\"price\":1}");
        assertRefused(codec, ErrorClass.EMPTY, (byte[]) null);
    }

    @Test
    void aRefusedTickLeavesNothingForTheNext() throws RejectedRecordException {
        assertRefused(
                codec, ErrorClass.MALFORMED_JSON, HEAD + "\"tape\":\"C\",\"conditions\":\"I\",\"ts\":1738011599000,");

        Tick next = codec.read((HEAD + "\"ts\":1738011599000,\"price\":118}").getBytes(StandardCharsets.UTF_8));

        assertThat(next)
                .isEqualTo(new Tick(
                        "NVDA", "XNAS", 1738011599000L, 118, 100, null, null, null, null, TickAction.NEW, null));
    }

    @Test
    void unknownFieldsAreSkippedWhateverTheyHold() throws RejectedRecordException {
        String json =
                HEAD + "\"a\":{\"ts\":1,\"price\":[-1]},\"b\":null,\"ts\":1738011599000,\"price\":118.42,\"c\":\"x\"}";

        assertThat(codec.read(json.getBytes(StandardCharsets.UTF_8)).price()).isEqualTo(118.42);
    }

    @Test
    void symbolsAreKeptOnce() throws RejectedRecordException {
        byte[] json = codec.write(WireSamples.tick());

        assertThat(codec.read(json).symbol()).isSameAs(codec.read(json).symbol());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANCEL", "HALT", "RESUME"})
    void onlyNewAndCorrectCarryAPrice(String action) throws RejectedRecordException {
        String json = "{\"symbol\":\"NVDA\",\"mic\":\"XNAS\",\"ts\":1738011599000,\"price\":1,\"size\":2,"
                + "\"origTradeId\":\"7\",\"action\":\"" + action + "\"}";

        Tick tick = codec.read(json.getBytes(StandardCharsets.UTF_8));

        assertThat(tick.price()).isZero();
        assertThat(tick.size()).isZero();
    }

    @Test
    void aTruncatedRecordIsRefusedWithoutTheParsersOwnNotes() {
        byte[] truncated = "{\"symbol\":\"NVDA\",".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> new TickCodec().read(truncated))
                .isInstanceOf(RejectedRecordException.class)
                .hasMessageNotContaining("[Source")
                .hasMessageContaining("byte");
    }
}
