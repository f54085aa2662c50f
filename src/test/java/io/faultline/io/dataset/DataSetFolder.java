package io.faultline.io.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A small data set directory for tests: two Nasdaq listings and a Tokyo one, prices to be added. */
public final class DataSetFolder {

    private final Path directory;

    /** @param directory an empty one */
    public DataSetFolder(Path directory) {
        this.directory = directory;
        file(
                "listings.jsonl",
                String.join("\n", listing("AAA", "XNAS"), listing("BBB", "XNAS"), listing("6857", "XTKS")));
    }

    public static String listing(String symbol, String mic) {
        return """
                {"symbol":"%s","mic":"%s","asOf":"2025-01-21","issuer":"i-%s","kind":"STOCK","currency":"USD","sharesOutstanding":1000}""".formatted(symbol, mic, symbol.toLowerCase(java.util.Locale.ROOT));
    }

    public static String headline(String id, String publishedAt, String precision) {
        return """
                {"id":"%s","publishedAt":"%s","datePrecision":"%s","title":"Title of %s","action":"CREATED"}""".formatted(id, publishedAt, precision, id);
    }

    public DataSetFolder file(String name, String content) {
        try {
            Files.writeString(directory.resolve(name), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public DataSetFolder remove(String name) {
        try {
            Files.delete(directory.resolve(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public DataSetFolder zipped(String name, String content) {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(directory.resolve(name)))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public DataSet open() {
        return DataSet.open(directory);
    }
}
