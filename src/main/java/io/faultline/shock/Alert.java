package io.faultline.shock;

import io.faultline.market.DrawdownFigures;
import io.faultline.market.MemberDrawdown;
import io.faultline.market.TradingDay;
import java.time.Instant;
import java.util.List;

/**
 * One revision of an incident: the contract of the alert topic. All but {@code emittedAt} is a function of the input.
 *
 * @param schemaVersion version of this contract, 1
 * @param incidentId 32 hex digits, see {@link IncidentId}
 * @param revision 1, 2, 3 ... per incident
 * @param state what the revision does
 * @param stage when in the incident's life
 * @param mode live or replay
 * @param sector sector id
 * @param tradeDate session of the onset
 * @param sessionDate session of this revision
 * @param ruleVersion {@code ruleId@version}
 * @param severity highest level reached
 * @param verdict what the fall is consistent with
 * @param basis set for AI_LINKED only, else null
 * @param confidence of the verdict, 0 to 1
 * @param confidenceParts what it is made of
 * @param drawdown the sector in {@code sessionDate}
 * @param members all members, worst cap change first
 * @param evidence strongest first; at most 8
 * @param rivals headlines of other causes; at most 5
 * @param legs sessions that met the opening condition, onset first
 * @param cumulative since the close before the shock
 * @param onsetAt when the opening condition was first met
 * @param detectedAt event time of the signal that caused this revision
 * @param emittedAt clock of the machine when the revision was written
 * @param explanation one paragraph for a person
 */
public record Alert(
        int schemaVersion,
        String incidentId,
        int revision,
        AlertState state,
        AlertStage stage,
        RunMode mode,
        String sector,
        TradingDay tradeDate,
        TradingDay sessionDate,
        String ruleVersion,
        ShockLevel severity,
        Verdict verdict,
        Basis basis,
        double confidence,
        ConfidenceParts confidenceParts,
        DrawdownFigures drawdown,
        List<MemberDrawdown> members,
        List<Evidence> evidence,
        List<Evidence> rivals,
        List<Leg> legs,
        Cumulative cumulative,
        Instant onsetAt,
        Instant detectedAt,
        Instant emittedAt,
        String explanation) {

    /** The same revision as written at an instant. */
    public Alert emitted(Instant at) {
        return new Alert(
                schemaVersion,
                incidentId,
                revision,
                state,
                stage,
                mode,
                sector,
                tradeDate,
                sessionDate,
                ruleVersion,
                severity,
                verdict,
                basis,
                confidence,
                confidenceParts,
                drawdown,
                members,
                evidence,
                rivals,
                legs,
                cumulative,
                onsetAt,
                detectedAt,
                at,
                explanation);
    }
}
