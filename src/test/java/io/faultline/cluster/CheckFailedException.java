package io.faultline.cluster;

/** A check that does not hold, or a condition that never came; the message is for a person. */
final class CheckFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CheckFailedException(String message) {
        super(message);
    }

    CheckFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
