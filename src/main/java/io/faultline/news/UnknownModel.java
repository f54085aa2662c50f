package io.faultline.news;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Models that no table knows, by the shape of their names: letters and a version without a gap ("Emu3", "DeepSeek-R9"),
 * in Chinese titles any Latin name beside the word for model.
 * Only looked for in a title that tells a release of a known maker.
 */
final class UnknownModel {

    private static final Pattern SHAPE = Pattern.compile(
            "(?<![a-z0-9.-])([a-z][a-z-]{1,20}v?\\d{1,2}(?:\\.\\d{1,2})?(?:-[a-z]{2,10}){0,2})(?![a-z0-9%-]|\\.\\d)");

    private static final String WORDS = "[a-z][a-z0-9+-]{2,20}(?: [a-z][a-z0-9+-]{1,15}){0,2}";

    /** In a Chinese title, Latin words right before or behind "model", but for what kinds of models are called. */
    private static final Pattern BESIDE_MODEL =
            Pattern.compile("(?<=模型)[ :“「\"《]*(" + WORDS + ")|(?<![a-z0-9.+ -])(" + WORDS + ")(?= ?(?:系列)?大?模型)");

    private static final Pattern KIND = Pattern.compile(
            "(?:.* )?(?:moe|sota|vlm|vla|tts|asr|ocr|llm|aigc|agi|app|api|gen|ai|transformer|embedding|tokens?)");

    private UnknownModel() {}

    /** Its id without the maker's name; null if no name has that shape. */
    static String id(TitleReading title) {
        Matcher names = SHAPE.matcher(title.text());
        while (names.find()) {
            int from = behindMaker(title, names.start());
            if (from < names.end() && !isKnown(title, names.start(), names.end())) {
                return title.text().substring(from, names.end());
            }
        }
        return besideModel(title);
    }

    private static String besideModel(TitleReading title) {
        Matcher names = BESIDE_MODEL.matcher(title.text());
        while (names.find()) {
            int group = names.group(1) == null ? 2 : 1;
            String name = names.group(group);
            if (!KIND.matcher(name).matches() && !isKnown(title, names.start(group), names.end(group))) {
                return name.replace(' ', '-');
            }
        }
        return null;
    }

    private static int behindMaker(TitleReading title, int start) {
        return title.all(TermCategory.VENDOR).stream()
                .filter(maker ->
                        maker.start() == start && maker.end() < title.text().length())
                .mapToInt(maker -> title.text().charAt(maker.end()) == '-' ? maker.end() + 1 : maker.end())
                .max()
                .orElse(start);
    }

    /** Families, benchmarks, chips and the like that the lexicon has are no new models. */
    private static boolean isKnown(TitleReading title, int start, int end) {
        return Stream.of(
                        TermCategory.MODEL,
                        TermCategory.VENDOR,
                        TermCategory.BENCHMARK,
                        TermCategory.OTHER_SENSE,
                        TermCategory.PRODUCT_NOUN)
                .flatMap(category -> title.all(category).stream())
                .anyMatch(hit -> hit.start() < end && hit.end() > start);
    }
}
