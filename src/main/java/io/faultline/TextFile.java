package io.faultline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small files of a user's that are read as a whole. */
public final class TextFile {

    private TextFile() {}

    /**
     * Text of a file in UTF-8.
     *
     * @throws ConfigException in one line, if it is no regular file, larger than allowed, or no text
     */
    public static String read(Path file, int maxBytes) {
        if (!Files.exists(file)) {
            throw new ConfigException(file + ": no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw new ConfigException(file + (Files.isDirectory(file) ? ": is a directory" : ": is no regular file"));
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(maxBytes + 1);
        } catch (IOException e) {
            throw new ConfigException(file + ": cannot be read");
        }
        if (bytes.length > maxBytes) {
            throw new ConfigException(file + ": is larger than " + maxBytes + " bytes");
        }
        ByteBuffer encoded = ByteBuffer.wrap(bytes);
        try {
            // A new decoder reports malformed input instead of replacing it.
            return StandardCharsets.UTF_8.newDecoder().decode(encoded).toString();
        } catch (CharacterCodingException e) {
            throw new ConfigException(file + ":" + line(bytes, encoded.position()) + ": is not UTF-8 text");
        }
    }

    private static int line(byte[] bytes, int at) {
        int line = 1;
        for (int i = 0; i < at; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
