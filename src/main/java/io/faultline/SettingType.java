package io.faultline;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.flink.util.TimeUtils;

/**
 * How the text of a setting is read, and how a value is shown.
 *
 * @param title name for people, as in {@code docs/configuration.md}
 * @param expected what a right text looks like, for messages
 * @param parse reads a text; any {@link RuntimeException} means that it is wrong
 * @param allowed range check of a read value
 * @param show the text for a value
 */
public record SettingType<T>(
        String title, String expected, Function<String, T> parse, Predicate<T> allowed, Function<T, String> show) {

    /** Any text but a blank one. */
    public static SettingType<String> text() {
        return new SettingType<>("text", "a text", text -> text, text -> !text.isBlank(), text -> text);
    }

    /** Texts separated by commas; may be none. */
    public static SettingType<List<String>> texts() {
        return new SettingType<>(
                "list of text",
                "texts separated by commas",
                text -> Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList(),
                items -> true,
                items -> String.join(",", items));
    }

    /** A whole number of at least {@code least}. */
    public static SettingType<Integer> whole(int least) {
        String expected = "a whole number" + (least == Integer.MIN_VALUE ? "" : " of " + least + " or more");
        return new SettingType<>("whole number", expected, Integer::valueOf, n -> n >= least, n -> Integer.toString(n));
    }

    /** A fraction above 0 and below 1. */
    public static SettingType<Double> fraction() {
        return new SettingType<>(
                "fraction",
                "a number above 0 and below 1",
                Double::valueOf,
                x -> x > 0 && x < 1,
                x -> Double.toString(x));
    }

    /** A time span of at least {@code least}. */
    public static SettingType<Duration> duration(Duration least) {
        return new SettingType<>(
                "duration",
                "a duration such as 500 ms, 30 s, 5 min, 2 h, 21 d"
                        + (least.isZero() ? "" : ", at least " + TimeUtils.formatWithHighestUnit(least)),
                TimeUtils::parseDuration,
                span -> span.compareTo(least) >= 0,
                TimeUtils::formatWithHighestUnit);
    }

    /** One of a few words, written in lower case with hyphens. */
    public static <E extends Enum<E>> SettingType<E> word(Collection<E> words) {
        Map<String, E> byText = new LinkedHashMap<>();
        words.forEach(word -> byText.put(shown(word), word));
        return new SettingType<>(
                "word",
                "one of " + String.join(", ", byText.keySet()),
                byText::get,
                Objects::nonNull,
                SettingType::shown);
    }

    private static String shown(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
