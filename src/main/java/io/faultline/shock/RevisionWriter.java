package io.faultline.shock;

import io.faultline.market.TradingDay;
import io.faultline.rules.SectorRule;
import java.time.Duration;
import java.time.Instant;

/** Writes a revision of an incident as an alert. */
final class RevisionWriter {

    private static final int SCHEMA_VERSION = 1;
    private static final long OPENING_MILLIS = Duration.ofMinutes(30).toMillis();

    private final SectorRule rule;
    private final RunMode mode;
    private final SessionAges ages;

    RevisionWriter(SectorRule rule, RunMode mode, SessionAges ages) {
        this.rule = rule;
        this.mode = mode;
        this.ages = ages;
    }

    Alert write(Course course, AlertState state, Reason reason, long at) {
        Finding finding = course.finding();
        return new Alert(
                SCHEMA_VERSION,
                course.incidentId(),
                course.told().revision(),
                state,
                stage(course, at),
                mode,
                rule.sector(),
                course.onset().onset().sessionDate(),
                course.sessionDate(),
                course.told().ruleVersion(),
                course.told().severity(),
                finding.verdict(),
                finding.basis(),
                finding.confidence(),
                finding.parts(),
                course.toll().figures(),
                course.toll().latest().members(),
                finding.evidence(),
                finding.rivalEvidence(),
                course.legs().stream().map(CourseLeg::asLeg).toList(),
                course.toll().cumulative(),
                course.onset().onset().instant(),
                Instant.ofEpochMilli(at),
                null,
                new Explanation(rule, course, reason).text());
    }

    private AlertStage stage(Course course, long at) {
        if (!course.inOnsetSession()) {
            return AlertStage.AFTERMATH;
        }
        if (course.toll().closed()) {
            return AlertStage.CLOSE;
        }
        TradingDay session = course.onset().onset().sessionDate();
        if (isBeforeOpen(at, session)) {
            return AlertStage.PRE_MARKET;
        }
        return isBeforeOpen(at - OPENING_MILLIS, session) ? AlertStage.OPEN : AlertStage.INTRADAY;
    }

    private boolean isBeforeOpen(long at, TradingDay session) {
        return ages.sessionsOpenedBetween(at, session) > 0;
    }
}
