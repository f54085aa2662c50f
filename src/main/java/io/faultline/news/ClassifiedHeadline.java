package io.faultline.news;

import java.time.Instant;
import java.util.Comparator;

/**
 * A headline with what it says and when that was known, on its way to a chain of stories.
 *
 * @param headline as received, text cleaned
 * @param knownAt knowledge time, epoch milliseconds: its Flink timestamp
 * @param classification what it says
 * @param addressee key of another chain that may hold an earlier wording of it; null for its own chain
 */
public record ClassifiedHeadline(Headline headline, long knownAt, Classification classification, String addressee) {

    /**
     * Order in which a chain takes headlines that are due together: that of knowledge. Of one moment withdrawals come first,
     * then earlier ones before later ones, and of one time, as of one day, releases before talk of them.
     */
    public static final Comparator<ClassifiedHeadline> BY_KNOWLEDGE = Comparator.comparingLong(
                    ClassifiedHeadline::knownAt)
            .thenComparing(classified -> !classified.withdraws())
            .thenComparing(ClassifiedHeadline::dated)
            .thenComparing(classified -> !classified.isRelease())
            .thenComparing(classified -> classified.headline().id())
            .thenComparing(classified -> classified.headline().action());

    /** Which ones to keep of too many: withdrawals and rewordings before new headlines, releases before talk. */
    public static final Comparator<ClassifiedHeadline> CORRECTIONS_FIRST = Comparator.comparing(
                    (ClassifiedHeadline classified) -> !classified.corrects())
            .thenComparing(classified -> !classified.isRelease())
            .thenComparing(classified -> classified.classification().kind() == HeadlineKind.OTHER)
            .thenComparing(BY_KNOWLEDGE);

    /** A headline for its own chain. */
    public ClassifiedHeadline(Headline headline, long knownAt, Classification classification) {
        this(headline, knownAt, classification, null);
    }

    /** As the classifier reads it; a withdrawal says nothing. */
    public static ClassifiedHeadline of(Headline headline, Instant knownAt, HeadlineClassifier classifier) {
        Classification classification =
                headline.action() == HeadlineAction.DELETED ? Classification.NONE : classifier.classify(headline);
        return new ClassifiedHeadline(headline, knownAt.toEpochMilli(), classification);
    }

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

    /** Key of the chain that it is sent to. */
    public String sentTo() {
        return addressee == null ? chainKey() : addressee;
    }

    /** Whether the chain that it is sent to is its own; else it can only take an earlier wording away there. */
    public boolean joins() {
        return addressee == null && !chainKey().isEmpty();
    }

    /** Whether other chains must hear of it: they may hold an earlier wording. */
    public boolean corrects() {
        return withdraws() || headline.action() == HeadlineAction.UPDATED;
    }

    /** Whether it takes an earlier headline back. */
    public boolean withdraws() {
        return headline.action() == HeadlineAction.DELETED;
    }

    /** Whether the chain that it is sent to hears the same from it: this kind, and the model of this story if it names one. */
    boolean says(HeadlineKind kind, String story) {
        if (!joins() || classification.kind() != kind) {
            return false;
        }
        String named = classification.vendor() + "/" + classification.model();
        boolean release = kind == HeadlineKind.RELEASE || kind == HeadlineKind.PRODUCT;
        return classification.model() == null || named.equals(story) || (!release && ModelName.alike(story, named));
    }

    /** The same, sent to another chain. */
    public ClassifiedHeadline to(String chain) {
        return new ClassifiedHeadline(headline, knownAt, classification, chain);
    }

    /** What is dated by the day is of no time of that day. */
    private Instant dated() {
        return headline.datePrecision() == DatePrecision.DAY ? Instant.ofEpochMilli(knownAt) : headline.publishedAt();
    }

    private boolean isRelease() {
        return classification.kind() == HeadlineKind.RELEASE || classification.kind() == HeadlineKind.PRODUCT;
    }
}
