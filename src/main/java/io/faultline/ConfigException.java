package io.faultline;

/** A configuration that cannot be used; the message is one line for a person and names file and key. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message one line */
    public ConfigException(String message) {
        super(message);
    }

    /** @param message one line */
    public ConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
