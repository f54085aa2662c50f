package io.faultline.io.json;

import io.faultline.rules.EstimationWindow;
import io.faultline.rules.ExposureTerms;
import io.faultline.rules.RuleState;
import io.faultline.rules.RuleValidation;
import io.faultline.rules.SectorRule;
import io.faultline.rules.Thresholds;
import java.util.List;

/**
 * Sector rules. Unknown fields are refused: a misspelt threshold must not pass silently. Thresholds and parts of the
 * estimation window that are left out take their documented defaults.
 */
public final class RuleCodec implements Codec<SectorRule> {

    private static final int MAX_MEMBERS = 2000;
    private static final int MAX_TERMS = 4000;
    private static final int KEY_LENGTH = Limits.SYMBOL_LENGTH + 5;

    @Override
    public SectorRule read(byte[] value) throws RejectedRecordException {
        Fields fields = new Fields(StrictJson.object(value, Limits.RULE_BYTES));
        String sector = fields.text("sector", Limits.ID_LENGTH);
        String title = fields.optionalText("title", Limits.ID_LENGTH);
        SectorRule rule = new SectorRule(
                fields.text("ruleId", Limits.ID_LENGTH),
                sector,
                title == null ? sector : title,
                fields.whole("version", Integer.MIN_VALUE, Integer.MAX_VALUE),
                fields.word("state", RuleState.class),
                fields.has("effectiveFrom") ? fields.day("effectiveFrom").toString() : null,
                fields.text("homeMic", Limits.ID_LENGTH),
                fields.text("benchmark", Limits.ID_LENGTH),
                fields.texts("members", MAX_MEMBERS, KEY_LENGTH),
                fields.has("thresholds") ? ThresholdFields.read(fields.object("thresholds")) : Thresholds.defaults(),
                fields.has("estimation") ? estimation(fields.object("estimation")) : EstimationWindow.defaults(),
                exposure(fields.object("exposure")));
        fields.refuseOthers();
        List<String> problems = RuleValidation.problems(rule);
        if (!problems.isEmpty()) {
            throw new RejectedRecordException(ErrorClass.INVALID_RULE, String.join("; ", problems));
        }
        return rule;
    }

    @Override
    public byte[] write(SectorRule rule) {
        return JsonOut.write(out -> {
            out.text("ruleId", rule.ruleId());
            out.text("sector", rule.sector());
            out.text("title", rule.title());
            out.whole("version", rule.version());
            out.word("state", rule.state());
            out.text("effectiveFrom", rule.effectiveFrom());
            out.text("homeMic", rule.homeMic());
            out.text("benchmark", rule.benchmark());
            out.texts("members", rule.members());
            out.object("thresholds", inner -> ThresholdFields.write(inner, rule.thresholds()));
            out.object("estimation", inner -> {
                inner.whole("sessions", rule.estimation().sessions());
                inner.whole("gapSessions", rule.estimation().gapSessions());
                inner.whole("minSessions", rule.estimation().minSessions());
            });
            out.object("exposure", inner -> {
                inner.texts("terms", rule.exposure().terms());
                inner.number("aiSensitivity", rule.exposure().aiSensitivity());
                if (!rule.exposure().peerTerms().isEmpty()) {
                    inner.texts("peerTerms", rule.exposure().peerTerms());
                }
            });
        });
    }

    private static EstimationWindow estimation(Fields fields) throws RejectedRecordException {
        EstimationWindow usual = EstimationWindow.defaults();
        int sessions = ThresholdFields.whole(fields, "sessions", usual.sessions());
        EstimationWindow window = new EstimationWindow(
                sessions,
                ThresholdFields.whole(fields, "gapSessions", usual.gapSessions()),
                ThresholdFields.whole(fields, "minSessions", EstimationWindow.usualMinSessions(sessions)));
        fields.refuseOthers();
        return window;
    }

    private static ExposureTerms exposure(Fields fields) throws RejectedRecordException {
        ExposureTerms exposure = new ExposureTerms(
                fields.texts("terms", MAX_TERMS, Limits.ID_LENGTH),
                fields.number("aiSensitivity", 0, 1),
                fields.texts("peerTerms", MAX_TERMS, Limits.ID_LENGTH));
        fields.refuseOthers();
        return exposure;
    }
}
