package io.faultline.stream;

import io.faultline.shock.Signal;
import java.util.Comparator;

/**
 * What news is to one sector: a headline that counts for what it usually hears, or a signal whose heat in the sector is
 * still to be found; never both.
 *
 * @param ruleId rule by which it touches the sector: the key
 * @param at knowledge time, epoch milliseconds
 * @param weight of a headline, see {@code CountedHeadline}; 0 for a signal
 * @param signal its heat is that against the story's chain; null for a headline
 * @param attention of the signal's story; 0 if it has none, and for a headline
 */
public record SectorNews(String ruleId, long at, double weight, Signal signal, double attention) {

    /** Order of signals of the same moment. */
    static final Comparator<SectorNews> BY_RANK = Comparator.comparing(SectorNews::signal, Signal.BY_RANK);

    static SectorNews counted(String ruleId, long at, double weight) {
        return new SectorNews(ruleId, at, weight, null, 0.0);
    }

    static SectorNews told(Signal signal, double attention) {
        return new SectorNews(signal.ruleId(), signal.at(), 0.0, signal, attention);
    }
}
