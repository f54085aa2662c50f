package io.faultline.stream;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * Every metric of the job's own operators, in the group {@code faultline} of its operator. What differs by feed, rule or
 * reason stands in labels, which Prometheus can sum over, and every label has a bounded set of values: see {@code
 * docs/metrics.md}.
 */
public enum MetricNames {
    /** Records accepted from a feed. */
    ACCEPTED("accepted", "feed"),
    /** Records refused at the door. */
    REJECTED("rejected", "feed"),
    /** Heartbeats seen on a feed. */
    HEARTBEATS("heartbeats", "feed"),
    /** The clock less the newest print or headline, milliseconds. */
    EVENT_TIME_LAG("eventTimeLagMs", "feed"),
    /** Whether a feed is silent while its exchange is open: 1 or 0. */
    STALE("stale", "feed"),
    /** Number of such feeds. */
    STALE_FEEDS("staleFeeds"),
    /** Whether the job is in LIVE, where its times can be compared with the clock: 1 or 0. */
    LIVE("live"),
    /** Prints that were taken. */
    ELIGIBLE_PRINTS("eligiblePrints"),
    /** Ticks and listings that changed nothing, by reason. */
    REFUSALS("refusals", "reason"),
    /** Ticks behind the watermark. */
    LATE_TICKS("lateTicks"),
    /** Sessions of listings compared with a close older than the session before. */
    CARRIED_REFERENCES("carriedReferences"),
    /** Moves that no rule asks for. */
    UNROUTED_MOVES("unroutedMoves"),
    /** Sector samples written. */
    SAMPLES("samples"),
    /** Signals of sectors and of news, by kind. */
    SIGNALS("signals", "kind"),
    /** Return of a rule's sector weighted by market cap, fraction. */
    CAP_WEIGHTED_RETURN("capWeightedReturn", "rule"),
    /** Plain mean of its members' returns, fraction. */
    EQUAL_WEIGHTED_RETURN("equalWeightedReturn", "rule"),
    /** Change of its market cap, USD. */
    CAP_CHANGE("capChangeUsd", "rule"),
    /** Share of its members that are down, 0 to 1. */
    BREADTH("breadth", "rule"),
    /** Share of its market cap with a fresh price, 0 to 1. */
    COVERAGE("coverage", "rule"),
    /** Coverage that the rule needs to open anything, 0 to 1; not a number outside of regular hours. */
    COVERAGE_NEEDED("coverageNeeded", "rule"),
    /** Its level: 0 none, 1 watch, 2 collapse, 3 crash. */
    LEVEL("level", "rule"),
    /** Version of a rule in force. */
    RULE_VERSION("version", "rule"),
    /** Its state: 0 paused, 1 shadow, 2 active. */
    RULE_STATE("state", "rule"),
    /** Headlines by kind. */
    HEADLINES("headlines", "kind"),
    /** Story transitions. */
    STORY_TRANSITIONS("storyTransitions"),
    /** Headlines that stories heard of after their time. */
    LATE_HEADLINES("lateHeadlines"),
    /** Headlines that ran into a bound of their chain, by reason. */
    STORY_LIMITS("storyLimits", "reason"),
    /** Stories remembered. */
    LIVE_STORIES("liveStories"),
    /** Pieces of news that touch a sector, counted once per sector. */
    EXPOSURES("exposures"),
    /** Amplifications below the rule's least heat, which go no further. */
    COOL_AMPLIFICATIONS("coolAmplifications"),
    /** What a rule's sector heard lately, weights of headlines a trading day. */
    NEWS_PER_DAY("newsPerDay", "rule"),
    /** What it usually hears, in the same unit. */
    USUAL_NEWS_PER_DAY("usualNewsPerDay", "rule"),
    /** Complete matches of a pattern. */
    MATCHES("cepMatches", "basis"),
    /** Partial matches of a pattern that timed out. */
    TIMEOUTS("cepTimeouts", "basis"),
    /** Revisions by state. */
    REVISIONS("revisions", "state"),
    /** Incidents opened, by verdict at the opening. */
    INCIDENTS_OPENED("incidentsOpened", "verdict"),
    /** Incidents open now, by verdict of their newest revision. */
    INCIDENTS_OPEN("incidentsOpen", "verdict"),
    /** Breaches told within so many seconds, cumulative as Prometheus has its histograms. */
    DETECTIONS("detections", "le"),
    /** Dead letters by stage and error class. */
    DEAD_LETTERS("deadLetters", "stage", "error"),
    /** Dead letters written. */
    DEAD_LETTERS_WRITTEN("deadLettersWritten"),
    /** Dead letters over the rate limit: counted, not written. */
    DEAD_LETTERS_SUPPRESSED("deadLettersSuppressed");

    private static final String GROUP = "faultline";

    private final String metric;
    private final String labels;

    MetricNames(String metric, String... labels) {
        this.metric = metric;
        this.labels = String.join("_", labels);
    }

    /** Name in Prometheus, less the prefix of every operator's metrics: group, labels, metric. */
    public String exposed() {
        return GROUP + "_" + (labels.isEmpty() ? "" : labels + "_") + metric;
    }

    Counter counter(MetricGroup operator, String... labelValues) {
        return group(operator, labelValues).counter(metric);
    }

    void gauge(MetricGroup operator, Gauge<? extends Number> gauge, String... labelValues) {
        group(operator, labelValues).gauge(metric, gauge);
    }

    private MetricGroup group(MetricGroup operator, String... labelValues) {
        String[] names = labels.isEmpty() ? new String[0] : labels.split("_", -1);
        if (labelValues.length != names.length) {
            throw new IllegalArgumentException(this + " takes the labels " + labels);
        }
        MetricGroup group = operator.addGroup(GROUP);
        for (int i = 0; i < names.length; i++) {
            group = group.addGroup(names[i], labelValues[i]);
        }
        return group;
    }
}
