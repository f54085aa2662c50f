package io.faultline.io.json;

import io.faultline.shock.Basis;
import io.faultline.shock.ConfidenceParts;
import io.faultline.shock.Cumulative;
import io.faultline.shock.Leg;
import io.faultline.shock.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The parts of an alert that tell of the incident as a whole. */
final class IncidentFields {

    private static final int MAX_LEGS = 100;
    private static final double MAX_RETURN = 1e6;

    private IncidentFields() {}

    static ConfidenceParts readParts(Fields fields) throws RejectedRecordException {
        return new ConfidenceParts(
                fields.number("heat", 0, 1),
                fields.number("exposure", 0, 1),
                fields.number("recency", 0, 1),
                fields.number("abnormality", 0, 1),
                fields.number("rivals", 0, 1));
    }

    static void writeParts(JsonOut out, ConfidenceParts parts) throws IOException {
        out.number("heat", parts.heat());
        out.number("exposure", parts.exposure());
        out.number("recency", parts.recency());
        out.number("abnormality", parts.abnormality());
        out.number("rivals", parts.rivals());
    }

    static List<Leg> readLegs(Fields parent) throws RejectedRecordException {
        List<Leg> legs = new ArrayList<>();
        for (Fields fields : parent.objects("legs", MAX_LEGS)) {
            legs.add(new Leg(
                    fields.day("sessionDate"),
                    fields.instant("onsetAt"),
                    fields.number("capWeightedReturn", -MAX_RETURN, MAX_RETURN),
                    fields.number("capChangeUsd", -Limits.MAX_USD, Limits.MAX_USD),
                    fields.word("verdict", Verdict.class),
                    fields.word("basis", Basis.class, null),
                    fields.number("confidence", 0, 1)));
        }
        return legs;
    }

    static void writeLeg(JsonOut out, Leg leg) throws IOException {
        out.shown("sessionDate", leg.sessionDate());
        out.instant("onsetAt", leg.onsetAt());
        out.number("capWeightedReturn", leg.capWeightedReturn());
        out.number("capChangeUsd", leg.capChangeUsd());
        out.word("verdict", leg.verdict());
        out.word("basis", leg.basis());
        out.number("confidence", leg.confidence());
    }

    static Cumulative readCumulative(Fields fields) throws RejectedRecordException {
        return new Cumulative(
                fields.number("return", -MAX_RETURN, MAX_RETURN),
                fields.number("capChangeUsd", -Limits.MAX_USD, Limits.MAX_USD));
    }

    static void writeCumulative(JsonOut out, Cumulative cumulative) throws IOException {
        out.number("return", cumulative.capWeightedReturn());
        out.number("capChangeUsd", cumulative.capChangeUsd());
    }
}
