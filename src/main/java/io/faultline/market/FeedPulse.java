package io.faultline.market;

/**
 * A sign of life of a feed, or the news that one is expected.
 *
 * @param feed name of the feed, {@code ticks.XNAS} or {@code headlines}
 * @param mic venue whose hours the feed keeps; null for one that is fed around the clock
 * @param at time of the print or headline, epoch milliseconds
 * @param alive false if the feed is only expected: a listing names its venue
 */
public record FeedPulse(String feed, String mic, long at, boolean alive) {

    /** The feed of headlines: around the clock. */
    public static final String HEADLINES = "headlines";

    /** A listing's move is a sign of life of its venue's prints; its reference close says that there should be some. */
    public static FeedPulse of(MemberMove move) {
        boolean alive = move.kind() == MoveKind.PRINT;
        return new FeedPulse("ticks." + move.mic(), move.mic(), alive ? move.lastPrintAt() : move.at(), alive);
    }

    /** A headline, known at this time (epoch milliseconds). */
    public static FeedPulse ofHeadline(long knownAt) {
        return new FeedPulse(HEADLINES, null, knownAt, true);
    }

    /** Headlines are expected from this time (epoch milliseconds) on. */
    public static FeedPulse headlinesExpected(long at) {
        return new FeedPulse(HEADLINES, null, at, false);
    }
}
