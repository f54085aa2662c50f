package io.faultline.shock;

/**
 * What the revisions of an incident have said, so that nothing is said twice.
 *
 * @param revision number of the last one
 * @param severity highest level told that stands
 * @param worseReturn worse-of-two return told last of the last leg's session, fraction
 * @param worsened revisions about a fall that goes on, in that session
 * @param secondFallIndex ordinal of the last session of which a second fall was told; that of a leg at least
 * @param ruleVersion {@code ruleId@version} of the last market signal
 */
public record Told(
        int revision, ShockLevel severity, double worseReturn, int worsened, int secondFallIndex, String ruleVersion) {

    Told revised(double nowWorse) {
        return new Told(revision + 1, severity, nowWorse, worsened, secondFallIndex, ruleVersion);
    }

    Told withSeverity(ShockLevel level) {
        return new Told(revision, level, worseReturn, worsened, secondFallIndex, ruleVersion);
    }

    Told fallGoesOn() {
        return new Told(revision, severity, worseReturn, worsened + 1, secondFallIndex, ruleVersion);
    }

    Told secondFallIn(int session) {
        return new Told(revision, severity, worseReturn, worsened, session, ruleVersion);
    }

    Told legIn(int session, double nowWorse) {
        return new Told(revision, severity, nowWorse, 0, session, ruleVersion);
    }

    Told judgedBy(String version) {
        return new Told(revision, severity, worseReturn, worsened, secondFallIndex, version);
    }
}
