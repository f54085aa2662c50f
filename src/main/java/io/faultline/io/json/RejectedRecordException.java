package io.faultline.io.json;

/** A record that breaks its contract. Carries no stack trace: it is an outcome, and there may be many. */
public final class RejectedRecordException extends Exception {

    private static final int MAX_LENGTH = 200;

    private final ErrorClass errorClass;

    /**
     * @param errorClass stable class
     * @param reason for a person; made one line of at most 200 characters without control characters
     */
    public RejectedRecordException(ErrorClass errorClass, String reason) {
        super(oneLine(reason), null, false, false);
        this.errorClass = errorClass;
    }

    /** The stable class. */
    public ErrorClass errorClass() {
        return errorClass;
    }

    /** One line for a person, at most 200 characters. */
    public String reason() {
        return getMessage();
    }

    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), MAX_LENGTH));
        for (int i = 0; i < text.length() && line.length() < MAX_LENGTH; i++) {
            line.append(printable(text.charAt(i)));
        }
        return line.toString();
    }

    /** Control, format (bidi marks) and half characters may come from the refused bytes: a log line must not obey them. */
    private static char printable(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> '?';
            default -> c;
        };
    }
}
