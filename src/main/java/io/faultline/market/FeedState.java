package io.faultline.market;

/**
 * What is known of a feed.
 *
 * @param feed name of the feed
 * @param mic venue whose hours it keeps; null for around the clock
 * @param lastAt newest sign of life, or from when on one was expected, epoch milliseconds; {@link #UNKNOWN} while it is
 *     expected and time has not come yet
 * @param checkAt when to look again, epoch milliseconds
 * @param stale silent for too long while its exchange is in regular hours
 */
public record FeedState(String feed, String mic, long lastAt, long checkAt, boolean stale) {

    /** No sign of life yet. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    /** A feed that is heard of for the first time. */
    public static FeedState first(FeedPulse pulse) {
        return new FeedState(pulse.feed(), pulse.mic(), pulse.alive() ? pulse.at() : UNKNOWN, pulse.at(), false);
    }

    /** With one more pulse; a newer sign of life ends a silence. */
    public FeedState with(FeedPulse pulse) {
        return pulse.alive() && pulse.at() > lastAt ? new FeedState(feed, mic, pulse.at(), checkAt, false) : this;
    }

    /** A feed without a sign of life is silent from here on (epoch milliseconds). */
    public FeedState expectedFrom(long at) {
        return lastAt == UNKNOWN ? new FeedState(feed, mic, at, checkAt, stale) : this;
    }

    FeedState checked(boolean nowStale, long nextCheckAt) {
        return new FeedState(feed, mic, lastAt, nextCheckAt, nowStale);
    }
}
