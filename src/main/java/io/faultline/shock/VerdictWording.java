package io.faultline.shock;

import io.faultline.news.HeadlineKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A finding in a person's words: consistency, never a cause.
 *
 * @param finding what the fall is consistent with
 */
record VerdictWording(Finding finding) {

    private static final int QUOTED = 3;
    private static final int TITLE_LENGTH = 100;

    String text() {
        return switch (finding.verdict()) {
            case AI_LINKED -> linked() + rivals();
            case OTHER_CAUSE ->
                "Consistent with another cause in the news (" + confidence() + "): "
                        + quotes(finding.rivalEvidence().stream()
                                .filter(rival -> rival.weight() > 0)
                                .toList())
                        + ".";
            case UNEXPLAINED ->
                "Unexplained so far: no release with attention above its baseline and no strong other cause"
                        + " is known from before the onset." + rivals();
        };
    }

    private String linked() {
        String story = finding.link().story();
        ConfidenceParts parts = finding.parts();
        if (finding.basis() == Basis.ATTRIBUTED) {
            return "Nothing known from before the onset explains it, but headlines after the fall name " + story
                    + ": consistent with news of an AI release (" + confidence() + ", never more than "
                    + Wording.decimals(Attribution.ATTRIBUTED_CEILING) + " on this basis): " + quotes(ordered()) + ".";
        }
        return "Consistent with news of an AI release from before the onset, " + story + " (" + confidence()
                + " from heat " + Wording.decimals(parts.heat()) + ", exposure " + Wording.decimals(parts.exposure())
                + ", recency " + Wording.decimals(parts.recency()) + ", abnormality "
                + Wording.decimals(parts.abnormality()) + ", rival causes " + Wording.decimals(parts.rivals()) + "): "
                + quotes(ordered()) + ".";
    }

    /** The release first: the others are about it. */
    private List<Evidence> ordered() {
        List<Evidence> ordered = new ArrayList<>();
        finding.evidence().stream().filter(VerdictWording::isRelease).limit(1).forEach(ordered::add);
        finding.evidence().stream().filter(one -> !ordered.contains(one)).forEach(ordered::add);
        return ordered;
    }

    private static boolean isRelease(Evidence one) {
        return one.kind() == HeadlineKind.RELEASE || one.kind() == HeadlineKind.PRODUCT;
    }

    private String rivals() {
        List<Evidence> rivals = finding.rivalEvidence();
        return rivals.isEmpty() ? "" : " Also in the news: " + quotes(rivals) + ".";
    }

    private static String quotes(List<Evidence> headlines) {
        List<String> quotes =
                headlines.stream().limit(QUOTED).map(VerdictWording::quote).toList();
        int more = headlines.size() - quotes.size();
        return String.join("; ", quotes) + (more > 0 ? "; and " + more + " more" : "");
    }

    private static String quote(Evidence headline) {
        String title = headline.title();
        boolean fits = title.codePointCount(0, title.length()) <= TITLE_LENGTH;
        String shown = fits ? title : title.substring(0, title.offsetByCodePoints(0, TITLE_LENGTH)) + "...";
        return "\"" + shown + "\" (" + headline.kind().name().toLowerCase(Locale.ROOT) + ", "
                + Wording.day(headline.publishedAt()) + ", " + age(headline.ageSessions()) + ")";
    }

    private static String age(int sessions) {
        return sessions == 0 ? "same session or later" : Wording.sessions(sessions) + " old";
    }

    private String confidence() {
        return "confidence " + Wording.decimals(finding.confidence());
    }
}
