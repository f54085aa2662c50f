package io.faultline.io.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long the intraday bars of a listing are, which the file does not say: the distance between neighbours that is there
 * most often, the shortest of several; for a listing with a single bar that of the whole file. A bar ends where the next
 * one of its listing begins, if that is sooner.
 */
final class BarLengths {

    private static final long USUAL_LENGTH = 300_000;

    private final Map<Long, Integer> ofAll = new HashMap<>();

    /** @param bars the bars of each listing, by time */
    BarLengths(Iterable<List<Bar>> bars) {
        bars.forEach(own -> distances(own).forEach((length, times) -> ofAll.merge(length, times, Integer::sum)));
    }

    /** The bars with the instant at which each intraday one ends, inclusive. */
    List<Bar> ended(List<Bar> own) {
        Map<Long, Integer> distances = distances(own);
        long length = mostFrequent(distances.isEmpty() ? ofAll : distances);
        List<Bar> ended = new ArrayList<>(own.size());
        for (int i = 0; i < own.size(); i++) {
            Bar bar = own.get(i);
            long next = i + 1 < own.size() ? own.get(i + 1).from() : Long.MAX_VALUE;
            ended.add(bar.daily() ? bar : bar.until(Math.min(bar.from() + length, next) - 1, false));
        }
        return ended;
    }

    private static Map<Long, Integer> distances(List<Bar> own) {
        Map<Long, Integer> times = new TreeMap<>();
        Bar before = null;
        for (Bar bar : own) {
            if (before != null && !before.daily() && !bar.daily()) {
                times.merge(bar.from() - before.from(), 1, Integer::sum);
            }
            before = bar;
        }
        return times;
    }

    private static long mostFrequent(Map<Long, Integer> distances) {
        return distances.entrySet().stream()
                .max(Map.Entry.<Long, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(USUAL_LENGTH);
    }
}
