package io.faultline.news;

/**
 * A headline with what it says and when that was known.
 *
 * @param headline as received, text cleaned
 * @param knownAt knowledge time, epoch milliseconds: its Flink timestamp
 * @param classification what it says
 */
public record ClassifiedHeadline(Headline headline, long knownAt, Classification classification) {

    /**
     * Key of the chain of stories it belongs to: the vendor, or {@code rival/CAUSE}; empty if it belongs to none.
     * Keyed by vendor and not by model, so that headlines naming only the vendor join the vendor's live story.
     */
    public String chainKey() {
        if (classification.kind() == HeadlineKind.RIVAL && classification.rivalCause() != null) {
            return "rival/" + classification.rivalCause();
        }
        return classification.vendor() == null ? "" : classification.vendor();
    }
}
