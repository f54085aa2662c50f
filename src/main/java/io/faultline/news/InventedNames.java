package io.faultline.news;

import java.util.List;

/**
 * Rewrites a title as if nobody knew the makers and models it names: each gets an invented name of the same shape. A
 * model trained on such titles too learns how launches of makers look that no table has.
 */
final class InventedNames {

    private static final String VOWELS = "aeiouy";
    private static final String CONSONANTS = "bcdfghjklmnpqrstvwxz";

    private InventedNames() {}

    /** The folded title with Latin names replaced; itself if it has none. The same title always gives the same. */
    static String in(TitleReading title, List<NamedModel> models) {
        StringBuilder text = new StringBuilder(title.text());
        for (Hit vendor : title.all(TermCategory.VENDOR)) {
            invent(text, vendor.start(), vendor.end(), title.text());
        }
        for (NamedModel model : models) {
            invent(text, model.start(), model.end(), title.text());
        }
        return text.toString();
    }

    private static void invent(StringBuilder text, int start, int end, String title) {
        for (int i = start; i < end; i++) {
            text.setCharAt(i, other(title.charAt(i), title.hashCode() + i * 31));
        }
    }

    /** A vowel for a vowel, a consonant for a consonant. */
    private static char other(char c, int salt) {
        String letters = VOWELS.indexOf(c) >= 0 ? VOWELS : CONSONANTS;
        int chosen = Math.floorMod((salt * 0x9E3779B9) >>> 7, letters.length());
        return letters.indexOf(c) < 0 ? c : letters.charAt(chosen);
    }
}
