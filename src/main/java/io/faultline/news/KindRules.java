package io.faultline.news;

import static io.faultline.news.TermCategory.ATTENTION;
import static io.faultline.news.TermCategory.FALL;
import static io.faultline.news.TermCategory.MARKET;
import static io.faultline.news.TermCategory.MODEL_NOUN;

import java.util.List;

/**
 * What a headline is by the words of the lexicon and a fixed order of rules: release or product if that is the title's
 * main clause, then recap, strong attention, rival cause, weak attention, other.
 */
final class KindRules {

    private KindRules() {}

    /** The rules' answer, given what {@link ReleaseRules} made of the title; null if they made nothing of it. */
    static Classification decide(TitleReading title, List<Subject> named, Classification release) {
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
        if (lab != null
                && title.has(ATTENTION)
                && ReleaseRules.veto(title, named).isEmpty()) {
            return about(HeadlineKind.AMPLIFIER, lab, 0.6, title.word(ATTENTION));
        }
        return about(HeadlineKind.OTHER, lab, 0.5, reasonForOther(title, named));
    }

    /** A kind with the vendor and, if it is named for sure, the model of a subject; subject may be null. */
    static Classification about(HeadlineKind kind, Subject subject, double score, String reason) {
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

    private static int firstName(List<Subject> named) {
        return named.isEmpty() ? Integer.MAX_VALUE : named.get(0).start();
    }

    private static String reasonForOther(TitleReading title, List<Subject> named) {
        String veto = ReleaseRules.veto(title, named);
        return veto.isEmpty() ? "no deciding word" : "not a release: " + veto;
    }
}
