package io.faultline.shock;

import io.faultline.market.DrawdownFigures;
import java.util.ArrayList;
import java.util.List;

/**
 * What an incident's fall is consistent with, so far.
 *
 * @param verdict the verdict
 * @param basis set for AI_LINKED only, else null
 * @param link what the matches said; null without one
 * @param rivals other causes in the news, strongest first, at most {@value #MAX_RIVALS}
 * @param abnormality largest of the incident, 0 to 1: a rebound makes the fall no less abnormal
 */
public record Finding(Verdict verdict, Basis basis, StoryLink link, List<RivalNote> rivals, double abnormality) {

    static final int MAX_RIVALS = 5;

    /** From what was known before an onset. */
    static Finding of(StoryLink link, List<RivalNote> rivals, DrawdownFigures figures) {
        Verdict verdict = Attribution.verdict(link, rivals);
        Basis basis = verdict == Verdict.AI_LINKED ? Basis.PRECEDING : null;
        return new Finding(verdict, basis, link, rivals, Attribution.abnormality(figures));
    }

    boolean stands(Basis on) {
        return verdict == Verdict.AI_LINKED && basis == on;
    }

    /** With one more PRECEDING link: what headlines said after the fall gives way to it. */
    Finding preceded(StoryLink more) {
        boolean joins = link != null && basis != Basis.ATTRIBUTED;
        StoryLink joined = joins ? link.join(more) : more;
        Verdict judged = Attribution.verdict(joined, rivals);
        if (judged != Verdict.AI_LINKED && stands(Basis.ATTRIBUTED)) {
            return this;
        }
        return new Finding(judged, judged == Verdict.AI_LINKED ? Basis.PRECEDING : null, joined, rivals, abnormality);
    }

    /** Headlines after the fall name a release: counts only while nothing from before the fall does. */
    Finding attributed(StoryLink recaps) {
        return verdict == Verdict.AI_LINKED
                ? this
                : new Finding(Verdict.AI_LINKED, Basis.ATTRIBUTED, recaps, rivals, abnormality);
    }

    /** At a further leg: its own link and rivals join, a verdict once AI_LINKED stays. */
    Finding leg(StoryLink own, List<RivalNote> ownRivals, DrawdownFigures figures) {
        List<RivalNote> all = new ArrayList<>(rivals);
        for (RivalNote rival : ownRivals) {
            all.removeIf(known -> sameHeadline(known, rival));
            all.add(rival);
        }
        Finding wider = new Finding(verdict, basis, link, strongest(all), abnormality).measured(figures);
        if (own != null && Attribution.verdict(own, ownRivals) == Verdict.AI_LINKED) {
            return wider.preceded(own);
        }
        return verdict == Verdict.AI_LINKED ? wider : wider.judgedAgain();
    }

    Finding measured(DrawdownFigures figures) {
        double larger = Math.max(abnormality, Attribution.abnormality(figures));
        return new Finding(verdict, basis, link, rivals, larger);
    }

    /** A rival that came after the onset is told, and has no strength. */
    Finding noted(RivalNote rival) {
        List<RivalNote> all = new ArrayList<>(rivals);
        all.removeIf(known -> sameHeadline(known, rival) && known.strength() <= rival.strength());
        if (all.stream().noneMatch(known -> sameHeadline(known, rival))) {
            all.add(rival);
        }
        return new Finding(verdict, basis, link, strongest(all), abnormality);
    }

    /** Without a withdrawn headline; the verdict falls with its last evidence. */
    Finding without(String headlineId) {
        List<RivalNote> left = rivals.stream()
                .filter(rival -> !rival.headline().headlineId().equals(headlineId))
                .toList();
        StoryLink leftOfLink = link == null ? null : link.without(headlineId);
        Finding rest = new Finding(verdict, basis, leftOfLink, left, abnormality);
        boolean linked = verdict == Verdict.AI_LINKED && leftOfLink != null;
        return linked ? rest : rest.judgedAgain();
    }

    private Finding judgedAgain() {
        StoryLink preceding = basis == Basis.ATTRIBUTED ? null : link;
        Verdict judged = Attribution.verdict(preceding, rivals);
        Basis on = judged == Verdict.AI_LINKED ? Basis.PRECEDING : null;
        return new Finding(judged, on, preceding, rivals, abnormality);
    }

    ConfidenceParts parts() {
        double drag = rivals.stream().mapToDouble(RivalNote::drag).max().orElse(0.0);
        return new ConfidenceParts(
                link == null ? 0.0 : Attribution.rounded(link.heat()),
                link == null ? 0.0 : Attribution.rounded(link.exposure()),
                link == null ? 0.0 : Attribution.rounded(link.recency()),
                Attribution.rounded(abnormality),
                Attribution.rounded(drag));
    }

    double confidence() {
        return Attribution.confidence(verdict, basis, parts(), rivals);
    }

    /** Evidence of the verdict with its shares in it, strongest first; none unless AI_LINKED. */
    List<Evidence> evidence() {
        if (verdict != Verdict.AI_LINKED) {
            return List.of();
        }
        double sum = link.evidence().stream().mapToDouble(Evidence::weight).sum();
        return link.evidence().stream()
                .map(one -> new Evidence(
                        one.headlineId(),
                        one.title(),
                        one.kind(),
                        one.story(),
                        one.publishedAt(),
                        one.ageSessions(),
                        one.novelty(),
                        sum == 0 ? 0.0 : Attribution.rounded(one.weight() / sum)))
                .toList();
    }

    List<Evidence> rivalEvidence() {
        return rivals.stream().map(RivalNote::asEvidence).toList();
    }

    static List<RivalNote> strongest(List<RivalNote> rivals) {
        return rivals.stream()
                .sorted(RivalNote.STRONGEST_FIRST)
                .limit(MAX_RIVALS)
                .toList();
    }

    private static boolean sameHeadline(RivalNote one, RivalNote other) {
        return one.headline().headlineId().equals(other.headline().headlineId());
    }
}
