package io.faultline.news;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A folded title in words and, for Chinese, characters. Names are replaced by what they are, so that what is learned
 * from one name holds for the next: a maker, a model, a product of the lexicon, or by its shape a size ({@code 7b}), a
 * number or another name with digits ({@code foo-2.5}).
 */
final class TitleTokens {

    private static final String NONE = "";
    private static final String MAKER = "<maker>";
    private static final String MODEL = "<model>";
    private static final String PRODUCT = "<product>";

    private final String text;
    private final String[] masks;
    private final List<String> tokens = new ArrayList<>();

    private TitleTokens(String text) {
        this.text = text;
        masks = new String[text.length()];
        Arrays.fill(masks, NONE);
    }

    static List<String> of(TitleReading title, List<NamedModel> models) {
        TitleTokens reading = new TitleTokens(title.text());
        for (Hit vendor : title.all(TermCategory.VENDOR)) {
            Arrays.fill(reading.masks, vendor.start(), vendor.end(), MAKER);
        }
        for (NamedModel model : models) {
            Arrays.fill(reading.masks, model.start(), model.end(), model.product() ? PRODUCT : MODEL);
        }
        for (int at = 0; at < reading.text.length(); ) {
            at = reading.next(at);
        }
        return reading.tokens;
    }

    private int next(int at) {
        String mask = masks[at];
        int end = at + 1;
        if (!mask.isEmpty()) {
            while (end < masks.length && masks[end].equals(mask)) {
                end++;
            }
            tokens.add(mask);
            return end;
        }
        char c = text.charAt(at);
        if (!TermMatcher.isWord(c)) {
            if (!Character.isWhitespace(c)) {
                tokens.add(String.valueOf(c));
            }
            return end;
        }
        while (end < masks.length && masks[end].isEmpty() && goesOn(end)) {
            end++;
        }
        tokens.add(shape(text.substring(at, end)));
        return end;
    }

    /** A word's next character, or a mark between two of them. */
    private boolean goesOn(int at) {
        if (TermMatcher.isWord(text.charAt(at))) {
            return true;
        }
        return ".'+-".indexOf(text.charAt(at)) >= 0
                && at + 1 < text.length()
                && masks[at + 1].isEmpty()
                && TermMatcher.isWord(text.charAt(at + 1));
    }

    private static String shape(String word) {
        boolean digit = false;
        boolean letter = false;
        for (int i = 0; i < word.length(); i++) {
            digit |= Character.isDigit(word.charAt(i));
            letter |= Character.isLetter(word.charAt(i));
        }
        if (!digit) {
            return word;
        }
        if (!letter) {
            return word.length() <= 3 ? "<number>" : "<large number>";
        }
        return isSize(word) ? "<size>" : "<name>";
    }

    /** {@code 7b}, {@code 1.5m}, {@code 8x7b}, {@code 30b-a3b}. */
    private static boolean isSize(String word) {
        int end = word.endsWith("b") && word.contains("b-a") ? word.indexOf("b-a") + 1 : word.length();
        if ("bmt".indexOf(word.charAt(end - 1)) < 0 || end < 2) {
            return false;
        }
        for (int i = 0; i < end - 1; i++) {
            char c = word.charAt(i);
            if (!Character.isDigit(c) && c != '.' && c != 'x') {
                return false;
            }
        }
        return true;
    }
}
