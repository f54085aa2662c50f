package io.faultline.shock;

/**
 * What the revisions of an incident have said, so that nothing is said twice.
 *
 * @param revision number of the last one
 * @param severity highest level told
 * @param lastLegIndex ordinal of the last leg's session
 * @param worseReturn worse-of-two return told last of that session, fraction
 * @param worsened revisions about a fall that goes on, in that session
 * @param secondFallIndex ordinal of the last session of which a second fall was told; that of a leg at least
 * @param ruleVersion {@code ruleId@version} of the last market signal
 */
public record Told(
        int revision,
        ShockLevel severity,
        int lastLegIndex,
        double worseReturn,
        int worsened,
        int secondFallIndex,
        String ruleVersion) {

    Told revised(double nowWorse) {
        return new Told(revision + 1, severity, lastLegIndex, nowWorse, worsened, secondFallIndex, ruleVersion);
    }

    Told escalatedTo(ShockLevel level) {
        return new Told(revision, level, lastLegIndex, worseReturn, worsened, secondFallIndex, ruleVersion);
    }

    Told fallGoesOn() {
        return new Told(revision, severity, lastLegIndex, worseReturn, worsened + 1, secondFallIndex, ruleVersion);
    }

    Told secondFallIn(int session) {
        return new Told(revision, severity, lastLegIndex, worseReturn, worsened, session, ruleVersion);
    }

    Told legIn(int session, double nowWorse) {
        return new Told(revision, severity, session, nowWorse, 0, session, ruleVersion);
    }

    Told judgedBy(String version) {
        return new Told(revision, severity, lastLegIndex, worseReturn, worsened, secondFallIndex, version);
    }
}
