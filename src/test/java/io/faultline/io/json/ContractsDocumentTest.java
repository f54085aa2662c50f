package io.faultline.io.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/contracts.md} shows is what the code takes. */
class ContractsDocumentTest {

    private static final Pattern EXAMPLE = Pattern.compile("```json ([a-z-]+)\n(.*?)```", Pattern.DOTALL);

    private final String document = read();

    @Test
    void examplesAreReadByTheCodecsAndValid() throws RejectedRecordException {
        for (WireContract<?> contract : WireContract.all()) {
            List<String> examples = examples(contract.name());
            assertThat(examples).as("examples of %s", contract).isNotEmpty();
            for (String example : examples) {
                byte[] bytes = example.getBytes(StandardCharsets.UTF_8);
                assertThat(contract.problems(WireContract.tree(bytes)))
                        .as(example)
                        .isEmpty();
                assertThat(contract.codec().read(bytes)).isNotNull();
            }
        }
    }

    @Test
    void examplesAreWrittenTheSameWay() throws RejectedRecordException {
        for (String example : examples("alert")) {
            byte[] bytes = example.getBytes(StandardCharsets.UTF_8);
            AlertCodec codec = new AlertCodec();
            assertThat(new String(codec.write(codec.read(bytes)), StandardCharsets.UTF_8))
                    .isEqualTo(example.strip());
        }
    }

    @Test
    void deadLetterExampleIsValid() {
        JsonNode example =
                WireContract.tree(examples("dead-letter-headers").get(0).getBytes(StandardCharsets.UTF_8));

        assertThat(WireContract.problems("dead-letter-headers", example)).isEmpty();
    }

    @Test
    void everyErrorClassIsExplained() {
        for (ErrorClass errorClass : ErrorClass.values()) {
            assertThat(document).contains("| " + errorClass + " |");
            assertThat(WireContract.schemaTree("dead-letter-headers")
                            .at("/properties/error-class/description")
                            .textValue())
                    .contains(errorClass.name());
        }
    }

    @Test
    void everyFieldIsNamed() {
        for (WireContract<?> contract : WireContract.all()) {
            contract.schema()
                    .get("properties")
                    .fieldNames()
                    .forEachRemaining(field -> assertThat(document).contains("`" + field + "`"));
        }
    }

    private List<String> examples(String contract) {
        List<String> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(document);
        while (matcher.find()) {
            if (matcher.group(1).equals(contract)) {
                examples.add(matcher.group(2));
            }
        }
        return examples;
    }

    private static String read() {
        try {
            return Files.readString(Path.of("docs", "contracts.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
