package io.faultline.rules;

import io.faultline.market.SectorSpec;
import java.util.ArrayList;
import java.util.List;

/** Ranges and order of a rule's thresholds. */
final class ThresholdValidation {

    private static final int DAY_SECONDS = 86_400;
    private static final int MAX_SESSIONS = 60;

    private final List<String> problems = new ArrayList<>();

    private ThresholdValidation() {}

    static List<String> problems(Thresholds thresholds) {
        ThresholdValidation check = new ThresholdValidation();
        check.levels(thresholds);
        check.conditions(thresholds);
        check.incident(thresholds);
        return check.problems;
    }

    private void levels(Thresholds t) {
        fall("watchReturn", t.watchReturn());
        fall("collapseReturn", t.collapseReturn());
        fall("crashReturn", t.crashReturn());
        if (!(t.watchReturn() > t.collapseReturn() && t.collapseReturn() > t.crashReturn())) {
            problems.add("watchReturn, collapseReturn, crashReturn are not each a deeper fall than the one before: "
                    + t.watchReturn() + ", " + t.collapseReturn() + ", " + t.crashReturn());
        }
        // Wider than the first level, a sector that rises again would never leave it below zero.
        if (!(t.hysteresis() > 0 && t.hysteresis() < -t.watchReturn())) {
            problems.add("hysteresis " + t.hysteresis() + " is not above 0 and below the size of watchReturn");
        }
    }

    private void conditions(Thresholds t) {
        fall("memberDrop", t.memberDrop());
        share("collapseBreadth", t.collapseBreadth());
        fall("collapseExcess", t.collapseExcess());
        share("coverageFloor", t.coverageFloor());
        share("thinCoverage", t.thinCoverage());
        within("thinPrints", t.thinPrints(), 1, SectorSpec.MAX_THIN_PRINTS);
        within("freshForSeconds", t.freshForSeconds(), 1, DAY_SECONDS);
        within("beta", t.beta(), -10, 10);
    }

    private void incident(Thresholds t) {
        if (!(t.worsenedStep() > 0 && t.worsenedStep() < 1)) {
            problems.add("worsenedStep " + t.worsenedStep() + " is not above 0 and below 1");
        }
        within("resolveAfterSessions", t.resolveAfterSessions(), 1, MAX_SESSIONS);
        if (!(t.recoveredShare() > 0 && t.recoveredShare() <= 1)) {
            problems.add("recoveredShare " + t.recoveredShare() + " is not above 0 and at most 1");
        }
        within("maxReleaseAgeSessions", t.maxReleaseAgeSessions(), 1, MAX_SESSIONS);
        share("minExposure", t.minExposure());
        share("minHeat", t.minHeat());
    }

    private void fall(String name, double value) {
        if (!(value < 0 && value > -1)) {
            problems.add(name + " " + value + " is not a fall between -1 and 0 (a fraction: -0.05 is -5 %)");
        }
    }

    private void share(String name, double value) {
        within(name, value, 0, 1);
    }

    private void within(String name, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            problems.add(name + " " + value + " is not between " + min + " and " + max);
        }
    }
}
