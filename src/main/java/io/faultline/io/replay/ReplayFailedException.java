package io.faultline.io.replay;

/** Kafka cannot be reached or does not take a record. The message is one line for a person. */
public final class ReplayFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReplayFailedException(Exception cause) {
        super(
                "Kafka does not take the replay: "
                        + String.valueOf(cause.getMessage()).replaceAll("\\s+", " "),
                cause);
    }
}
