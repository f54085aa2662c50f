package io.faultline.io.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Codecs and schemas accept and refuse the same records. */
class ContractTest {

    static List<WireContract<?>> contracts() {
        return WireContract.all();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void whatIsWrittenIsValidAndReadsBackEqual(WireContract<?> contract) throws RejectedRecordException {
        JsonNode written = WireContract.tree(contract.written());

        assertThat(contract.problems(written)).isEmpty();
        assertThat(contract.codec().read(contract.written())).isEqualTo(contract.sample());
        assertThat(written.properties())
                .as("the sample sets every field of the schema")
                .hasSameSizeAs(contract.schema().get("properties").properties());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void fieldsOfSchemaAndRecordAreTheSame(WireContract<?> contract) {
        List<String> differences = new ArrayList<>();
        RecordShape.compare(contract.type(), contract.schema(), contract.name(), differences);

        assertThat(differences).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void aFieldIsNeededByTheCodecExactlyIfTheSchemaNeedsIt(WireContract<?> contract) {
        ObjectNode full = (ObjectNode) WireContract.tree(contract.written());
        for (String path : paths("", full)) {
            ObjectNode without = full.deepCopy();
            parent(without, path).remove(last(path));
            assertSameJudgement(contract, without, "without " + path);

            ObjectNode withNull = full.deepCopy();
            parent(withNull, path).putNull(last(path));
            assertSameJudgement(contract, withNull, "null in " + path);
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void aWrongTypeIsRefusedByBoth(WireContract<?> contract) {
        ObjectNode full = (ObjectNode) WireContract.tree(contract.written());
        for (String path : paths("", full)) {
            for (JsonNode wrong : wrongFor(parent(full, path).get(last(path)))) {
                ObjectNode broken = full.deepCopy();
                parent(broken, path).set(last(path), wrong);
                String what = contract + ": " + wrong + " in " + path;
                assertThat(contract.problems(broken)).as("schema, " + what).isNotEmpty();
                assertThat(contract.refusal(WireContract.bytes(broken)))
                        .as("codec, " + what)
                        .isPresent();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void boundsOfNumbersAreTheSame(WireContract<?> contract) {
        ObjectNode full = (ObjectNode) WireContract.tree(contract.written());
        List<Double> probes = List.of(-1e18, -11.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 11.0, 2001.0, 1e7, 1e18);
        for (String path : paths("", full)) {
            if (!parent(full, path).get(last(path)).isFloatingPointNumber()) {
                continue;
            }
            for (double probe : probes) {
                ObjectNode probed = full.deepCopy();
                parent(probed, path).put(last(path), probe);
                assertSameJudgement(contract, probed, probe + " in " + path);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void unknownFieldsAreJudgedAlike(WireContract<?> contract) {
        ObjectNode more = (ObjectNode) WireContract.tree(contract.written());
        more.putObject("addedLater").put("x", 1);
        assertSameJudgement(contract, more, "a field more");

        boolean strict = contract.name().equals("rule") || contract.name().equals("calendar");
        assertThat(contract.refusal(WireContract.bytes(more)).isPresent()).isEqualTo(strict);
    }

    private static void assertSameJudgement(WireContract<?> contract, JsonNode document, String what) {
        List<String> problems = contract.problems(document);
        Optional<RejectedRecordException> refusal = contract.refusal(WireContract.bytes(document));
        // How one number relates to another cannot be said in a schema: only there the codec may be stricter.
        boolean numbersClash = problems.isEmpty()
                && refusal.filter(why -> relatesNumbers(what, why)).isPresent();
        assertThat(refusal.isEmpty() || numbersClash)
                .as("codec accepts %s %s (%s; schema: %s)", contract, what, refusal, problems)
                .isEqualTo(problems.isEmpty());
    }

    private static boolean relatesNumbers(String what, RejectedRecordException refusal) {
        return (what.matches(".*/(thresholds|estimation)/.*") && refusal.errorClass() == ErrorClass.INVALID_RULE)
                || refusal.getMessage().equals("specialDividend is not below referenceClose");
    }

    private static List<JsonNode> wrongFor(JsonNode right) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        List<JsonNode> wrong = new ArrayList<>(List.of(
                nodes.numberNode(-7.25),
                nodes.textNode("not this"),
                nodes.booleanNode(false),
                nodes.arrayNode().add(true),
                nodes.objectNode()));
        boolean freeText = right.isTextual();
        wrong.removeIf(node -> node.getNodeType() == right.getNodeType() && (freeText || !right.isNumber()));
        if (right.isNumber()) {
            wrong.removeIf(JsonNode::isNumber);
        }
        return wrong;
    }

    /** Paths of all fields, those inside objects and lists of objects as well. */
    private static Set<String> paths(String prefix, JsonNode object) {
        TreeSet<String> paths = new TreeSet<>();
        object.properties().forEach(field -> {
            String path = prefix + "/" + field.getKey();
            JsonNode value = field.getValue();
            paths.add(path);
            if (value.isObject()) {
                paths.addAll(paths(path, value));
            } else if (value.isArray() && value.get(0).isObject()) {
                paths.addAll(paths(path + "/0", value.get(0)));
            }
        });
        return paths;
    }

    private static ObjectNode parent(JsonNode root, String path) {
        return (ObjectNode) root.at(path.substring(0, path.lastIndexOf('/')));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
