package io.faultline.app.classify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.faultline.app.UsageException;
import io.faultline.io.dataset.DataSetFile;
import io.faultline.io.json.JsonReason;
import io.faultline.news.TitleText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A file of labelled titles: one JSON object per line with {@code headline} or {@code title}, {@code label}, {@code lang}. */
public final class LabelledFile {

    private static final int LEAST = 50;
    /** What is looked at of so many titles has room in the memory that the launcher gives. */
    private static final int MOST = 100_000;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private LabelledFile() {}

    /**
     * Reads all of it.
     *
     * @throws io.faultline.io.dataset.DataSetException with file and line, if a line is wrong
     * @throws UsageException if there are too few titles to learn from
     */
    public static List<LabelledTitle> read(Path file) {
        List<LabelledTitle> titles = new ArrayList<>();
        try (DataSetFile lines = DataSetFile.open(file)) {
            for (String line = lines.nextLine(); line != null; line = lines.nextLine()) {
                if (titles.size() == MOST) {
                    throw lines.wrong("more titles than the " + MOST + " that can be learned from");
                }
                titles.add(title(line, lines));
            }
        }
        long releases = titles.stream().filter(LabelledTitle::release).count();
        if (releases < LEAST || titles.size() - releases < LEAST) {
            throw new UsageException(file + ": " + releases + " releases and " + (titles.size() - releases)
                    + " other titles, at least " + LEAST + " of each are needed");
        }
        return titles;
    }

    private static LabelledTitle title(String line, DataSetFile lines) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw lines.wrong("is not JSON: " + JsonReason.of(e));
        }
        String title = TitleText.clean(text(node, "headline").isBlank() ? text(node, "title") : text(node, "headline"));
        if (title.isEmpty()) {
            throw lines.wrong("has neither headline nor title");
        }
        String lang = text(node, "lang");
        if (!lang.matches("[A-Za-z0-9-]{1,35}")) {
            throw lines.wrong("lang is missing or no language tag");
        }
        try {
            return new LabelledTitle(
                    title, lang, LabelledTitle.Label.valueOf(text(node, "label").toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw lines.wrong("label is none of release, related, other");
        }
    }

    /** Empty if it is absent or no text. */
    private static String text(JsonNode node, String field) {
        return Objects.requireNonNullElse(node.path(field).textValue(), "");
    }
}
