package io.faultline.io.json;

import io.faultline.shock.Alert;
import io.faultline.shock.AlertStage;
import io.faultline.shock.AlertState;
import io.faultline.shock.Basis;
import io.faultline.shock.RunMode;
import io.faultline.shock.ShockLevel;
import io.faultline.shock.Verdict;
import java.io.IOException;

/** Alerts. Unknown fields are skipped, so that an older consumer reads what a newer job writes. */
public final class AlertCodec implements Codec<Alert> {

    private static final int MAX_VERSION = 1_000_000;
    private static final int INCIDENT_ID_LENGTH = 32;
    private static final int EXPLANATION_LENGTH = 20_000;

    @Override
    public Alert read(byte[] value) throws RejectedRecordException {
        Fields fields = new Fields(StrictJson.object(value, Limits.ALERT_BYTES));
        return new Alert(
                fields.whole("schemaVersion", 1, MAX_VERSION),
                fields.text("incidentId", INCIDENT_ID_LENGTH),
                fields.whole("revision", 1, MAX_VERSION),
                fields.word("state", AlertState.class),
                fields.word("stage", AlertStage.class),
                fields.word("mode", RunMode.class),
                fields.text("sector", Limits.ID_LENGTH),
                fields.day("tradeDate"),
                fields.day("sessionDate"),
                fields.text("ruleVersion", Limits.ID_LENGTH),
                severity(fields),
                fields.word("verdict", Verdict.class),
                fields.word("basis", Basis.class, null),
                fields.number("confidence", 0, 1),
                IncidentFields.readParts(fields.object("confidenceParts")),
                DrawdownFields.read(fields.object("drawdown")),
                DrawdownFields.readMembers(fields, "members"),
                EvidenceFields.read(fields, "evidence"),
                EvidenceFields.read(fields, "rivals"),
                IncidentFields.readLegs(fields),
                IncidentFields.readCumulative(fields.object("cumulative")),
                fields.instant("onsetAt"),
                fields.instant("detectedAt"),
                fields.optionalInstant("emittedAt"),
                fields.text("explanation", EXPLANATION_LENGTH));
    }

    @Override
    public byte[] write(Alert alert) {
        return JsonOut.write(out -> {
            writeHead(out, alert);
            writeVerdict(out, alert);
            out.object("drawdown", inner -> DrawdownFields.write(inner, alert.drawdown()));
            out.list("members", alert.members(), DrawdownFields::writeMember);
            out.list("evidence", alert.evidence(), EvidenceFields::write);
            out.list("rivals", alert.rivals(), EvidenceFields::write);
            out.list("legs", alert.legs(), IncidentFields::writeLeg);
            out.object("cumulative", inner -> IncidentFields.writeCumulative(inner, alert.cumulative()));
            out.instant("onsetAt", alert.onsetAt());
            out.instant("detectedAt", alert.detectedAt());
            out.instant("emittedAt", alert.emittedAt());
            out.text("explanation", alert.explanation());
        });
    }

    private static ShockLevel severity(Fields fields) throws RejectedRecordException {
        ShockLevel severity = fields.word("severity", ShockLevel.class);
        if (severity == ShockLevel.NONE) {
            throw fields.rejected(ErrorClass.UNKNOWN_VALUE, "severity", "NONE is no severity of an incident");
        }
        return severity;
    }

    private static void writeHead(JsonOut out, Alert alert) throws IOException {
        out.whole("schemaVersion", alert.schemaVersion());
        out.text("incidentId", alert.incidentId());
        out.whole("revision", alert.revision());
        out.word("state", alert.state());
        out.word("stage", alert.stage());
        out.word("mode", alert.mode());
        out.text("sector", alert.sector());
        out.shown("tradeDate", alert.tradeDate());
        out.shown("sessionDate", alert.sessionDate());
        out.text("ruleVersion", alert.ruleVersion());
        out.word("severity", alert.severity());
    }

    private static void writeVerdict(JsonOut out, Alert alert) throws IOException {
        out.word("verdict", alert.verdict());
        out.word("basis", alert.basis());
        out.number("confidence", alert.confidence());
        out.object("confidenceParts", inner -> IncidentFields.writeParts(inner, alert.confidenceParts()));
    }
}
