package io.faultline.news;

import com.ibm.icu.text.Transliterator;

/**
 * Traditional characters as simplified ones, by ICU. Asked once for each character: one to one, for matching, no
 * translation of words that differ between the scripts.
 */
final class ChineseScript {

    private static final char FIRST = '\u2E80';
    private static final char LAST = '\u9FFF';
    private static final char[] SIMPLIFIED = simplified();

    private ChineseScript() {}

    static char simplified(char c) {
        return c < FIRST || c > LAST ? c : SIMPLIFIED[c - FIRST];
    }

    /** Whether a character is Chinese writing. */
    static boolean isHan(char c) {
        return (c >= '\u3400' && c <= LAST) || c == '\u3007' || (c >= '\uF900' && c <= '\uFAFF');
    }

    private static char[] simplified() {
        Transliterator icu = Transliterator.getInstance("Traditional-Simplified");
        char[] simplified = new char[LAST - FIRST + 1];
        for (int i = 0; i < simplified.length; i++) {
            String one = icu.transliterate(String.valueOf((char) (FIRST + i)));
            simplified[i] = one.length() == 1 ? one.charAt(0) : (char) (FIRST + i);
        }
        return simplified;
    }
}
