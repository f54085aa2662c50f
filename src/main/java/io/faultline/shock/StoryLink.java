package io.faultline.shock;

import io.faultline.news.HeadlineKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What matches of the event patterns say about one collapse, joined. Joining is commutative and associative, so the
 * order in which matches arrive decides nothing.
 *
 * @param collapseAt event time of the collapse, epoch milliseconds
 * @param story story of the strongest match
 * @param heat attention to it, 0 to 1
 * @param exposure of the sector to it, 0 to 1
 * @param recency 0 to 1, see {@link Attribution#recency}
 * @param evidence strongest first, at most {@value #MAX_EVIDENCE}; weights are scores still, not shares
 */
public record StoryLink(
        long collapseAt, String story, double heat, double exposure, double recency, List<Evidence> evidence) {

    static final int MAX_EVIDENCE = 8;

    private static final Comparator<Evidence> STRONGEST_FIRST = Comparator.comparingDouble(
                    (Evidence one) -> -one.weight())
            .thenComparing(Evidence::publishedAt)
            .thenComparing(Evidence::headlineId);

    private static final Comparator<StoryLink> BY_STRENGTH = Comparator.comparingDouble(StoryLink::strength)
            .thenComparing(StoryLink::heat)
            .thenComparing(StoryLink::exposure)
            .thenComparing(StoryLink::recency)
            .thenComparing(StoryLink::story, Comparator.reverseOrder());

    /** How much the story speaks for itself, 0 to 1. */
    double strength() {
        return heat * exposure * recency;
    }

    /** Both links in one: the figures of the stronger, the evidence of both. */
    StoryLink join(StoryLink other) {
        StoryLink stronger = BY_STRENGTH.compare(this, other) >= 0 ? this : other;
        List<Evidence> both = new ArrayList<>(evidence);
        both.addAll(other.evidence);
        return new StoryLink(
                stronger.collapseAt,
                stronger.story,
                stronger.heat,
                stronger.exposure,
                stronger.recency,
                strongest(both));
    }

    /** Without a withdrawn headline; null if nothing is left, or no release or no attention where there was one. */
    StoryLink without(String headlineId) {
        List<Evidence> left = evidence.stream()
                .filter(one -> !one.headlineId().equals(headlineId))
                .toList();
        boolean broken = (releases(evidence) && !releases(left)) || (amplifies(evidence) && !amplifies(left));
        return left.isEmpty() || broken ? null : new StoryLink(collapseAt, story, heat, exposure, recency, left);
    }

    /** Whether a release is among them. */
    static boolean releases(List<Evidence> evidence) {
        return evidence.stream()
                .map(Evidence::kind)
                .anyMatch(kind -> kind == HeadlineKind.RELEASE || kind == HeadlineKind.PRODUCT);
    }

    /** Whether attention to a release is among them. */
    static boolean amplifies(List<Evidence> evidence) {
        return evidence.stream().map(Evidence::kind).anyMatch(kind -> kind == HeadlineKind.AMPLIFIER);
    }

    /** Each headline once, with its highest score; the strongest only. */
    static List<Evidence> strongest(List<Evidence> candidates) {
        Map<String, Evidence> byId = new TreeMap<>();
        for (Evidence one : candidates) {
            byId.merge(one.headlineId(), one, (a, b) -> STRONGEST_FIRST.compare(a, b) <= 0 ? a : b);
        }
        return byId.values().stream()
                .sorted(STRONGEST_FIRST)
                .limit(MAX_EVIDENCE)
                .toList();
    }
}
