package io.faultline.shock;

import io.faultline.market.DrawdownFigures;
import java.util.ArrayList;
import java.util.List;

/**
 * What a leg's fall is consistent with, so far; joined, that of the whole incident.
 *
 * @param verdict the verdict
 * @param basis set for AI_LINKED only, else null
 * @param link what the matches said; null without one
 * @param rivals other causes in the news, strongest first, at most {@value #MAX_RIVALS}
 * @param abnormality largest that stands, 0 to 1: a rebound makes the fall no less abnormal
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

    /** Whether it says the same to a reader in a hurry. */
    boolean sameVerdict(Finding other) {
        return verdict == other.verdict && basis == other.basis;
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

    /** With that of a further leg: its link and rivals join, a verdict once AI_LINKED stays. */
    Finding joined(Finding leg) {
        List<RivalNote> all = new ArrayList<>(rivals);
        for (RivalNote rival : leg.rivals) {
            all.removeIf(known -> sameHeadline(known, rival));
            all.add(rival);
        }
        double larger = Math.max(abnormality, leg.abnormality);
        Finding wider = new Finding(verdict, basis, link, strongest(all), larger);
        if (leg.verdict == Verdict.AI_LINKED) {
            return leg.basis == Basis.PRECEDING ? wider.preceded(leg.link) : wider.attributed(leg.link);
        }
        return verdict == Verdict.AI_LINKED ? wider : wider.judgedAgain();
    }

    Finding measured(double nowAbnormality) {
        return new Finding(verdict, basis, link, rivals, nowAbnormality);
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
