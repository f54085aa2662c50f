package io.faultline.stream;

import io.faultline.market.CalendarEntry;
import io.faultline.market.TradingCalendars;
import io.faultline.rules.RuleState;
import io.faultline.rules.SectorRule;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;

/**
 * Rules and calendars as an operator sees them: the snapshot given at submission, overlaid with broadcast state. Holds a
 * view made from them, rebuilt after a change or a restart.
 */
public final class ReferenceBook implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Broadcast state: rules by id. */
    public static final MapStateDescriptor<String, RuleEntry> RULES =
            new MapStateDescriptor<>("rules", String.class, RuleEntry.class);
    /** Broadcast state: calendar days by {@code mic|date}. */
    public static final MapStateDescriptor<String, CalendarChange> CALENDARS =
            new MapStateDescriptor<>("calendars", String.class, CalendarChange.class);

    private final ReferenceSnapshot initial;
    private transient Map<String, RuleEntry> rules;
    private transient Map<String, List<String>> ruleIdsByListing;
    private transient TradingCalendars calendars;

    ReferenceBook(ReferenceSnapshot initial) {
        this.initial = new ReferenceSnapshot(initial.rules(), initial.calendars());
    }

    /** Where an operator's broadcast state is read. */
    interface States {
        <V> ReadOnlyBroadcastState<String, V> get(MapStateDescriptor<String, V> descriptor);
    }

    /** Where an operator's broadcast state is changed. */
    interface WritableStates {
        <V> BroadcastState<String, V> get(MapStateDescriptor<String, V> descriptor);
    }

    /** Stores a change; the next {@link #refresh} sees it. */
    void accept(ReferenceUpdate update, WritableStates states) throws Exception {
        if (update.ruleId() != null) {
            BroadcastState<String, RuleEntry> ruleState = states.get(RULES);
            RuleEntry known = ruleState.get(update.ruleId());
            SectorRule last = update.rule() != null ? update.rule() : known == null ? null : known.rule();
            ruleState.put(update.ruleId(), new RuleEntry(last, update.rule() == null));
        } else {
            states.get(CALENDARS).put(update.calendarKey(), new CalendarChange(update.entry()));
        }
        rules = null;
    }

    /** Makes the view current; cheap when nothing changed. Returns whether something had. */
    boolean refresh(States states) throws Exception {
        if (rules != null) {
            return false;
        }
        rules = new TreeMap<>();
        initial.rules().forEach(rule -> rules.put(rule.ruleId(), new RuleEntry(rule, false)));
        for (Map.Entry<String, RuleEntry> change : states.get(RULES).immutableEntries()) {
            RuleEntry entry = change.getValue();
            RuleEntry before = rules.get(change.getKey());
            boolean keepContent = entry.rule() == null && before != null;
            rules.put(change.getKey(), keepContent ? new RuleEntry(before.rule(), entry.removed()) : entry);
        }
        calendars = TradingCalendars.shipped();
        for (CalendarEntry entry : initial.calendars()) {
            calendars = calendars.with(entry);
        }
        for (Map.Entry<String, CalendarChange> change : states.get(CALENDARS).immutableEntries()) {
            CalendarEntry entry = change.getValue().entry();
            calendars = entry == null ? calendars.without(change.getKey()) : calendars.with(entry);
        }
        indexListings();
        return true;
    }

    private void indexListings() {
        ruleIdsByListing = new HashMap<>();
        for (SectorRule rule : evaluated()) {
            for (String listing : rule.members()) {
                ruleIdsByListing
                        .computeIfAbsent(listing, key -> new ArrayList<>())
                        .add(rule.ruleId());
            }
            if (!rule.members().contains(rule.benchmark())) {
                ruleIdsByListing
                        .computeIfAbsent(rule.benchmark(), key -> new ArrayList<>())
                        .add(rule.ruleId());
            }
        }
    }

    /** Rules that are neither paused nor removed, by id. */
    Collection<SectorRule> evaluated() {
        List<SectorRule> evaluated = new ArrayList<>();
        for (RuleEntry entry : rules.values()) {
            if (!entry.removed() && entry.rule() != null && entry.rule().state() != RuleState.PAUSED) {
                evaluated.add(entry.rule());
            }
        }
        return evaluated;
    }

    /** All rules by id, with those that were removed. */
    Map<String, RuleEntry> known() {
        return rules;
    }

    /** Last known content of a rule, removed or not; null if never seen. */
    SectorRule rule(String ruleId) {
        RuleEntry entry = rules.get(ruleId);
        return entry == null ? null : entry.rule();
    }

    /** Whether the rule is to be judged now. */
    boolean evaluates(String ruleId) {
        RuleEntry entry = rules.get(ruleId);
        return entry != null
                && !entry.removed()
                && entry.rule() != null
                && entry.rule().state() != RuleState.PAUSED;
    }

    /** Whether the rule was deleted, and not only paused. */
    boolean isRemoved(String ruleId) {
        RuleEntry entry = rules.get(ruleId);
        return entry != null && entry.removed();
    }

    /** Rules that a listing counts for, as member or benchmark. */
    List<String> ruleIdsOf(String listingKey) {
        return ruleIdsByListing.getOrDefault(listingKey, Collections.emptyList());
    }

    TradingCalendars calendars() {
        return calendars;
    }
}
