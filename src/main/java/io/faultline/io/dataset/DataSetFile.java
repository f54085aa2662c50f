package io.faultline.io.dataset;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;

/**
 * One open file in UTF-8, read line by line; complaints name the file and the line. Lines end with LF or CR LF; a byte
 * order mark at the beginning is passed over.
 */
final class DataSetFile implements AutoCloseable {

    /** No record and no rule pack is longer; what is has no line ends, or is no text. */
    private static final int MAX_LINE_BYTES = 16 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String name;
    private final InputStream in;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 10);
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long line;

    /** @param in closed together with this file */
    DataSetFile(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    String name() {
        return name;
    }

    /** The next line that is not blank, or null at the end. */
    String nextLine() {
        String text = anyLine();
        while (text != null && text.isBlank()) {
            text = anyLine();
        }
        return text;
    }

    /** All lines that are left, for files that are one JSON value. */
    String rest() {
        StringBuilder rest = new StringBuilder();
        for (String text = anyLine(); text != null; text = anyLine()) {
            rest.append(line == 1 ? "" : "\n").append(text);
        }
        return rest.toString();
    }

    /** Number of the line that was read last, from 1. */
    long line() {
        return line;
    }

    /** What is wrong with the line that was read last. */
    DataSetException wrong(String reason) {
        return wrongAt(line, reason);
    }

    DataSetException wrongAt(long atLine, String reason) {
        return new DataSetException(name + ":" + Math.max(1, atLine) + ": " + reason);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new DataSetException(name + ": cannot be closed: " + e.getMessage(), e);
        }
    }

    private String anyLine() {
        line++;
        try {
            return readLine() ? decoded() : null;
        } catch (EOFException e) {
            throw new DataSetException(name + ":" + line + ": ends too early: the gzip file is cut off", e);
        } catch (ZipException e) {
            throw new DataSetException(name + ":" + line + ": damaged gzip file: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new DataSetException(name + ":" + line + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** Takes the bytes of a line; false at the end of the file. */
    private boolean readLine() throws IOException {
        bytes.reset();
        if (!filled()) {
            return false;
        }
        do {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            bytes.write(buffer, from, at - from);
            if (bytes.size() > MAX_LINE_BYTES) {
                throw wrong("a line of more than " + MAX_LINE_BYTES + " bytes");
            }
        } while (at == end && filled());
        at++;
        return true;
    }

    /** Whether there are bytes left in the buffer, read anew if it is used up. */
    private boolean filled() throws IOException {
        if (at >= end) {
            at = 0;
            end = in.read(buffer);
        }
        return end > 0;
    }

    private String decoded() {
        ByteBuffer encoded = ByteBuffer.wrap(bytes.toByteArray());
        try {
            // A new decoder reports malformed input instead of replacing it.
            String text = StandardCharsets.UTF_8.newDecoder().decode(encoded).toString();
            int from = line == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
            int to = text.endsWith("\r") ? text.length() - 1 : text.length();
            return text.substring(from, Math.max(from, to));
        } catch (CharacterCodingException e) {
            throw new DataSetException(
                    name + ":" + line + ": bytes that are no UTF-8 after byte " + encoded.position() + " of the line",
                    e);
        }
    }
}
