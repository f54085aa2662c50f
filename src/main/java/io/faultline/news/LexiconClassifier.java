package io.faultline.news;

import static io.faultline.news.TermCategory.ATTENTION;
import static io.faultline.news.TermCategory.FALL;
import static io.faultline.news.TermCategory.MARKET;
import static io.faultline.news.TermCategory.MODEL_NOUN;

import java.util.List;

/**
 * Says what a headline is, by the words of a lexicon and a fixed order of rules: release or product if that is the
 * title's main clause, then recap, strong attention, rival cause, weak attention, other. Immutable and free of state:
 * the same title always gives the same answer, in time bounded by the title's cleaned length.
 */
public final class LexiconClassifier {

    private static final LexiconClassifier SHIPPED = new LexiconClassifier(new TermMatcher(Lexicon.shipped()));

    private final TermMatcher matcher;

    private LexiconClassifier(TermMatcher matcher) {
        this.matcher = matcher;
    }

    /** The classifier with the lexicon that comes with the program. */
    public static LexiconClassifier shipped() {
        return SHIPPED;
    }

    /** What the headline's title says; OTHER for an empty one. */
    public Classification classify(Headline headline) {
        TitleReading title = TitleReading.of(TitleText.fold(TitleText.clean(headline.title())), matcher);
        List<Subject> named = Subject.in(title);
        Classification release = ReleaseRules.decide(title, named);
        boolean fell = title.has(FALL) && title.has(MARKET);
        if (release != null && !(fell && title.start(FALL) < firstName(named))) {
            return release;
        }
        Subject lab = Subject.firstLab(named, title.start(FALL));
        if (fell && (lab != null || title.has(MODEL_NOUN))) {
            return about(HeadlineKind.RECAP, lab, 0.8, title.word(FALL) + " + " + title.word(MARKET));
        }
        lab = Subject.firstLab(named, 0);
        if (lab != null && title.hasTagged(ATTENTION, "strong")) {
            return about(HeadlineKind.AMPLIFIER, lab, 0.85, title.word(ATTENTION));
        }
        Classification rival = RivalRules.decide(title);
        if (rival != null) {
            return rival;
        }
        if (lab != null && title.has(ATTENTION) && ReleaseRules.veto(title).isEmpty()) {
            return about(HeadlineKind.AMPLIFIER, lab, 0.6, title.word(ATTENTION));
        }
        return about(HeadlineKind.OTHER, lab, 0.5, reasonForOther(title));
    }

    private static int firstName(List<Subject> named) {
        return named.isEmpty() ? Integer.MAX_VALUE : named.get(0).start();
    }

    private static Classification about(HeadlineKind kind, Subject subject, double score, String reason) {
        boolean model =
                subject != null && subject.model() != null && subject.model().definite();
        return new Classification(
                kind,
                subject == null ? null : subject.vendor(),
                model ? subject.model().id() : null,
                null,
                score,
                subject == null ? reason : subject.vendor() + ": " + reason);
    }

    private static String reasonForOther(TitleReading title) {
        String veto = ReleaseRules.veto(title);
        return veto.isEmpty() ? "no deciding word" : "not a release: " + veto;
    }
}
