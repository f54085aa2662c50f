package io.faultline.news;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.regex.Pattern;

/** Untrusted titles made safe to show, and made comparable. */
public final class TitleText {

    /** Longest cleaned title, in code points. */
    public static final int MAX_CODE_POINTS = 300;

    /** Longest folded title, in chars. */
    private static final int MAX_FOLDED = 2 * MAX_CODE_POINTS;

    /** How much of a title is looked at, in chars: the rest cannot appear in the cleaned one in any sane feed. */
    private static final int MAX_READ = 4096;

    private static final int MAX_COMBINING = 3;
    /** Of a terminal, ECMA-48 sections 5.4 and 8.3.89: colours, moves of the cursor; titles of windows, links. */
    private static final Pattern CONTROL_SEQUENCE = Pattern.compile(
            "(?:\\x1B\\[|\\x9B)[0-?]*+[ -/]*+[@-~]" + "|\\x1B\\][^\\x07\\x1B]{0,500}+(?:\\x07|\\x1B\\\\)");

    private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCInstance();

    private TitleText() {}

    /**
     * A title fit for logs, terminals and web pages: markup, control sequences of terminals, control, format and bidirectional-override characters and
     * unpaired surrogates gone, runs of white space one blank, stacked combining marks cut, at most
     * {@link #MAX_CODE_POINTS}. Cleaning twice changes nothing. Null reads as empty. Time does not grow with length
     * beyond the part that is read.
     */
    public static String clean(String title) {
        if (title == null || title.isEmpty()) {
            return "";
        }
        // Unwanted characters go first: one inside an entity must not hide it.
        String text = HtmlText.plain(
                wanted(withoutSequences(title.length() > MAX_READ ? title.substring(0, MAX_READ) : title)));
        StringBuilder out = new StringBuilder(Math.min(text.length(), 2 * MAX_CODE_POINTS));
        int kept = 0;
        int marks = 0;
        for (int at = 0; at < text.length() && kept <= MAX_CODE_POINTS; ) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            marks = isCombining(point) ? marks + 1 : 0;
            boolean blank = Character.isWhitespace(point) || Character.isSpaceChar(point);
            if (blank ? endsBlank(out) : marks > MAX_COMBINING) {
                continue;
            }
            out.appendCodePoint(blank ? ' ' : point);
            kept++;
        }
        return bounded(out.toString().strip());
    }

    /**
     * A title for matching only: compatibility forms and full width made plain, lower case, dashes and apostrophes of
     * one kind, traditional characters made simplified, one to one. Reads a bounded part; null reads as
     * empty.
     */
    public static String fold(String title) {
        if (title == null) {
            return "";
        }
        String bounded = title.length() > MAX_FOLDED ? title.substring(0, MAX_FOLDED) : title;
        String spelled = COMPATIBLE.normalize(bounded);
        // One character may stand for up to eighteen.
        String plain =
                (spelled.length() > MAX_FOLDED ? spelled.substring(0, MAX_FOLDED) : spelled).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            out.append(ChineseScript.simplified(oneDash(plain.charAt(i))));
        }
        return out.toString();
    }

    private static char oneDash(char c) {
        return switch (c) {
            case '‐', '‑', '‒', '–', '—', '―', '−' -> '-';
            case '‘', '’', '`' -> '\'';
            case '“', '”', '「', '」', '『', '』' -> '"';
            default -> c;
        };
    }

    private static boolean endsBlank(StringBuilder out) {
        return out.isEmpty() || out.charAt(out.length() - 1) == ' ';
    }

    private static boolean isCombining(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /**
     * Text without the sequences that terminals obey: what is left of one that loses its escape character only would stand in
     * front of a name and hide it.
     */
    public static String withoutSequences(String text) {
        boolean any = text.indexOf('\u001b') >= 0 || text.indexOf('\u009b') >= 0;
        return any ? CONTROL_SEQUENCE.matcher(text).replaceAll("") : text;
    }

    private static String wanted(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(point -> !isUnwanted(point)).forEach(out::appendCodePoint);
        return out.toString();
    }

    /** Control, format, surrogate, private and unassigned code points, white space excepted. */
    static boolean isUnwanted(int point) {
        if (Character.isWhitespace(point)) {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static String bounded(String text) {
        if (text.codePointCount(0, text.length()) <= MAX_CODE_POINTS) {
            return text;
        }
        int end = text.offsetByCodePoints(0, MAX_CODE_POINTS - 1);
        return text.substring(0, end).stripTrailing() + "…";
    }
}
