package io.faultline.app.classify;

/**
 * A title with what a person said about it.
 *
 * @param title as published
 * @param lang language, such as {@code en}, {@code zh-Hans}
 * @param label what it is
 */
public record LabelledTitle(String title, String lang, Label label) {

    /** What a title is. */
    public enum Label {
        /** A named or clearly new model is out. */
        RELEASE,
        /** Reaction to or impact of a named model. */
        RELATED,
        /** Anything else. */
        OTHER
    }

    boolean release() {
        return label == Label.RELEASE;
    }
}
