package io.faultline.io.json;

import io.faultline.news.TitleText;

/** Text from records, made fit for a log line. */
public final class LogText {

    private LogText() {}

    /**
     * One line that a log or terminal does not obey: control sequences are gone; control characters and line separators become blanks; format
     * characters (bidi marks), half characters and unassigned ones question marks.
     */
    public static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        TitleText.withoutSequences(text).codePoints().forEach(point -> line.appendCodePoint(printable(point)));
        return line.toString();
    }

    private static int printable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> '?';
            default -> point;
        };
    }
}
