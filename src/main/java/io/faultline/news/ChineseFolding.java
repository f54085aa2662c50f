package io.faultline.news;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Traditional characters mapped to simplified ones, as far as the lexicon's words need it. Not a translation: one
 * character to one, for matching.
 */
final class ChineseFolding {

    private final Map<Character, Character> simplified;

    private ChineseFolding(Map<Character, Character> simplified) {
        this.simplified = simplified;
    }

    static ChineseFolding shipped() {
        return new ChineseFolding(LexiconFile.rows("traditional.csv", 2).stream()
                .collect(Collectors.toUnmodifiableMap(
                        row -> row.get(0).charAt(0), row -> row.get(1).charAt(0))));
    }

    char simplified(char c) {
        // Nothing below the CJK blocks is ever mapped: most titles pay no look-up.
        return c < '\u2E80' ? c : simplified.getOrDefault(c, c);
    }
}
