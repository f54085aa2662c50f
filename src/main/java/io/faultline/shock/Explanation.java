package io.faultline.shock;

import io.faultline.market.DrawdownFigures;
import io.faultline.market.MemberDrawdown;
import io.faultline.rules.SectorRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One paragraph about a revision for a person who was woken by it: what fell, how far, since when, what the news before
 * it said, how sure that is, what is missing and what comes next. States consistency, never a cause, and no advice.
 *
 * @param rule the sector's rule
 * @param course the incident, this revision included
 * @param reason why the revision is made
 */
record Explanation(SectorRule rule, Course course, Reason reason) {

    private static final int WORST = 3;

    String text() {
        List<String> sentences = new ArrayList<>();
        sentences.add(opening());
        sentences.add(move());
        sentences.add(market());
        if (reason.occasion() == Occasion.RETRACTION) {
            sentences.add(voided());
        } else {
            sentences.addAll(fall());
        }
        sentences.add(new CoverageWording(course.toll().latest()).text());
        sentences.add(next());
        sentences.removeIf(String::isEmpty);
        return String.join(" ", sentences);
    }

    private List<String> fall() {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "The collapse began at " + Wording.moment(course.onset().onset().at()) + ".");
        if (course.legs().size() > 1) {
            sentences.add(lastLeg());
        }
        if (!course.inOnsetSession()) {
            sentences.add(cumulative());
        }
        sentences.add(new VerdictWording(course.finding()).text());
        return sentences;
    }

    private String voided() {
        return "The severity " + course.told().severity() + " and the verdict "
                + course.finding().verdict() + " that were told are void.";
    }

    private String opening() {
        String severity = course.told().severity().name();
        return rule.title() + ": "
                + switch (reason.occasion()) {
                    case ONSET -> severity + ", a sector-wide fall.";
                    case ESCALATION -> "the fall is now a " + severity + ".";
                    case FALL_GOES_ON -> "the fall goes on.";
                    case NEW_LEG ->
                        "a further session meets the opening condition (leg "
                                + course.legs().size() + ").";
                    case SECOND_FALL -> "the sector falls again, short of the opening condition.";
                    case CLOSE -> "closing figures of the day of the onset.";
                    case LATER_CLOSE -> laterClose();
                    case LINK_FOUND -> "news from before the onset has been linked to the fall.";
                    case ATTRIBUTION -> "headlines after the fall name an AI release.";
                    case EVIDENCE_WITHDRAWN ->
                        "headlines were withdrawn or now say something else; the verdict no longer stands on them.";
                    case CORRECTED_CLOSE, CORRECTED_PRINTS, LEG_WITHDRAWN, RETRACTION -> reason.detail();
                    case RESOLUTION -> "resolved. " + recovery();
                };
    }

    private String laterClose() {
        double session = figures().capWeightedReturn();
        return (session > 0 ? "rebound" : session < 0 ? "further fall" : "no change") + " at the close.";
    }

    private String recovery() {
        double share = Math.min(1.0, Math.max(0.0, course.toll().recoveredShare()));
        return Shares.percent(share) + " of the deepest loss is won back.";
    }

    private String move() {
        DrawdownFigures figures = figures();
        String direction = figures.capChangeUsd() < 0 ? "lost " : "gained ";
        return "On " + course.sessionDate() + " the sector is at " + Wording.percent(figures.capWeightedReturn())
                + " against the close before (equal-weighted " + Wording.percent(figures.equalWeightedReturn())
                + ") and has " + direction + Wording.billions(figures.capChangeUsd()) + "; "
                + OpeningCondition.dropped(course.toll().latest(), rule.thresholds()) + " of "
                + course.toll().latest().members().size() + " members are at "
                + Wording.percent(rule.thresholds().memberDrop()) + " or lower" + worst() + ".";
    }

    private String worst() {
        List<String> worst = course.toll().latest().members().stream()
                .filter(member -> member.sessionReturn() < 0)
                .sorted(Comparator.comparingDouble(MemberDrawdown::sessionReturn)
                        .thenComparing(MemberDrawdown::symbol))
                .limit(WORST)
                .map(member -> member.symbol() + " " + Wording.percent(member.sessionReturn()))
                .toList();
        return worst.isEmpty() ? "" : ", worst " + String.join(", ", worst);
    }

    private String market() {
        DrawdownFigures figures = figures();
        if (figures.marketReturn() == null || figures.excessReturn() == null) {
            return "The market's return is not known.";
        }
        return "The market is at " + Wording.percent(figures.marketReturn()) + ", the sector "
                + Wording.points(figures.excessReturn()) + " points against it" + abnormal(figures) + ".";
    }

    /** By which beta, from how many sessions, and how unusual that is for the sector. */
    private static String abnormal(DrawdownFigures figures) {
        if (figures.abnormalReturn() == null || figures.beta() == null) {
            return "";
        }
        String beta = Wording.decimals(figures.beta());
        return ", abnormal return " + Wording.percent(figures.abnormalReturn())
                + (figures.estimationSessions() == 0
                        ? " at the rule's beta " + beta + " (not yet estimated)"
                        : " at beta " + beta + " (" + Wording.sessions(figures.estimationSessions()) + ")")
                + (figures.zScore() == null ? "" : ", z " + Wording.oneDecimal(figures.zScore()));
    }

    private String lastLeg() {
        return "Leg " + course.legs().size() + " began at "
                + Wording.moment(course.lastLeg().onset().at()) + ".";
    }

    private String cumulative() {
        Cumulative cumulative = course.toll().cumulative();
        return "Since the close before the shock: " + Wording.percent(cumulative.capWeightedReturn()) + ", "
                + Wording.billions(cumulative.capChangeUsd())
                + (cumulative.capChangeUsd() < 0 ? " lost." : " gained.");
    }

    private String next() {
        if (reason.occasion() == Occasion.RESOLUTION) {
            return "No further revision is expected.";
        }
        if (reason.occasion() == Occasion.RETRACTION) {
            return "No further revision is expected unless the sector opens again in this session.";
        }
        String share = Shares.percent(rule.thresholds().recoveredShare());
        String crash = course.told().severity() == ShockLevel.CRASH || !course.inLegSession()
                ? ""
                : "; CRASH from " + Wording.percent(rule.thresholds().crashReturn());
        return "Next: closing figures after each session; it resolves at the close "
                + Wording.sessions(rule.thresholds().resolveAfterSessions()) + " after "
                + course.lastLeg().onset().sessionDate() + ", or earlier at a close with " + share
                + " of the loss won back"
                + crash + ".";
    }

    private DrawdownFigures figures() {
        return course.toll().figures();
    }
}
