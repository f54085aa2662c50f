package io.faultline.stream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
        long watermark = timers.currentWatermark();
        add(watermark == Long.MAX_VALUE ? at : Math.max(at, watermark + 1), element, timers);
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
