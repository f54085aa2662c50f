package io.faultline.io.json;

import io.faultline.market.DrawdownFigures;
import io.faultline.market.MemberDrawdown;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A sector's figures and its members, as alerts and samples carry them. */
final class DrawdownFields {

    private static final int MAX_MEMBERS = 2000;
    private static final double MAX_RETURN = 1e6;
    private static final int MAX_SESSIONS = 1_000_000;

    private DrawdownFields() {}

    static DrawdownFigures read(Fields fields) throws RejectedRecordException {
        return new DrawdownFigures(
                fields.number("capWeightedReturn", -MAX_RETURN, MAX_RETURN),
                fields.number("equalWeightedReturn", -MAX_RETURN, MAX_RETURN),
                fields.optionalNumber("excessReturn", -MAX_RETURN, MAX_RETURN),
                fields.optionalNumber("abnormalReturn", -MAX_RETURN, MAX_RETURN),
                fields.optionalNumber("zScore", -Limits.MAX_USD, Limits.MAX_USD),
                fields.optionalNumber("marketReturn", -MAX_RETURN, MAX_RETURN),
                fields.optionalNumber("marketExSectorReturn", -MAX_RETURN, MAX_RETURN),
                fields.number("breadth", 0, 1),
                fields.number("breadthByCap", 0, 1),
                fields.number("coverage", 0, 1),
                fields.number("capChangeUsd", -Limits.MAX_USD, Limits.MAX_USD),
                fields.optionalNumber("beta", -MAX_RETURN, MAX_RETURN),
                fields.optionalPositive("residualSigma", MAX_RETURN),
                fields.whole("estimationSessions", 0, MAX_SESSIONS));
    }

    static void write(JsonOut out, DrawdownFigures figures) throws IOException {
        out.number("capWeightedReturn", figures.capWeightedReturn());
        out.number("equalWeightedReturn", figures.equalWeightedReturn());
        out.number("excessReturn", figures.excessReturn());
        out.number("abnormalReturn", figures.abnormalReturn());
        out.number("zScore", figures.zScore());
        out.number("marketReturn", figures.marketReturn());
        out.number("marketExSectorReturn", figures.marketExSectorReturn());
        out.number("breadth", figures.breadth());
        out.number("breadthByCap", figures.breadthByCap());
        out.number("coverage", figures.coverage());
        out.number("capChangeUsd", figures.capChangeUsd());
        out.number("beta", figures.beta());
        out.number("residualSigma", figures.residualSigma());
        out.whole("estimationSessions", figures.estimationSessions());
    }

    static List<MemberDrawdown> readMembers(Fields parent, String name) throws RejectedRecordException {
        List<MemberDrawdown> members = new ArrayList<>();
        for (Fields fields : parent.objects(name, MAX_MEMBERS)) {
            members.add(new MemberDrawdown(
                    fields.symbol("symbol"),
                    fields.number("referenceClose", 0, Limits.MAX_PRICE),
                    fields.number("last", 0, Limits.MAX_PRICE),
                    fields.number("sessionReturn", -MAX_RETURN, MAX_RETURN),
                    fields.number("capChangeUsd", -Limits.MAX_USD, Limits.MAX_USD),
                    fields.flag("fresh"),
                    fields.flag("halted")));
        }
        return members;
    }

    static void writeMember(JsonOut out, MemberDrawdown member) throws IOException {
        out.text("symbol", member.symbol());
        out.number("referenceClose", member.referenceClose());
        out.number("last", member.last());
        out.number("sessionReturn", member.sessionReturn());
        out.number("capChangeUsd", member.capChangeUsd());
        out.flag("fresh", member.fresh());
        out.flag("halted", member.halted());
    }
}
