package io.faultline.shock;

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

    Alert write(Course course, AlertState state, Occasion occasion, long at) {
        Finding finding = course.finding();
        return new Alert(
                SCHEMA_VERSION,
                course.incidentId(),
                course.told().revision(),
                state,
                stage(course, at),
                mode,
                rule.sector(),
                course.onset().sessionDate(),
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
                course.legs(),
                course.toll().cumulative(),
                course.onset().onsetAt(),
                Instant.ofEpochMilli(at),
                null,
                new Explanation(rule, course, occasion).text());
    }

    private AlertStage stage(Course course, long at) {
        if (!course.inOnsetSession()) {
            return AlertStage.AFTERMATH;
        }
        if (course.toll().closed()) {
            return AlertStage.CLOSE;
        }
        // Less than half an hour ago the session was still to open.
        boolean justOpened =
                ages.sessionsOpenedBetween(at - OPENING_MILLIS, course.onset().sessionDate()) > 0;
        return justOpened ? AlertStage.OPEN : AlertStage.INTRADAY;
    }
}
