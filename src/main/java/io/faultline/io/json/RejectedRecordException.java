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
        return LogText.oneLine(text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text);
    }
}
