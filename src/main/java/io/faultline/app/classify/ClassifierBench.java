package io.faultline.app.classify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.faultline.app.UsageException;
import io.faultline.news.HeadlineClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** The classifier's time, beside that of parsing the same headlines in the same run. */
public final class ClassifierBench {

    private static final int ROUNDS = 7;
    private static final ObjectMapper JSON = new ObjectMapper();

    private ClassifierBench() {}

    /**
     * Runs it; the best of several rounds counts for each.
     *
     * @throws UsageException if the file holds a line that is no headline, or none at all
     */
    public static String run(Path file) {
        HeadlineClassifier classifier = HeadlineClassifier.shipped();
        try {
            List<String> lines = Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            List<String> titles = new ArrayList<>();
            for (String line : lines) {
                titles.add(title(line));
            }
            if (titles.isEmpty()) {
                throw new UsageException(file + ": holds no headlines");
            }
            double parsing = best(lines, ClassifierBench::parsed);
            double classifying =
                    best(titles, title -> classifier.classify(title).reason().length());
            return String.format(
                    Locale.ROOT,
                    "%d headlines: parsing %.0f a second, classifying %.0f a second, %.1f times the time of parsing",
                    titles.size(),
                    titles.size() / parsing,
                    titles.size() / classifying,
                    classifying / parsing);
        } catch (IOException e) {
            throw new UsageException(file + ": cannot be read as JSON lines", e);
        }
    }

    private static String title(String line) throws IOException {
        JsonNode node = JSON.readTree(line);
        return node.path("title").asText(node.path("headline").asText(""));
    }

    private static int parsed(String line) {
        try {
            return JSON.readTree(line).size();
        } catch (IOException e) {
            throw new IllegalStateException("was readable before", e);
        }
    }

    /** Seconds of the quickest round. */
    private static double best(List<String> texts, ToIntFunction<String> work) {
        long best = Long.MAX_VALUE;
        int sum = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long from = System.nanoTime();
            for (String text : texts) {
                sum += work.applyAsInt(text);
            }
            best = Math.min(best, System.nanoTime() - from);
        }
        return sum == Integer.MIN_VALUE ? Double.NaN : best / 1e9;
    }
}
