package io.faultline.io.json;

import io.faultline.rules.Thresholds;
import java.io.IOException;

/** The thresholds inside a rule: each may be left out. Ranges are checked with the whole rule. */
final class ThresholdFields {

    private ThresholdFields() {}

    static Thresholds read(Fields fields) throws RejectedRecordException {
        Thresholds usual = Thresholds.defaults();
        Thresholds thresholds = new Thresholds(
                number(fields, "watchReturn", usual.watchReturn()),
                number(fields, "collapseReturn", usual.collapseReturn()),
                number(fields, "crashReturn", usual.crashReturn()),
                number(fields, "hysteresis", usual.hysteresis()),
                number(fields, "memberDrop", usual.memberDrop()),
                number(fields, "collapseBreadth", usual.collapseBreadth()),
                number(fields, "collapseExcess", usual.collapseExcess()),
                number(fields, "coverageFloor", usual.coverageFloor()),
                whole(fields, "freshForSeconds", usual.freshForSeconds()),
                number(fields, "beta", usual.beta()),
                whole(fields, "resolveAfterSessions", usual.resolveAfterSessions()),
                number(fields, "recoveredShare", usual.recoveredShare()),
                whole(fields, "maxReleaseAgeSessions", usual.maxReleaseAgeSessions()),
                number(fields, "minExposure", usual.minExposure()),
                number(fields, "minHeat", usual.minHeat()),
                number(fields, "worsenedStep", usual.worsenedStep()),
                number(fields, "thinCoverage", usual.thinCoverage()),
                whole(fields, "thinPrints", usual.thinPrints()));
        fields.refuseOthers();
        return thresholds;
    }

    static void write(JsonOut out, Thresholds thresholds) throws IOException {
        out.number("watchReturn", thresholds.watchReturn());
        out.number("collapseReturn", thresholds.collapseReturn());
        out.number("crashReturn", thresholds.crashReturn());
        out.number("hysteresis", thresholds.hysteresis());
        out.number("memberDrop", thresholds.memberDrop());
        out.number("collapseBreadth", thresholds.collapseBreadth());
        out.number("collapseExcess", thresholds.collapseExcess());
        out.number("coverageFloor", thresholds.coverageFloor());
        out.whole("freshForSeconds", thresholds.freshForSeconds());
        out.number("beta", thresholds.beta());
        out.whole("resolveAfterSessions", thresholds.resolveAfterSessions());
        out.number("recoveredShare", thresholds.recoveredShare());
        out.whole("maxReleaseAgeSessions", thresholds.maxReleaseAgeSessions());
        out.number("minExposure", thresholds.minExposure());
        out.number("minHeat", thresholds.minHeat());
        out.number("worsenedStep", thresholds.worsenedStep());
        out.number("thinCoverage", thresholds.thinCoverage());
        out.whole("thinPrints", thresholds.thinPrints());
    }

    private static double number(Fields fields, String name, double usual) throws RejectedRecordException {
        return fields.has(name) ? fields.number(name, -Double.MAX_VALUE, Double.MAX_VALUE) : usual;
    }

    static int whole(Fields fields, String name, int usual) throws RejectedRecordException {
        return fields.has(name) ? fields.whole(name, Integer.MIN_VALUE, Integer.MAX_VALUE) : usual;
    }
}
