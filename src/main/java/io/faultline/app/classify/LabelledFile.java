package io.faultline.app.classify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.faultline.app.UsageException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A file of labelled titles: one JSON object per line with {@code headline} or {@code title}, {@code label}, {@code lang}. */
public final class LabelledFile {

    private static final int LEAST = 50;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private LabelledFile() {}

    /**
     * Reads all of it.
     *
     * @throws UsageException with file and line, if a line is wrong, or there are too few titles to learn from
     */
    public static List<LabelledTitle> read(Path file) {
        List<LabelledTitle> titles = new ArrayList<>();
        int number = 0;
        try {
            for (String line : Files.readAllLines(file)) {
                number++;
                if (!line.isBlank()) {
                    titles.add(title(line.startsWith("\uFEFF") ? line.substring(1) : line, file + ":" + number + ": "));
                }
            }
        } catch (CharacterCodingException e) {
            throw new UsageException(file + ": is not UTF-8 text", e);
        } catch (IOException e) {
            throw new UsageException(file + ": cannot be read", e);
        }
        long releases = titles.stream().filter(LabelledTitle::release).count();
        if (releases < LEAST || titles.size() - releases < LEAST) {
            throw new UsageException(file + ": " + releases + " releases and " + (titles.size() - releases)
                    + " other titles, at least " + LEAST + " of each are needed");
        }
        return titles;
    }

    private static LabelledTitle title(String line, String place) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UsageException(place + "is not JSON", e);
        }
        String title = text(node, "headline").isBlank() ? text(node, "title") : text(node, "headline");
        if (title.isBlank()) {
            throw new UsageException(place + "has neither headline nor title");
        }
        String lang = text(node, "lang");
        if (!lang.matches("[A-Za-z0-9-]{1,35}")) {
            throw new UsageException(place + "lang is missing or no language tag");
        }
        try {
            return new LabelledTitle(
                    title, lang, LabelledTitle.Label.valueOf(text(node, "label").toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new UsageException(place + "label is none of release, related, other", e);
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
