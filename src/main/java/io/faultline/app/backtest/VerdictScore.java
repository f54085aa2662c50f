package io.faultline.app.backtest;

import io.faultline.app.backtest.Scorecard.Hit;
import io.faultline.io.dataset.Label;
import io.faultline.io.dataset.Label.Cause;
import io.faultline.shock.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * How the verdicts compare with what is known. Labels whose cause is open, or of whose cause the headlines never tell,
 * are not judged. A session nobody labelled that was told to be AI_LINKED is a false one; a labelled AI_LINKED session
 * that was not found is a miss.
 *
 * @param rightlyLinked labelled AI_LINKED and told so
 * @param linkMissed labelled AI_LINKED, told otherwise
 * @param notFound labelled AI_LINKED, no opening
 * @param falselyLinked labelled otherwise, told AI_LINKED
 * @param extraLinked not labelled, told AI_LINKED
 * @param rightlyOther labelled otherwise and told otherwise
 * @param notJudged found, but not judged
 */
record VerdictScore(
        List<Hit> rightlyLinked,
        List<Hit> linkMissed,
        List<Label> notFound,
        List<Hit> falselyLinked,
        List<Opening> extraLinked,
        List<Hit> rightlyOther,
        List<Hit> notJudged) {

    static VerdictScore of(Scorecard card) {
        VerdictScore score = new VerdictScore(
                new ArrayList<>(),
                new ArrayList<>(),
                card.missed().stream()
                        .filter(label -> label.verdictIsJudged() && label.cause() == Cause.AI_LINKED)
                        .toList(),
                new ArrayList<>(),
                card.extra().stream()
                        .filter(opening -> opening.verdict() == Verdict.AI_LINKED)
                        .toList(),
                new ArrayList<>(),
                new ArrayList<>());
        card.hits().forEach(hit -> score.place(hit).add(hit));
        return score;
    }

    private List<Hit> place(Hit hit) {
        if (!hit.label().verdictIsJudged()) {
            return notJudged;
        }
        boolean told = hit.opening().verdict() == Verdict.AI_LINKED;
        if (hit.label().cause() == Cause.AI_LINKED) {
            return told ? rightlyLinked : linkMissed;
        }
        return told ? falselyLinked : rightlyOther;
    }

    /** Verdicts AI_LINKED that should not be. */
    int falseLinks() {
        return falselyLinked.size() + extraLinked.size();
    }

    /** Share of AI_LINKED verdicts that are right, 0 to 1; null without any. */
    Double precision() {
        return Scorecard.share(rightlyLinked.size(), rightlyLinked.size() + falseLinks());
    }

    /** Share of sessions labelled AI_LINKED that were told so, 0 to 1; null without any. */
    Double recall() {
        return Scorecard.share(rightlyLinked.size(), rightlyLinked.size() + linkMissed.size() + notFound.size());
    }
}
