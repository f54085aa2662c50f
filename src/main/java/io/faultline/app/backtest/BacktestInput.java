package io.faultline.app.backtest;

import io.faultline.NearestName;
import io.faultline.app.UsageException;
import io.faultline.io.dataset.DataSet;
import io.faultline.market.TradingCalendar;
import io.faultline.market.TradingCalendars;
import io.faultline.market.TradingDay;
import io.faultline.market.TradingSession;
import io.faultline.rules.RuleState;
import io.faultline.rules.SectorRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a back-test is made over.
 *
 * @param data the data set
 * @param rules that take part: all but paused ones; rules in shadow open incidents as active ones do
 * @param rulesFrom where they come from, for people
 */
record BacktestInput(DataSet data, List<SectorRule> rules, String rulesFrom) {

    private static final Duration AFTER_CLOSE = Duration.ofHours(1);

    BacktestInput {
        rules = rules.stream()
                .filter(rule -> rule.state() != RuleState.PAUSED)
                .map(rule -> rule.inState(RuleState.ACTIVE))
                .toList();
    }

    /** All records, and the time after them in which every incident resolves. */
    Feed feed() {
        return feed(resolvedBy(data.end()));
    }

    /** The records up to a time. */
    Feed feed(long until) {
        return new Feed(data, new Tally(data), until);
    }

    /**
     * The day that somebody asks about.
     *
     * @throws UsageException if no rule judges the sector, or the date is no session within the data
     */
    SectorDay day(String date, String sector) {
        SectorRule rule = rule(sector);
        TradingCalendar calendar = data.tradingCalendars().of(rule.homeMic());
        TradingSession session = calendar.session(date(date))
                .orElseThrow(() -> new UsageException("--explain: " + date + " is no session of " + rule.homeMic()));
        boolean within = session.close() > data.start().toEpochMilli()
                && session.open() <= data.end().toEpochMilli();
        if (!within) {
            throw new UsageException(
                    "--explain: " + date + " is outside the data, " + data.start() + " to " + data.end());
        }
        return new SectorDay(session.date(), sector);
    }

    private static TradingDay date(String date) {
        try {
            return TradingDay.parse(date);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--explain: '" + date + "' is no date such as 2025-01-27", e);
        }
    }

    /**
     * The rule that judges a sector.
     *
     * @throws UsageException if there is none
     */
    SectorRule rule(String sector) {
        List<String> sectors = rules.stream().map(SectorRule::sector).toList();
        return rules.stream()
                .filter(rule -> rule.sector().equals(sector))
                .findFirst()
                .orElseThrow(() -> new UsageException("--explain: no rule judges a sector '" + sector
                        + "'; did you mean " + NearestName.to(sector, sectors) + "?"));
    }

    /** A time by which an incident of that day is resolved unless it has further legs, epoch milliseconds. */
    long resolvedBy(SectorDay day) {
        TradingSession session = data.tradingCalendars()
                .of(rule(day.sector()).homeMic())
                .session(day.date())
                .orElseThrow();
        return resolvedBy(Instant.ofEpochMilli(session.open()));
    }

    /** A time at which all incidents with a last leg at or before {@code last} are resolved, epoch milliseconds. */
    long resolvedBy(Instant last) {
        TradingCalendars calendars = data.tradingCalendars();
        long latest = last.toEpochMilli();
        for (SectorRule rule : rules) {
            TradingCalendar calendar = calendars.of(rule.homeMic());
            TradingSession session = calendar.sessionFor(last.toEpochMilli());
            for (int i = 0; i <= rule.thresholds().resolveAfterSessions(); i++) {
                session = calendar.next(session);
            }
            latest = Math.max(latest, session.close() + AFTER_CLOSE.toMillis());
        }
        return latest;
    }
}
