package io.faultline.news;

/** A table of words, or a trained model, that cannot be used: one line with its place. */
public final class LexiconException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message one line, with file and line number where there is one */
    public LexiconException(String message) {
        super(message);
    }
}
