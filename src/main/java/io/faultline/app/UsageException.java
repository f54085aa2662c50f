package io.faultline.app;

/** A bad option or file: one readable line, exit code 2. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message one line for the person at the terminal */
    public UsageException(String message) {
        super(message);
    }

    /** @param message one line for the person at the terminal */
    public UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
