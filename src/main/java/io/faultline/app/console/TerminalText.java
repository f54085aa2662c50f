package io.faultline.app.console;

import io.faultline.news.TitleText;
import java.util.ArrayList;
import java.util.List;

/**
 * Untrusted text on a terminal. Escape sequences, bidi marks and line breaks in a headline must not reach it, and
 * Chinese characters take two columns.
 */
public final class TerminalText {

    private static final String CUT = "...";

    /** Code points that terminals draw two columns wide: CJK, Hangul, full-width forms, emoji. */
    private static final int[][] WIDE = {
        {0x1100, 0x115f},
        {0x2e80, 0xa4cf},
        {0xac00, 0xd7a3},
        {0xf900, 0xfaff},
        {0xfe30, 0xfe6f},
        {0xff01, 0xff60},
        {0xffe0, 0xffe6},
        {0x1f300, 0x1faff},
        {0x20000, 0x3fffd},
    };

    private TerminalText() {}

    /** One line without control, format and half characters; runs of white space become one blank. */
    public static String clean(String text) {
        StringBuilder line = new StringBuilder(text.length());
        TitleText.withoutSequences(text).codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> line.append(' ');
                case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
                default -> line.appendCodePoint(Character.isSpaceChar(c) ? ' ' : c);
            }
        });
        return line.toString().replaceAll(" {2,}", " ").strip();
    }

    /** Columns that a cleaned text takes. */
    public static int width(String text) {
        return text.codePoints().map(TerminalText::width).sum();
    }

    /** The text, cut to at most {@code columns}. */
    public static String fit(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int room = columns - CUT.length();
        for (int c : text.codePoints().toArray()) {
            room -= width(c);
            if (room < 0) {
                break;
            }
            cut.appendCodePoint(c);
        }
        return cut.toString().stripTrailing() + CUT;
    }

    /** The text, filled up with blanks on the right to {@code columns}. */
    public static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }

    /** The text broken at blanks into lines of at most {@code columns}; longer words are cut. */
    public static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String part = fit(word, columns);
            if (!line.isEmpty() && width(line.toString()) + 1 + width(part) > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(part);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        for (int[] range : WIDE) {
            if (c >= range[0] && c <= range[1]) {
                return 2;
            }
        }
        return 1;
    }
}
