package io.faultline.news;

/**
 * A word or phrase of the lexicon.
 *
 * @param category what it is evidence of
 * @param text folded text
 * @param tag finer meaning within the category (scope of a vendor, need of a model, strength, cause); may be empty
 * @param vendor for VENDOR and MODEL, else empty
 * @param model for MODEL its id, with {@code *} where a version goes, else empty
 * @param product for MODEL: it is a product rather than a model
 */
record Term(TermCategory category, String text, String tag, String vendor, String model, boolean product) {

    static Term word(TermCategory category, String tag, String text) {
        return new Term(category, TitleText.fold(text), tag, "", "", false);
    }

    /** Whether a version may follow the text without a gap. */
    boolean takesVersion() {
        return model.endsWith("*");
    }

    boolean tagged(String value) {
        return tag.equals(value);
    }
}
