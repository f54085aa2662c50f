package io.faultline.app.classify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.faultline.app.UsageException;
import io.faultline.io.dataset.DataSetFile;
import io.faultline.io.json.JsonReason;
import io.faultline.news.HeadlineClassifier;
import java.io.IOException;
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
     * @throws io.faultline.io.dataset.DataSetException with file and line, if a line is no headline
     * @throws UsageException if there is none
     */
    public static String run(Path file) {
        HeadlineClassifier classifier = HeadlineClassifier.shipped();
        List<String> lines = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        try (DataSetFile source = DataSetFile.open(file)) {
            for (String line = source.nextLine(); line != null; line = source.nextLine()) {
                lines.add(line);
                titles.add(title(line, source));
            }
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
    }

    private static String title(String line, DataSetFile source) {
        try {
            String title = HeadlineAnswer.title(JSON.readTree(line));
            if (title == null) {
                throw source.wrong(HeadlineAnswer.NO_TITLE);
            }
            return title;
        } catch (JsonProcessingException e) {
            throw source.wrong("is not JSON: " + JsonReason.of(e));
        }
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
