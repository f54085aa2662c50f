package io.faultline.app.classify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.app.Terminal;
import io.faultline.app.console.Palette;
import io.faultline.news.HeadlineClassifier;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code classify} answers to one headline: its id, and the job's own reading of wire headlines. */
class HeadlineAnswerTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\" a  b \"",
                "\"<b>1</b>\"",
                "\"a&amp;b\"",
                "\"\\u202e\\u0007\\u009b31m\\u2028\"",
                "12",
                "1E+3",
                "0.10",
                "12345678901234567890123",
                "1E+999999999",
                "\"\\ud800\"",
                "\"\\ud83d\\ude80\"",
                "\"中\"",
                "null"
            })
    void anIdComesBackAsItWasSent(String id) throws IOException {
        assertThat(run(("{\"title\":\"Rain\",\"id\":" + id + "}"))).isTrue();

        assertThat(out.toString(UTF_8)).startsWith("{\"id\":" + id + ",").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "CREATED   | 2025-01-20T16:00:00Z | ^\"kind\":\"RELEASE\"^",
                "DELETED   | 2025-01-20T16:00:00Z | ^DELETED says nothing by itself^",
                "CREATED   | yesterday            | ^line 1: publishedAt 'yesterday' is not an instant^",
                "CREATED   | 1970-01-01T00:00:00Z | ^line 1: publishedAt 1970-01-01T00:00:00Z is not between^",
                "MADE      | 2025-01-20T16:00:00Z | ^line 1: action 'MADE' is not known^"
            })
    void aWireHeadlineIsHeldToItsContract(String action, String publishedAt, String answer) throws IOException {
        run(("{\"id\":\"a\",\"title\":\"DeepSeek releases DeepSeek-R1\",\"action\":\"" + action
                + "\",\"publishedAt\":\"" + publishedAt + "\"}"));

        assertThat(out.toString(UTF_8)).startsWith("{\"id\":\"a\",").contains(answer);
    }

    @Test
    void aWireHeadlineIsReadAsTheJobReadsIt() throws IOException {
        String text = "{\"id\":\"a\",\"action\":\"CREATED\",\"title\":\"智谱 12 月 24 日发布 GLM-9\",\"publishedAt\":\"%s\"}";
        run((text.formatted("2025-12-01T00:00:00Z") + "\n" + text.formatted("2025-12-24T08:00:00Z")));

        assertThat(out.toString(UTF_8).lines().toList())
                .satisfiesExactly(
                        before -> assertThat(before).contains("OTHER", "for a later day"),
                        after -> assertThat(after).contains("RELEASE", "glm-9"));
    }

    private boolean run(String lines) throws IOException {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        Terminal terminal = new Terminal(new PrintStream(out, true, UTF_8), nowhere, false, Palette.PLAIN);
        return new HeadlineLines(HeadlineClassifier.shipped(), terminal)
                .run(new ByteArrayInputStream(lines.getBytes(UTF_8)));
    }
}
