package io.faultline.app.classify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faultline.app.Terminal;
import io.faultline.io.json.JsonReason;
import io.faultline.news.Classification;
import io.faultline.news.HeadlineAction;
import io.faultline.news.HeadlineClassifier;
import io.faultline.news.TitleText;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Headlines as JSON lines in, what they say as JSON lines out: one for one, in order, in bounded memory. */
public final class HeadlineLines {

    private static final int MAX_LINE = 8 << 20;
    private static final int MAX_ID = 200;
    /** Records of the wire that say nothing. */
    private static final Set<String> SILENT = Set.of(HeadlineAction.DELETED.name(), HeadlineAction.HEARTBEAT.name());

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final HeadlineClassifier classifier;
    private final Terminal terminal;
    private final PrintStream out;
    private long number;
    private boolean good = true;

    /**
     * A run.
     *
     * @param classifier that says what they are
     * @param terminal where answers and complaints go
     */
    public HeadlineLines(HeadlineClassifier classifier, Terminal terminal) {
        this.classifier = classifier;
        this.terminal = terminal;
        this.out = new PrintStream(terminal.out(), false, StandardCharsets.UTF_8);
    }

    /**
     * Answers all lines; ends early and quietly when nobody reads any more.
     *
     * @return whether all were good, and all answers could be written
     */
    public boolean run(InputStream input) throws IOException {
        BufferedInputStream in = new BufferedInputStream(input, 1 << 16);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean heard = true;
        while (heard && readLine(in, line)) {
            number++;
            answer(line);
            // Also flushes: an answer does not wait for the next line.
            heard = !out.checkError();
        }
        return good && heard;
    }

    private void answer(ByteArrayOutputStream line) {
        if (line.size() > MAX_LINE) {
            bad("is longer than " + MAX_LINE + " bytes");
            return;
        }
        try {
            JsonNode record = JSON.readTree(text(line));
            if (!record.isObject()) {
                bad("is no JSON object");
                return;
            }
            tell(record);
        } catch (CharacterCodingException e) {
            bad("is not UTF-8");
        } catch (JsonProcessingException e) {
            bad("is not JSON: " + TitleText.clean(JsonReason.of(e)));
        }
    }

    private void tell(JsonNode record) {
        ObjectNode answer = JSON.createObjectNode();
        if (record.path("id").isContainerNode()) {
            bad("has an id that is no text");
            return;
        }
        answer.put("id", record.hasNonNull("id") ? id(record.get("id").asText()) : null);
        JsonNode title = record.hasNonNull("title") ? record.get("title") : record.path("headline");
        Classification told = SILENT.contains(record.path("action").asText())
                ? Classification.NONE
                : title.isTextual() ? classifier.classify(title.textValue()) : null;
        if (told == null) {
            bad("has neither title nor headline as a text", answer);
            return;
        }
        answer.put("kind", told.kind().name());
        answer.put("vendor", told.vendor());
        answer.put("model", told.model());
        answer.put("score", Math.round(told.score() * 1000) / 1000.0);
        answer.put("reason", told.reason());
        out.append(answer.toString()).append('\n');
    }

    private static String text(ByteArrayOutputStream line) throws CharacterCodingException {
        // A new decoder reports malformed input instead of replacing it.
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(line.toByteArray()))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static String id(String text) {
        return TitleText.clean(text.substring(0, Math.min(MAX_ID, text.length())));
    }

    private void bad(String reason) {
        bad(reason, JSON.createObjectNode());
    }

    private void bad(String reason, ObjectNode answer) {
        good = false;
        terminal.complain(String.format(Locale.ROOT, "line %d: %s", number, reason));
        answer.put("error", "line " + number + ": " + reason);
        out.append(answer.toString()).append('\n');
    }

    /** Bytes of the next line, of an overlong one only so many that it shows; false at the end. */
    private static boolean readLine(InputStream in, ByteArrayOutputStream line) throws IOException {
        line.reset();
        int next = in.read();
        if (next < 0) {
            return false;
        }
        for (; next >= 0 && next != '\n'; next = in.read()) {
            if (line.size() <= MAX_LINE) {
                line.write(next);
            }
        }
        return true;
    }
}
