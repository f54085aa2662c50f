package io.faultline.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** A comma-separated table shipped with the product; its first lines describe it, its first column names the venues. */
final class CsvTable {

    private CsvTable() {}

    /** Hands each row over once for every venue that it holds for. */
    static void forEach(String resource, int columns, BiConsumer<String, String[]> use) {
        for (String[] row : rows(resource, columns)) {
            for (String mic : row[0].split(" ", -1)) {
                use.accept(mic, row);
            }
        }
    }

    private static List<String[]> rows(String resource, int columns) {
        List<String[]> rows = new ArrayList<>();
        try (InputStream in = CsvTable.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            boolean header = true;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                if (!header) {
                    rows.add(columns(resource, line, columns));
                }
                header = false;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static String[] columns(String resource, String line, int columns) {
        String[] row = line.split(",", -1);
        if (row.length != columns) {
            throw new IllegalStateException(resource + ": " + columns + " columns expected: " + line);
        }
        return row;
    }
}
