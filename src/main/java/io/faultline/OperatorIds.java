package io.faultline;

/**
 * Uid and display name of every operator. A uid is part of the state's address: once released it is never changed or
 * reused; a changed CEP pattern gets a new one. The name is for people in the web UI and may change.
 */
public enum OperatorIds {
    TICK_SOURCE("ticks", "Ticks from Kafka"),
    HEADLINE_SOURCE("headlines", "Headlines from Kafka"),
    LISTING_SOURCE("listings", "Listings from Kafka"),
    RULE_SOURCE("rules", "Sector rules from Kafka"),
    CALENDAR_SOURCE("calendars", "Calendar changes from Kafka"),
    TICK_CLOCK("tick-clock", "Clock for quiet ticks"),
    HEADLINE_CLOCK("headline-clock", "Clock for quiet headlines"),
    TICK_INTAKE("tick-intake", "Accept or refuse ticks"),
    HEADLINE_INTAKE("headline-intake", "Accept or refuse headlines"),
    LISTING_INTAKE("listing-intake", "Accept or refuse listings"),
    RULE_INTAKE("rule-intake", "Accept or refuse rules"),
    CALENDAR_INTAKE("calendar-intake", "Accept or refuse calendar changes"),
    SYMBOL_MOVES("symbol-moves", "Move of each symbol against its reference close"),
    SECTOR_ROUTING("sector-routing", "Route moves to their sectors"),
    SECTOR_DRAWDOWN("sector-drawdown", "Drawdown and level of each sector"),
    HEADLINE_KIND("headline-kind", "What each headline says"),
    STORIES("stories", "Story chains, novelty and heat"),
    EXPOSURE("exposure", "Which sectors a story touches"),
    SHOCK_PRECEDING("shock-preceding-v1", "CEP: release, amplification, collapse"),
    SHOCK_ATTRIBUTION("shock-attribution-v1", "CEP: collapse, attribution"),
    INCIDENT_SIGNALS("incident-signals", "Signals for the incidents"),
    INCIDENT_MATCHES("incident-matches", "Matches for the incidents"),
    LATE_SIGNALS("late-signals", "Signals too late for CEP"),
    INCIDENTS("incidents", "Incident of each sector, onset to resolution"),
    DEAD_LETTERS("dead-letters", "Count and limit dead letters"),
    ALERT_SINK("alert-sink", "Alerts: every revision"),
    INCIDENT_SINK("incident-sink", "Incidents: latest revision"),
    SECTOR_SINK("sector-sink", "Sector samples for boards"),
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
