package io.faultline.app.classify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.faultline.app.Terminal;
import io.faultline.app.console.Palette;
import io.faultline.news.HeadlineClassifier;
import io.faultline.testkit.HostileTitles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a careless or hostile sender writes into {@code classify}. */
class HostileLinesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GOOD = "{\"id\":\"a\",\"title\":\"DeepSeek releases DeepSeek-R1\"}";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "nonsense                    | is not JSON",
                "{\"title\":\"a\",\"x\":1e99999999999} | holds a number that is out of all range",
                "{\"title\":\"a\",\"x\":NaN} | is not JSON: Non-standard token 'NaN'",
                "[]                          | is no JSON object",
                "[{\"title\":\"a\"}]         | is no JSON object",
                "\"title\"                   | is no JSON object",
                "null                        | is no JSON object",
                "7                           | is no JSON object",
                "{}                          | has neither title nor headline as a text",
                "{\"title\":null}            | has neither title nor headline as a text",
                "{\"title\":7}               | has neither title nor headline as a text",
                "{\"title\":{\"a\":1}}       | has neither title nor headline as a text",
                "{\"title\":[\"a\"]}         | has neither title nor headline as a text",
                "{\"id\":{\"a\":1},\"title\":\"a\"} | has an id that is neither text nor a number",
                "{\"title\":\"a\"            | is not JSON",
                "{\"title\":\"a\"} {}        | is not JSON",
                "{\"title\":\"a\",\"title\":\"b\"} | is not JSON: Duplicate field 'title'",
                "{\"title\":\"a\",\"x\":1e}  | is not JSON",
            })
    void aBadLineIsToldInItsPlaceAndTheOthersAreAnswered(String line, String reason) throws IOException {
        assertThat(run((GOOD + "\n" + line + "\n" + GOOD + "\n").getBytes(UTF_8)))
                .isFalse();

        List<String> lines = out.toString(UTF_8).lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).isEqualTo(lines.get(2)).contains("\"kind\":\"RELEASE\"");
        assertThat(JSON.readTree(lines.get(1)).path("error").asText()).startsWith("line 2: " + reason);
        assertThat(err.toString(UTF_8))
                .startsWith("faultline: line 2: " + reason)
                .hasLineCount(1);
    }

    @Test
    void lineEndsMarksAndFurtherFieldsDoNotMatter() throws IOException {
        String lines = "\uFEFF" + GOOD + "\r\n" + "{\"title\":null,\"headline\":\"Rain\",\"lang\":7,\"symbols\":{}}\r\n"
                + "{\"title\":\"Rain\",\"id\":12}";

        assertThat(run(lines.getBytes(UTF_8))).isTrue();

        assertThat(err.size()).isZero();
        List<String> answers = out.toString(UTF_8).lines().toList();
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0)).contains("\"id\":\"a\"", "RELEASE");
        assertThat(answers.get(1)).contains("\"id\":null", "OTHER");
        assertThat(answers.get(2)).contains("\"id\":12,");
    }

    @Test
    void blankLinesHaveNoAnswerAndAreNoFault() throws IOException {
        assertThat(run(("\n" + GOOD + "\n  \r\n\n" + GOOD).getBytes(UTF_8))).isTrue();

        assertThat(out.toString(UTF_8)).hasLineCount(2);
    }

    @Test
    void bytesThatAreNoTextAndDeepNestingAreRefusedByLine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("{\"title\":\"".getBytes(UTF_8));
        bytes.write(new byte[] {(byte) 0xc0, (byte) 0x80, (byte) 0xff});
        bytes.write("\"}\n".getBytes(UTF_8));
        bytes.write(("{\"title\":\"a\",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}\n").getBytes(UTF_8));
        bytes.write(("{\"title\":\"" + "a".repeat(9 << 20) + "\"}\n" + GOOD).getBytes(UTF_8));

        assertThat(run(bytes.toByteArray())).isFalse();

        assertThat(err.toString(UTF_8).lines().toList())
                .satisfiesExactly(
                        one -> assertThat(one).endsWith("line 1: is not UTF-8"),
                        two -> assertThat(two).contains("line 2: is not JSON"),
                        three -> assertThat(three).contains("line 3: is longer than"));
        assertThat(out.toString(UTF_8).lines().toList())
                .hasSize(4)
                .last()
                .asString()
                .contains("RELEASE");
    }

    @Test
    void eachLineIsAnsweredBeforeTheNextIsThere() throws IOException {
        OutputStream held = new java.io.BufferedOutputStream(out, 1 << 20);
        AtomicInteger asked = new AtomicInteger();
        InputStream slow = new InputStream() {
            private final byte[][] parts = {(GOOD + "\n{\"tit").getBytes(UTF_8), "le\":\"Rain\"}\n".getBytes(UTF_8)};

            @Override
            public int read() {
                throw new AssertionError("reads in parts");
            }

            @Override
            public int read(byte[] into, int from, int length) {
                int part = asked.getAndIncrement();
                assertThat(out.toString(UTF_8)).hasLineCount(part);
                if (part == parts.length) {
                    return -1;
                }
                System.arraycopy(parts[part], 0, into, from, parts[part].length);
                return parts[part].length;
            }

            @Override
            public int available() {
                return 1;
            }
        };

        assertThat(lines(new PrintStream(held, false, UTF_8)).run(slow)).isTrue();

        assertThat(asked.get()).isGreaterThanOrEqualTo(3);
        assertThat(out.toString(UTF_8)).hasLineCount(2);
    }

    @Test
    void endsWhenNobodyReadsAnyMore() throws IOException {
        AtomicInteger given = new AtomicInteger();
        byte[] line = (GOOD + "\n").getBytes(UTF_8);
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return line[given.getAndIncrement() % line.length];
            }

            @Override
            public int read(byte[] into, int from, int length) {
                into[from] = (byte) read();
                return 1;
            }
        };
        OutputStream closed = new OutputStream() {
            private int answers;

            @Override
            public void write(int b) throws IOException {
                if (answers > 0) {
                    throw new IOException("Broken pipe");
                }
                answers += b == '\n' ? 1 : 0;
            }
        };

        assertThat(lines(new PrintStream(closed, true, UTF_8)).run(endless)).isFalse();

        assertThat(given.get()).isLessThanOrEqualTo(2 * line.length);
    }

    @Property(tries = 400)
    void anyTitleGivesOneLineOfCleanJson(@ForAll("titles") String title) throws IOException {
        String asked =
                JSON.createObjectNode().put("title", title).put("id", title).toString();

        byte[] sent = asked.replace("\u0085", "").getBytes(UTF_8);
        boolean good = run(sent);

        String answered = out.toString(UTF_8);
        assertThat(answered).endsWith("\n").hasLineCount(1);
        JsonNode answer = JSON.readTree(answered);
        if (good) {
            assertThat(answer.path("kind").isTextual()).isTrue();
            assertThat(answer.path("score").asDouble()).isBetween(0.0, 1.0);
        } else {
            assertThat(answer.path("error").asText()).startsWith("line 1: ");
        }
        assertThat(answer.path("id").asText())
                .isEqualTo(JSON.readTree(sent).path("id").asText());
        assertThat(answered.stripTrailing()
                        .chars()
                        .filter(point -> Character.isISOControl(point) || Character.getType(point) == Character.FORMAT)
                        .toArray())
                .isEmpty();
        out.reset();
        err.reset();
    }

    @Property(tries = 200)
    void whatStandsBehindTheFirstFourThousandCharactersCostsNothing(@ForAll("titles") String title) {
        String filler = title.isEmpty() ? "<&" : title;
        String read = filler.repeat(4096 / filler.length() + 1).substring(0, 4096);
        HeadlineClassifier classifier = HeadlineClassifier.shipped();

        assertThat(classifier.classify(read + "OpenAI releases GPT-9".repeat(50_000)))
                .isEqualTo(classifier.classify(read));
    }

    @Provide
    Arbitrary<String> titles() {
        return HostileTitles.any();
    }

    private boolean run(byte[] input) throws IOException {
        return lines(new PrintStream(out, true, UTF_8)).run(new ByteArrayInputStream(input));
    }

    private HeadlineLines lines(PrintStream to) {
        Terminal terminal = new Terminal(to, new PrintStream(err, true, UTF_8), false, Palette.PLAIN);
        return new HeadlineLines(HeadlineClassifier.shipped(), terminal);
    }
}
