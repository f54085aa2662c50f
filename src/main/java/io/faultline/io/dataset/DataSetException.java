package io.faultline.io.dataset;

/** A data set that cannot be read. The message is one line for a person and names the file, and the line if there is one. */
public final class DataSetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message one line naming the file */
    public DataSetException(String message) {
        super(message);
    }

    /** @param message one line naming the file */
    public DataSetException(String message, Throwable cause) {
        super(message, cause);
    }
}
