package io.faultline.news;

/**
 * The last correction of a headline: what came before it says nothing any more, should it come again.
 *
 * @param action UPDATED or DELETED
 * @param publishedAt as the correction states it, epoch milliseconds
 * @param receivedAt when the feed got it, epoch milliseconds; null if the feed does not say
 */
public record Correction(HeadlineAction action, long publishedAt, Long receivedAt) {

    /** Of a headline record that is UPDATED or DELETED. */
    public static Correction of(Headline headline) {
        Long received =
                headline.receivedAt() == null ? null : headline.receivedAt().toEpochMilli();
        return new Correction(headline.action(), headline.publishedAt().toEpochMilli(), received);
    }

    /**
     * Whether a record of the same headline that arrives after this one was overtaken by it, or is sent again: it is a
     * first wording, an earlier one, or any wording of a headline that is gone.
     */
    public boolean outdates(Headline later) {
        return switch (later.action()) {
            case CREATED -> true;
            case UPDATED -> action == HeadlineAction.DELETED || isEarlier(Correction.of(later));
            case DELETED, HEARTBEAT -> false;
        };
    }

    /** By the clock of the feed where it tells; a date of publication may be revised itself. */
    private boolean isEarlier(Correction other) {
        boolean timed = receivedAt != null && other.receivedAt != null;
        return timed ? (other.receivedAt < receivedAt) : (other.publishedAt < publishedAt);
    }
}
