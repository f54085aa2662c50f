package io.faultline;

import io.faultline.news.HeadlineClassifier;
import io.faultline.news.LexiconException;
import io.faultline.news.LexiconTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tables of words that a user adds to the shipped lexicon, and a model of the user's: files, or directories that hold them. */
public final class LexiconFiles {

    /** A model with a weight for each of its features is smaller. */
    public static final int MAX_BYTES = 4 << 20;

    private LexiconFiles() {}

    /**
     * Reads and checks them.
     *
     * @param places files or directories
     * @param base what relative ones are relative to
     * @throws ConfigException in one line with file and line: no such file, not a table, a wrong row
     */
    public static List<LexiconTable> read(List<String> places, Path base) {
        List<LexiconTable> tables = new ArrayList<>();
        for (String place : places) {
            Path path = base.resolve(place);
            if (Files.isDirectory(path)) {
                int before = tables.size();
                for (String name : LexiconTable.NAMES) {
                    if (Files.exists(path.resolve(name))) {
                        tables.add(table(path.resolve(name)));
                    }
                }
                if (tables.size() == before) {
                    throw new ConfigException(path + ": holds none of " + String.join(", ", LexiconTable.NAMES));
                }
            } else {
                tables.add(table(path));
            }
        }
        try {
            HeadlineClassifier.with(tables);
        } catch (LexiconException e) {
            throw new ConfigException(e.getMessage());
        }
        return List.copyOf(tables);
    }

    private static LexiconTable table(Path file) {
        String name = String.valueOf(file.getFileName());
        if (Files.exists(file) && !LexiconTable.NAMES.contains(name)) {
            throw new ConfigException(file + ": a table is named " + String.join(", ", LexiconTable.NAMES));
        }
        return new LexiconTable(name, file.toString(), TextFile.read(file, MAX_BYTES));
    }
}
