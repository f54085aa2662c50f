package io.faultline.io.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** One open file, read line by line; complaints name the file and the line. */
final class DataSetFile implements AutoCloseable {

    private final String name;
    private final BufferedReader reader;
    private long line;

    DataSetFile(String name, InputStream bytes) {
        this.name = name;
        this.reader = new BufferedReader(
                new InputStreamReader(
                        bytes,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16);
    }

    String name() {
        return name;
    }

    /** Number of the line that was read last, from 1. */
    long line() {
        return line;
    }

    /** The next line that is not blank, or null at the end. */
    String nextLine() {
        try {
            String text = reader.readLine();
            line++;
            while (text != null && text.isBlank()) {
                text = reader.readLine();
                line++;
            }
            return text;
        } catch (IOException e) {
            throw new DataSetException(name + ":" + line + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** The whole rest, for files that are one JSON value. */
    BufferedReader rest() {
        return reader;
    }

    /** What is wrong with the line that was read last. */
    DataSetException wrong(String reason) {
        return wrongAt(line, reason);
    }

    DataSetException wrongAt(long atLine, String reason) {
        return new DataSetException(name + ":" + atLine + ": " + reason);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new DataSetException(name + ": cannot be closed: " + e.getMessage(), e);
        }
    }
}
