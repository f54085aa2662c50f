package io.faultline.stream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

/**
 * Holds elements of one key until event time has reached them, so that what an operator does depends on their times and
 * not on how partitions were interleaved. One timer per distinct time; the timer takes exactly its own elements.
 *
 * @param <T> element type
 */
final class EventTimeBuffer<T> {

    private final MapState<Long, List<T>> byTime;

    EventTimeBuffer(MapState<Long, List<T>> byTime) {
        this.byTime = byTime;
    }

    static <T> MapStateDescriptor<Long, List<T>> descriptor(String name, Class<T> type) {
        return new MapStateDescriptor<>(name, Types.LONG, Types.LIST(TypeInformation.of(type)));
    }

    /** Keeps an element until event time reaches {@code at} (epoch milliseconds). */
    void add(long at, T element, TimerService timers) throws Exception {
        List<T> sameTime = byTime.get(at);
        if (sameTime == null) {
            sameTime = new ArrayList<>();
            timers.registerEventTimeTimer(at);
        }
        sameTime.add(element);
        byTime.put(at, sameTime);
    }

    /** The same, but an element whose time has passed counts from now on: nothing is told behind the watermark. */
    void addFromNow(long at, T element, TimerService timers) throws Exception {
        add(fromNow(at, timers), element, timers);
    }

    /** The time itself, or the first moment that is still to come. */
    static long fromNow(long at, TimerService timers) {
        long watermark = timers.currentWatermark();
        return watermark == Long.MAX_VALUE ? at : Math.max(at, watermark + 1);
    }

    /**
     * Keeps no more than {@code limit} elements of one time: the first ones in the given order, whatever order they come in.
     *
     * @return the element that is given up for that; null if none is
     */
    T addFromNow(long at, T element, TimerService timers, int limit, Comparator<? super T> order) throws Exception {
        long due = fromNow(at, timers);
        List<T> sameTime = byTime.get(due);
        if (sameTime == null || sameTime.size() < limit) {
            add(due, element, timers);
            return null;
        }
        T last = Collections.max(sameTime, order);
        if (order.compare(element, last) >= 0) {
            return element;
        }
        sameTime.set(sameTime.indexOf(last), element);
        byTime.put(due, sameTime);
        return last;
    }

    /** Whether an element like that is kept. */
    boolean holds(Predicate<? super T> like) throws Exception {
        for (List<T> sameTime : byTime.values()) {
            if (sameTime.stream().anyMatch(like)) {
                return true;
            }
        }
        return false;
    }

    /** Gives up the elements like that which are kept until {@code at} (epoch milliseconds) or later. */
    void dropFrom(long at, Predicate<? super T> like) throws Exception {
        Iterator<Map.Entry<Long, List<T>>> kept = byTime.iterator();
        while (kept.hasNext()) {
            Map.Entry<Long, List<T>> sameTime = kept.next();
            List<T> left = sameTime.getValue().stream().filter(like.negate()).toList();
            if (sameTime.getKey() < at || left.size() == sameTime.getValue().size()) {
                continue;
            }
            if (left.isEmpty()) {
                kept.remove();
            } else {
                sameTime.setValue(new ArrayList<>(left));
            }
        }
    }

    /** Removes the elements kept for this time and returns them in the given order; empty if there are none. */
    List<T> take(long at, Comparator<? super T> order) throws Exception {
        List<T> due = byTime.get(at);
        if (due == null) {
            return List.of();
        }
        byTime.remove(at);
        List<T> ordered = new ArrayList<>(due);
        ordered.sort(order);
        return ordered;
    }
}
