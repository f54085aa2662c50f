package io.faultline;

/**
 * Uid and display name of every operator. A uid is part of the state's address: once released it is never changed or
 * reused; a changed CEP pattern gets a new one. The name is for people in the web UI and may change.
 */
public enum OperatorIds {
    TICK_SOURCE("ticks", "Ticks from Kafka"),
    HEADLINE_SOURCE("headlines", "Headlines from Kafka"),
    LISTING_SOURCE("listings", "Listings from Kafka"),
    RULE_SOURCE("rules", "Rules from Kafka"),
    CALENDAR_SOURCE("calendars", "Calendars from Kafka"),
    TICK_CLOCK("tick-clock", "Clock for quiet ticks"),
    HEADLINE_CLOCK("headline-clock", "Clock for quiet headlines"),
    TICK_INTAKE("tick-intake", "Accept ticks"),
    HEADLINE_INTAKE("headline-intake", "Accept headlines"),
    LISTING_INTAKE("listing-intake", "Accept listings"),
    RULE_INTAKE("rule-intake", "Accept rules"),
    CALENDAR_INTAKE("calendar-intake", "Accept calendars"),
    SYMBOL_MOVES("symbol-moves", "Symbol moves against reference close"),
    SECTOR_ROUTING("sector-routing", "Moves to sectors"),
    SECTOR_DRAWDOWN("sector-drawdown", "Sector drawdown and level"),
    PRINT_PULSES("print-pulses", "Signs of life of prints"),
    HEADLINE_PULSES("headline-pulses", "Signs of life of headlines"),
    FEED_WATCH("feed-watch", "Feeds: silent while open"),
    FEED_REPORT("feed-report", "Feeds: metrics and log"),
    HEADLINE_KIND("headline-kind", "Headline kinds"),
    CORRECTIONS("headline-corrections", "Corrections: last wording of headlines"),
    STORIES("stories", "Stories: novelty and heat"),
    EXPOSURE("exposure", "Exposure of sectors to stories"),
    SECTOR_HEAT("sector-heat", "Heat of stories in each sector"),
    SHOCK_PRECEDING("shock-preceding-v1", "CEP: release, amplification, collapse"),
    SHOCK_ATTRIBUTION("shock-attribution-v1", "CEP: collapse, attribution"),
    INCIDENT_SIGNALS("incident-signals", "Signals to incidents"),
    INCIDENT_MATCHES("incident-matches", "Matches to incidents"),
    LATE_SIGNALS("late-signals", "Late signals"),
    INCIDENTS("incidents", "Incidents: onset to resolution"),
    DEAD_LETTERS("dead-letters", "Limit dead letters"),
    ALERT_SINK("alert-sink", "Alerts: every revision"),
    INCIDENT_SINK("incident-sink", "Incidents: latest revision"),
    SECTOR_SINK("sector-sink", "Sector samples"),
    SIGNAL_SINK("signal-sink", "Signals, to explain incidents by"),
    DEAD_LETTER_SINK("dead-letter-sink", "Dead letters");

    private final String uid;
    private final String title;

    OperatorIds(String uid, String title) {
        this.uid = uid;
        this.title = title;
    }

    /** Address of the operator's state in a savepoint. */
    public String uid() {
        return uid;
    }

    /** Name in the web UI. */
    public String title() {
        return title;
    }
}
