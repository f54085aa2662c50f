package io.faultline.io.dataset;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * One open file in UTF-8, read line by line; complaints name the file and the line. Lines end with LF or CR LF; a byte
 * order mark at the beginning is passed over.
 */
public final class DataSetFile implements AutoCloseable {

    /** No record and no rule pack is longer; what is has no line ends, or is no text. */
    private static final int MAX_LINE_BYTES = 16 << 20;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

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

    /**
     * Opens a file that is no part of a set.
     *
     * @throws DataSetException if it cannot be opened
     */
    public static DataSetFile open(Path file) {
        try {
            return new DataSetFile(file.toString(), Files.newInputStream(file));
        } catch (IOException e) {
            throw new DataSetException(file + ": cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Bytes of the next line that is not blank, not looked at any further; null at the end. */
    public byte[] nextBytes() {
        byte[] line = anyBytes();
        while (line != null && isBlank(line)) {
            line = anyBytes();
        }
        return line;
    }

    /** The next line that is not blank, or null at the end. */
    public String nextLine() {
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
    public DataSetException wrong(String reason) {
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
        byte[] encoded = anyBytes();
        return encoded == null ? null : decoded(encoded);
    }

    private byte[] anyBytes() {
        line++;
        try {
            return readLine() ? content(bytes.toByteArray()) : null;
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

    /** Without the mark at the file's beginning and what is left of the line's end. */
    private byte[] content(byte[] read) {
        int mark = BYTE_ORDER_MARK.length;
        boolean marked = line == 1 && read.length >= mark && Arrays.equals(read, 0, mark, BYTE_ORDER_MARK, 0, mark);
        int from = marked ? mark : 0;
        int to = read.length > from && read[read.length - 1] == '\r' ? read.length - 1 : read.length;
        return Arrays.copyOfRange(read, from, to);
    }

    private static boolean isBlank(byte[] line) {
        return line.length == 0 || (line[0] != '{' && new String(line, StandardCharsets.UTF_8).isBlank());
    }

    private String decoded(byte[] line) {
        ByteBuffer encoded = ByteBuffer.wrap(line);
        try {
            // A new decoder reports malformed input instead of replacing it.
            return StandardCharsets.UTF_8.newDecoder().decode(encoded).toString();
        } catch (CharacterCodingException e) {
            throw new DataSetException(
                    name + ":" + this.line + ": bytes that are no UTF-8 after byte " + encoded.position()
                            + " of the line",
                    e);
        }
    }
}
