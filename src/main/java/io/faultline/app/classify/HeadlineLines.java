package io.faultline.app.classify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faultline.app.Terminal;
import io.faultline.io.json.RejectedRecordException;
import io.faultline.news.HeadlineClassifier;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Headlines as JSON lines in, what they say as JSON lines out: in order, in bounded memory, one for one except that blank
 * lines have no answer.
 */
public final class HeadlineLines {

    private static final int MAX_LINE = 8 << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final ObjectWriter VISIBLE = new ObjectMapper().writer(new VisibleEscapes());

    private final HeadlineAnswer answer;
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
        this.answer = new HeadlineAnswer(classifier);
        this.terminal = terminal;
        this.out = new PrintStream(terminal.out(), false, StandardCharsets.UTF_8);
    }

    /**
     * Answers all lines; ends early when nobody reads any more.
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
        ObjectNode told = HeadlineAnswer.blank();
        try {
            if (line.size() > MAX_LINE) {
                bad("is longer than " + MAX_LINE + " bytes", told);
                return;
            }
            String text = text(line);
            if (text.isBlank()) {
                return;
            }
            answer.to(text, told);
            write(told);
        } catch (CharacterCodingException e) {
            bad("is not UTF-8", told);
        } catch (RejectedRecordException e) {
            bad(e.reason(), told);
        }
    }

    private static String text(ByteArrayOutputStream line) throws CharacterCodingException {
        // A new decoder reports malformed input instead of replacing it.
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(line.toByteArray()))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private void bad(String reason, ObjectNode told) {
        good = false;
        terminal.complain(String.format(Locale.ROOT, "line %d: %s", number, reason));
        told.put("error", "line " + number + ": " + reason);
        write(told);
    }

    private void write(ObjectNode told) {
        try {
            out.append(VISIBLE.writeValueAsString(told)).append('\n');
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are always JSON", e);
        }
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
