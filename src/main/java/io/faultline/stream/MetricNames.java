package io.faultline.stream;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;

/** Every metric of the job's own operators; all live in the group {@code faultline} of their operator. */
public final class MetricNames {

    /** Records accepted from a feed. */
    public static final String ACCEPTED = "records.accepted";
    /** Records refused at the door. */
    public static final String REJECTED = "records.rejected";
    /** Heartbeats seen on a feed. */
    public static final String HEARTBEATS = "records.heartbeats";
    /** Records behind the watermark. */
    public static final String LATE = "records.late";
    /** Ticks of symbols that no listing names. */
    public static final String UNLISTED = "ticks.unlisted";
    /** Prints that may not set the last price. */
    public static final String INELIGIBLE = "ticks.ineligible";
    /** Prints far from the price before that no second print spoke for. */
    public static final String UNCORROBORATED = "ticks.uncorroborated";
    /** Sessions of listings compared with a close older than the session before. */
    public static final String CARRIED = "references.carried";
    /** Ticks of listings without a usable reference close. */
    public static final String STALE_REFERENCE = "ticks.staleReference";
    /** Moves that no rule asks for. */
    public static final String UNROUTED = "moves.unrouted";
    /** Sector samples written. */
    public static final String SAMPLES = "samples";
    /** Level changes and session closes of sectors. */
    public static final String SIGNALS = "signals";
    /** Headlines by kind; the kind is appended. */
    public static final String HEADLINES = "headlines.";
    /** Story transitions. */
    public static final String TRANSITIONS = "stories.transitions";
    /** Feeds that are silent while their exchange is open. */
    public static final String FEEDS_STALE = "feeds.stale";
    /** Whether one feed is: 1 or 0; the feed's name and {@link #STALE} are appended. */
    public static final String FEED = "feed.";
    /** See {@link #FEED}. */
    public static final String STALE = ".stale";
    /** Complete matches of the pattern. */
    public static final String MATCHES = "cep.matches";
    /** Partial matches that timed out. */
    public static final String TIMEOUTS = "cep.timeouts";
    /** Revisions by state; the state is appended. */
    public static final String REVISIONS = "revisions.";
    /** Incidents opened, by verdict at opening; the verdict is appended. */
    public static final String OPENED = "incidents.opened.";
    /** Dead letters written. */
    public static final String DEAD_LETTERS = "deadLetters.written";
    /** Dead letters over the rate limit: counted, not written. */
    public static final String SUPPRESSED = "deadLetters.suppressed";
    /** Dead letters by reason; stage and error class are appended. */
    public static final String DEAD_LETTER_REASON = "deadLetters.";

    private MetricNames() {}

    static Counter counter(RuntimeContext context, String name) {
        return context.getMetricGroup().addGroup("faultline").counter(name);
    }
}
