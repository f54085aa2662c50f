package io.faultline.news;

/**
 * The last correction of a headline: what came before it says nothing any more, should it come again.
 *
 * @param action UPDATED or DELETED
 * @param receivedAt when the feed got it, epoch milliseconds; null if the feed does not say
 */
public record Correction(HeadlineAction action, Long receivedAt) {

    /** Of a headline record that is UPDATED or DELETED. */
    public static Correction of(Headline headline) {
        Long received =
                headline.receivedAt() == null ? null : headline.receivedAt().toEpochMilli();
        return new Correction(headline.action(), received);
    }

    /**
     * Whether a record of the same headline that arrives after this one was overtaken by it, or is sent again: it is a
     * first wording, one that the feed got earlier, or any wording of a headline that is gone. Else the order of arrival
     * holds, as the topic is keyed by id: dates of publication are revised themselves, also backwards.
     */
    public boolean outdates(Headline later) {
        return switch (later.action()) {
            case CREATED -> true;
            case UPDATED -> action == HeadlineAction.DELETED || isEarlier(Correction.of(later));
            case DELETED, HEARTBEAT -> false;
        };
    }

    private boolean isEarlier(Correction other) {
        return receivedAt != null && other.receivedAt != null && other.receivedAt < receivedAt;
    }
}
