package io.faultline.app;

/** Something that was asked for could not be done: one readable line, exit code 1. */
public final class OperationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message one line for the person at the terminal */
    public OperationException(String message) {
        super(message);
    }

    /** @param message one line for the person at the terminal */
    public OperationException(String message, Throwable cause) {
        super(message, cause);
    }
}
