package io.faultline.app.backtest;

import io.faultline.io.dataset.DataSet;
import io.faultline.market.TradingCalendar;
import io.faultline.market.TradingCalendars;
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
