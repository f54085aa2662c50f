package io.faultline.news;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Models that no table knows, by the shape of their names: letters and a version without a gap ("Emu3", "DeepSeek-R9").
 * Only looked for in a title that tells a release of a known maker.
 */
final class UnknownModel {

    private static final Pattern SHAPE = Pattern.compile(
            "(?<![a-z0-9.-])([a-z][a-z-]{1,20}v?\\d{1,2}(?:\\.\\d{1,2})?(?:-[a-z]{2,10}){0,2})(?![a-z0-9%-]|\\.\\d)");

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
                        TermCategory.MODEL, TermCategory.BENCHMARK, TermCategory.OTHER_SENSE, TermCategory.PRODUCT_NOUN)
                .flatMap(category -> title.all(category).stream())
                .anyMatch(hit -> hit.start() < end && hit.end() > start);
    }
}
