package io.faultline.app.classify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faultline.io.json.ErrorClass;
import io.faultline.io.json.HeadlineCodec;
import io.faultline.io.json.JsonReason;
import io.faultline.io.json.RejectedRecordException;
import io.faultline.news.Classification;
import io.faultline.news.Headline;
import io.faultline.news.HeadlineAction;
import io.faultline.news.HeadlineClassifier;
import io.faultline.news.HeadlineKind;
import io.faultline.news.TitleText;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What one headline says, as JSON to JSON; its id comes back as it was sent. */
final class HeadlineAnswer {

    /** Records of the wire that say nothing. */
    private static final Set<String> SILENT = Set.of(HeadlineAction.DELETED.name(), HeadlineAction.HEARTBEAT.name());

    static final String NO_TITLE = "has neither title nor headline as a text";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // An id that is a number comes back as the same number.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final HeadlineClassifier classifier;

    HeadlineAnswer(HeadlineClassifier classifier) {
        this.classifier = classifier;
    }

    static ObjectNode blank() {
        return JSON.createObjectNode();
    }

    /**
     * Fills in the answer.
     *
     * @param answer has at least the id, if there is one, when the rest of the headline is refused
     * @throws RejectedRecordException if it is no headline
     */
    void to(String text, ObjectNode answer) throws RejectedRecordException {
        ObjectNode record = object(text);
        JsonNode id = record.path("id");
        if (id.isContainerNode() || id.isBoolean()) {
            throw refused(ErrorClass.WRONG_TYPE, "has an id that is neither text nor a number");
        }
        answer.set("id", record.hasNonNull("id") ? id : JSON.nullNode());
        Classification told = isWire(record) ? onWire(text) : byTitle(record);
        answer.put("kind", told.kind().name());
        answer.put("vendor", told.vendor());
        answer.put("model", told.model());
        answer.put("score", Math.round(told.score() * 1000) / 1000.0);
        answer.put("reason", told.reason());
    }

    private static ObjectNode object(String text) throws RejectedRecordException {
        try {
            if (JSON.readTree(text) instanceof ObjectNode record) {
                return record;
            }
            throw refused(ErrorClass.WRONG_TYPE, "is no JSON object");
        } catch (JsonProcessingException e) {
            throw refused(ErrorClass.MALFORMED_JSON, "is not JSON: " + TitleText.clean(JsonReason.of(e)));
        } catch (NumberFormatException e) {
            throw refused(ErrorClass.OUT_OF_RANGE, "holds a number that is out of all range");
        }
    }

    private static boolean isWire(ObjectNode record) {
        return record.hasNonNull("id") && record.hasNonNull("action") && record.hasNonNull("publishedAt");
    }

    /** As the job reads it, which refuses what breaks the contract of its topic. */
    private Classification onWire(String text) throws RejectedRecordException {
        Headline headline = new HeadlineCodec().read(text.getBytes(StandardCharsets.UTF_8));
        String action = headline.action().name();
        return SILENT.contains(action) ? silent(action) : classifier.classify(headline);
    }

    private Classification byTitle(ObjectNode record) throws RejectedRecordException {
        String action = record.path("action").asText();
        if (SILENT.contains(action)) {
            return silent(action);
        }
        String title = title(record);
        if (title == null) {
            throw refused(ErrorClass.MISSING_FIELD, NO_TITLE);
        }
        return classifier.classify(title);
    }

    /** The text to classify; null if there is none. */
    static String title(JsonNode record) {
        return (record.hasNonNull("title") ? record.get("title") : record.path("headline")).textValue();
    }

    private static Classification silent(String action) {
        return new Classification(HeadlineKind.OTHER, null, null, null, 0, action + " says nothing by itself");
    }

    private static RejectedRecordException refused(ErrorClass errorClass, String reason) {
        return new RejectedRecordException(errorClass, reason);
    }
}
