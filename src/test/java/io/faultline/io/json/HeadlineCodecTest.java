package io.faultline.io.json;

import static io.faultline.io.json.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.news.DatePrecision;
import io.faultline.news.Headline;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineCodecTest {

    private static final String HEAD = "{\"id\":\"h1\",\"action\":\"CREATED\",";

    private final HeadlineCodec codec = new HeadlineCodec();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "MALFORMED_JSON   | `\"publishedAt\":\"2025-01-27T14:30:00Z\",\"title\":\"a`",
                "TRAILING_DATA    | `\"publishedAt\":\"2025-01-27T14:30:00Z\",\"title\":\"a\"}]`",
                "DUPLICATE_FIELD  | `\"publishedAt\":\"2025-01-27T14:30:00Z\",\"title\":\"a\",\"title\":\"b\"}`",
                "DUPLICATE_FIELD  | `\"publishedAt\":\"2025-01-27T14:30:00Z\",\"title\":\"a\",\"x\":{\"y\":1,\"y\":2}}`",
                "MISSING_FIELD    | `\"title\":\"a\"}`",
                "MISSING_FIELD    | `\"publishedAt\":\"2025-01-27T14:30:00Z\"}`",
                "MISSING_FIELD    | `\"publishedAt\":\"2025-01-27T14:30:00Z\",\"title\":\"\"}`",
                "WRONG_TYPE       | `\"publishedAt\":\"2025-01-27T14:30:00Z\",\"title\":7}`",
                "WRONG_TYPE       | `\"publishedAt\":1738011599000,\"title\":\"a\"}`",
                "WRONG_TYPE       | `\"publishedAt\":\"27 Jan 2025\",\"title\":\"a\"}`",
                "WRONG_TYPE       | `\"publishedAt\":\"2025-01-27T14:30:00+01:00\",\"title\":\"a\"}`",
                "WRONG_TYPE       | `\"publishedAt\":\"2025-02-30T14:30:00Z\",\"title\":\"a\"}`",
                "WRONG_TYPE       | `\"publishedAt\":\"2025-01-27T14:30:00Z\",\"title\":\"a\",\"symbols\":\"NVDA\"}`",
                "WRONG_TYPE       | `\"publishedAt\":\"2025-01-27T14:30:00Z\",\"title\":\"a\",\"symbols\":[1]}`",
                "NOT_A_NUMBER     | `\"publishedAt\":\"2025-01-27T14:30:00Z\",\"title\":\"a\",\"score\":NaN}`",
                "UNKNOWN_VALUE    | `\"publishedAt\":\"2025-01-27T14:30:00Z\",\"title\":\"a\",\"datePrecision\":\"WEEK\"}`",
                "ABSURD_TIMESTAMP | `\"publishedAt\":\"1970-01-01T00:00:00Z\",\"title\":\"a\"}`",
                "ABSURD_TIMESTAMP | `\"publishedAt\":\"2100-01-01T00:00:00Z\",\"title\":\"a\"}`",
                "ABSURD_TIMESTAMP | `\"publishedAt\":\"2025-01-27T14:30:00Z\",\"receivedAt\":\"1999-12-31T23:59:59Z\",\"title\":\"a\"}`",
                "BROKEN_UTF8      | `\"publishedAt\":\"2025-01-27T14:30:00Z\",\"title\":\"half \\udc00\"}`",
                "BROKEN_UTF8      | `\"publishedAt\":\"2025-01-27T14:30:00Z\",\"title\":\"a\",\"\\ud83d\":1}`",
                "EXCEEDS_LIMIT    | `\"publishedAt\":\"2025-01-27T14:30:00Z\",\"title\":\"a\",\"x\":[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]}`",
            })
    void refuses(ErrorClass errorClass, String tail) {
        assertRefused(codec, errorClass, HEAD + tail);
    }

    @Test
    void refusesATitleOfMegabytes() {
        assertRefused(
                codec,
                ErrorClass.OVERSIZE,
                HEAD + "\"publishedAt\":\"2025-01-27T14:30:00Z\",\"title\":\"" + "a".repeat(1 << 20) + "\"}");
    }

    @Test
    void keepsChineseAndEmojiAsTheyCame() throws RejectedRecordException {
        String title = "DeepSeek爆火 \uD83D\uDE80 登頂";
        String json = HEAD + "\"publishedAt\":\"2025-01-26T10:00:00Z\",\"title\":\"" + title + "\"}";

        Headline headline = codec.read(json.getBytes(StandardCharsets.UTF_8));

        assertThat(headline.title()).isEqualTo(title);
        assertThat(headline.datePrecision()).isEqualTo(DatePrecision.TIME);
        assertThat(codec.read(codec.write(headline))).isEqualTo(headline);
    }

    @Test
    void aRemovalNeedsNoTitleAndAHeartbeatNoId() throws RejectedRecordException {
        String time = "\"publishedAt\":\"2025-01-26T10:00:00Z\"}";
        String deleted = "{\"id\":\"h1\",\"action\":\"DELETED\"," + time;
        String heartbeat = "{\"action\":\"HEARTBEAT\"," + time;

        assertThat(codec.read(deleted.getBytes(StandardCharsets.UTF_8)).title()).isEmpty();
        assertThat(codec.read(heartbeat.getBytes(StandardCharsets.UTF_8)).id()).isEmpty();
    }

    @Test
    void halfCharactersInARecordAreWrittenAsReplacement() throws RejectedRecordException {
        Headline sample = WireSamples.headline();
        Headline cut = new Headline(
                sample.id(),
                sample.publishedAt(),
                sample.datePrecision(),
                null,
                null,
                null,
                "cut \uD83D",
                null,
                sample.symbols(),
                sample.action());

        assertThat(codec.read(codec.write(cut)).title()).isEqualTo("cut \uFFFD");
    }
}
