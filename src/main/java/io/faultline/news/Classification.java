package io.faultline.news;

/**
 * What the classifier makes of a headline.
 *
 * @param kind what it says
 * @param vendor id of the AI lab it is about, lower case (e.g. {@code deepseek}); null if none
 * @param model id of the model or product, lower case (e.g. {@code r1}); null if it names only the vendor
 * @param rivalCause set for RIVAL only
 * @param score certainty, 0 to 1
 * @param reason the words or rule that decided, for people
 */
public record Classification(
        HeadlineKind kind, String vendor, String model, RivalCause rivalCause, double score, String reason) {

    /** Of a record without a title. */
    public static final Classification NONE = new Classification(HeadlineKind.OTHER, null, null, null, 0.0, "no title");
}
