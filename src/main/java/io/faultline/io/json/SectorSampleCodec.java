package io.faultline.io.json;

import io.faultline.market.SessionPhase;
import io.faultline.shock.SectorSample;
import io.faultline.shock.ShockLevel;

/** Sector samples. Unknown fields are skipped. */
public final class SectorSampleCodec implements Codec<SectorSample> {

    private static final int MAX_VERSION = 1_000_000;
    private static final int MAX_MEMBERS = 2000;
    private static final int REASON_LENGTH = 2000;

    @Override
    public SectorSample read(byte[] value) throws RejectedRecordException {
        Fields fields = new Fields(StrictJson.object(value, Limits.ALERT_BYTES));
        String reason = fields.optionalText("reason", REASON_LENGTH);
        return new SectorSample(
                fields.whole("schemaVersion", 1, MAX_VERSION),
                fields.text("sector", Limits.ID_LENGTH),
                fields.text("ruleVersion", Limits.ID_LENGTH),
                fields.day("sessionDate"),
                fields.word("phase", SessionPhase.class),
                fields.instant("at"),
                fields.word("level", ShockLevel.class),
                DrawdownFields.read(fields.object("drawdown")),
                fields.whole("memberCount", 0, MAX_MEMBERS),
                fields.texts("excluded", MAX_MEMBERS, Limits.SYMBOL_LENGTH),
                DrawdownFields.readMembers(fields, "worst"),
                reason == null ? "" : reason);
    }

    @Override
    public byte[] write(SectorSample sample) {
        return JsonOut.write(out -> {
            out.whole("schemaVersion", sample.schemaVersion());
            out.text("sector", sample.sector());
            out.text("ruleVersion", sample.ruleVersion());
            out.shown("sessionDate", sample.sessionDate());
            out.word("phase", sample.phase());
            out.instant("at", sample.at());
            out.word("level", sample.level());
            out.object("drawdown", inner -> DrawdownFields.write(inner, sample.drawdown()));
            out.whole("memberCount", sample.memberCount());
            out.texts("excluded", sample.excluded());
            out.list("worst", sample.worst(), DrawdownFields::writeMember);
            out.text("reason", sample.reason());
        });
    }
}
