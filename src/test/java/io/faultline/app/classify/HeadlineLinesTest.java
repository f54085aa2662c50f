package io.faultline.app.classify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.faultline.app.Terminal;
import io.faultline.news.HeadlineClassifier;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadlineLinesTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void answersEachLineInOrderAndTellsTheBadOneByNumber() throws IOException {
        boolean good =
                run("{\"id\":\"a\",\"title\":\"DeepSeek releases DeepSeek-R1\"}\nnonsense\n{\"headline\":\"Rain\"}");

        List<JsonNode> answers = answers();
        assertThat(good).isFalse();
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0).path("id").asText()).isEqualTo("a");
        assertThat(answers.get(0).path("kind").asText()).isEqualTo("RELEASE");
        assertThat(answers.get(0).path("model").asText()).isEqualTo("r1");
        assertThat(answers.get(1).path("error").asText()).startsWith("line 2");
        assertThat(answers.get(2).path("kind").asText()).isEqualTo("OTHER");
        assertThat(err.toString(UTF_8)).contains("line 2").hasLineCount(1);
    }

    @Test
    void recordsOfTheWireThatSayNothingAreGood() throws IOException {
        assertThat(run("{\"id\":\"a\",\"action\":\"DELETED\"}\n{\"id\":\"b\",\"action\":\"HEARTBEAT\"}"))
                .isTrue();
        assertThat(answers()).extracting(answer -> answer.path("kind").asText()).containsExactly("OTHER", "OTHER");
    }

    @Test
    void hostileTitlesGiveOneCleanLineEach() throws IOException {
        boolean good = run("{\"title\":\"" + "x".repeat(1 << 20) + "\"}\n{\"title\":\"" + "\uD83D\uDE80".repeat(10_000)
                + "\"}\n{\"title\":\"\\u202e\\u0007 GPT-5\",\"id\":\"\\u202ea\"}\n");

        assertThat(good).isTrue();
        assertThat(answers()).hasSize(3);
        assertThat(out.toString(UTF_8)).doesNotContain("\u202e", "\u0007");
    }

    private boolean run(String lines) throws IOException {
        Terminal terminal =
                new Terminal(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false, null);
        return new HeadlineLines(HeadlineClassifier.shipped(), terminal)
                .run(new ByteArrayInputStream(lines.getBytes(UTF_8)));
    }

    private List<JsonNode> answers() throws IOException {
        List<JsonNode> answers = new ArrayList<>();
        for (String line : out.toString(UTF_8).lines().toList()) {
            answers.add(new ObjectMapper().readTree(line));
        }
        return answers;
    }
}
