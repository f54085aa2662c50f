package io.faultline.news;

import java.util.EnumMap;
import java.util.Map;

/** Decides whether a title names another cause of falls, and which. */
final class RivalRules {

    /** Certainty of a cause stated together with a fall in markets: strongly worded. */
    static final double STRONG = 0.9;

    private static final double PLAIN = 0.6;
    private static final int STRONG_WEIGHT = 3;

    private RivalRules() {}

    /** RIVAL, or null. */
    static Classification decide(TitleReading title) {
        if (!title.has(TermCategory.RIVAL)) {
            return null;
        }
        boolean market = title.has(TermCategory.MARKET);
        boolean fall = title.has(TermCategory.FALL);
        Map<RivalCause, Integer> votes = new EnumMap<>(RivalCause.class);
        boolean strong = false;
        for (Hit hit : title.all(TermCategory.RIVAL)) {
            String[] tag = hit.term().tag().split("/", 2);
            RivalCause cause = RivalCause.valueOf(tag[0]);
            boolean byItself = tag[1].equals("strong");
            if (byItself || (fall && market)) {
                strong |= byItself;
                votes.merge(cause, byItself ? STRONG_WEIGHT : 1, Integer::sum);
            }
        }
        if (votes.isEmpty()) {
            return null;
        }
        RivalCause cause = votes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
        double score = strong && fall && market ? STRONG : PLAIN;
        String reason = cause + ": " + title.word(TermCategory.RIVAL);
        return new Classification(HeadlineKind.RIVAL, null, null, cause, score, reason);
    }
}
