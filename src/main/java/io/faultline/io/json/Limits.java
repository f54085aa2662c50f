package io.faultline.io.json;

/** Sizes and ranges of the wire contracts; the schemas state the same. */
public final class Limits {

    /** Bytes of a tick. */
    public static final int TICK_BYTES = 4 * 1024;
    /** Bytes of a headline. */
    public static final int HEADLINE_BYTES = 64 * 1024;
    /** Bytes of a listing or calendar entry. */
    public static final int REFERENCE_BYTES = 16 * 1024;
    /** Bytes of a rule. */
    public static final int RULE_BYTES = 256 * 1024;
    /** Bytes of an alert or a sector sample. */
    public static final int ALERT_BYTES = 1024 * 1024;

    static final int SYMBOL_LENGTH = 32;
    static final int ID_LENGTH = 200;
    static final double MAX_PRICE = 1e9;
    static final double MAX_SIZE = 1e12;
    static final double MAX_SHARES = 1e15;
    static final double MAX_USD = 1e17;

    private Limits() {}

    /** A ticker: 1 to 32 visible characters, none of them with a meaning in keys ({@code @ |}). */
    static boolean isSymbol(String text) {
        if (text.isEmpty() || text.length() > SYMBOL_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean visible = c < 0x7f ? c > ' ' && c != '@' && c != '|' : isVisible(c);
            if (!visible) {
                return false;
            }
        }
        return true;
    }

    /** A symbol is shown on terminals and in alerts: nothing in it may change how the text around it is read. */
    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** A market identifier code: four capital letters or digits. */
    static boolean isMic(String text) {
        if (text.length() != 4) {
            return false;
        }
        for (int i = 0; i < 4; i++) {
            char c = text.charAt(i);
            boolean capital = c >= 'A' && c <= 'Z';
            boolean digit = c >= '0' && c <= '9';
            if (!capital && !digit) {
                return false;
            }
        }
        return true;
    }
}
