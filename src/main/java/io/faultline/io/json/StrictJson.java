package io.faultline.io.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** How this project reads JSON: what lenient parsers let pass is refused here with a class of its own. */
final class StrictJson {

    private static final int MAX_DEPTH = 16;
    private static final int MAX_DIGITS = 64;

    /** For streaming readers, which look for duplicates themselves. */
    static final JsonFactory STREAMING = factory(false);

    private static final JsonFactory CHECKING = factory(true);
    private static final ObjectMapper TREES = new ObjectMapper(CHECKING);

    private StrictJson() {}

    /** Reads exactly one JSON object of at most {@code maxBytes}. */
    static ObjectNode object(byte[] value, int maxBytes) throws RejectedRecordException {
        StrictText.check(value, maxBytes);
        checkTokens(value);
        try {
            JsonNode tree = TREES.readTree(value);
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw new RejectedRecordException(ErrorClass.WRONG_TYPE, "a JSON object is needed");
        } catch (IOException | RuntimeException e) {
            throw malformed(e);
        }
    }

    /** The refusal that fits what a parser threw. */
    static RejectedRecordException malformed(Exception thrown) {
        if (!(thrown instanceof com.fasterxml.jackson.core.JsonProcessingException problem)) {
            return new RejectedRecordException(ErrorClass.MALFORMED_JSON, "not readable as JSON");
        }
        String where = problem.getLocation() == null
                ? ""
                : " (byte " + problem.getLocation().getByteOffset() + ")";
        String words = JsonReason.of(problem);
        return new RejectedRecordException(classOf(problem, words), words + where);
    }

    private static ErrorClass classOf(Exception problem, String message) {
        if (problem instanceof StreamConstraintsException) {
            return ErrorClass.EXCEEDS_LIMIT;
        }
        return message.startsWith("Duplicate field") ? ErrorClass.DUPLICATE_FIELD : ErrorClass.MALFORMED_JSON;
    }

    /** NaN and Infinity are let through by the parser only to be refused here by name. */
    static void checkToken(JsonParser parser, JsonToken token) throws IOException, RejectedRecordException {
        switch (token) {
            case VALUE_NUMBER_FLOAT -> {
                if (parser.isNaN()) {
                    throw new RejectedRecordException(ErrorClass.NOT_A_NUMBER, parser.getText() + " is not a number");
                }
            }
            case VALUE_STRING, FIELD_NAME -> {
                if (!StrictText.wellFormed(parser.getText())) {
                    throw new RejectedRecordException(ErrorClass.BROKEN_UTF8, "an escape makes half a character");
                }
            }
            default -> {}
        }
    }

    /** Refuses anything but white space behind the object that was just read. */
    static void checkEnd(JsonParser parser) throws RejectedRecordException {
        boolean atEnd;
        try {
            atEnd = parser.nextToken() == null;
        } catch (IOException | RuntimeException e) {
            atEnd = false;
        }
        if (!atEnd) {
            throw new RejectedRecordException(
                    ErrorClass.TRAILING_DATA,
                    "something follows the JSON value (byte "
                            + parser.currentTokenLocation().getByteOffset() + ")");
        }
    }

    private static void checkTokens(byte[] value) throws RejectedRecordException {
        try (JsonParser parser = CHECKING.createParser(value)) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new RejectedRecordException(ErrorClass.EMPTY, "only white space");
            }
            int depth = 0;
            while (true) {
                checkToken(parser, token);
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 0) {
                    break;
                }
                token = parser.nextToken();
            }
            checkEnd(parser);
        } catch (IOException | RuntimeException e) {
            throw malformed(e);
        }
    }

    private static JsonFactory factory(boolean findDuplicates) {
        return new JsonFactoryBuilder()
                .configure(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS, true)
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, findDuplicates)
                .configure(StreamReadFeature.USE_FAST_DOUBLE_PARSER, true)
                // Field names may come from an adversary: they never enter the JVM's own string table.
                .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_DIGITS)
                        .build())
                .build();
    }
}
