package io.faultline.stream;

import io.faultline.market.CalendarEntry;
import io.faultline.rules.SectorRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithNonKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractBroadcastStreamOperatorTestHarness;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.BroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/**
 * One operator under Flink's test harness, whatever its shape, with its outputs, state and timers to look at.
 *
 * @param <I> input
 * @param <O> main output
 */
final class OperatorHarness<I, O> implements AutoCloseable {

    private final Making<O> making;
    private final AbstractStreamOperatorTestHarness<O> harness;

    private OperatorHarness(Making<O> making, OperatorSubtaskState state) throws Exception {
        this.making = making;
        this.harness = making.make();
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
    }

    /** A new operator, not yet opened. */
    @FunctionalInterface
    private interface Making<O> {
        AbstractStreamOperatorTestHarness<O> make() throws Exception;
    }

    static <I, O> OperatorHarness<I, O> of(Supplier<ProcessFunction<I, O>> function) throws Exception {
        return new OperatorHarness<>(
                () -> new OneInputStreamOperatorTestHarness<I, O>(new ProcessOperator<>(function.get())), null);
    }

    static <I, O> OperatorHarness<I, O> keyed(
            Supplier<KeyedProcessFunction<String, I, O>> function, KeySelector<I, String> key) throws Exception {
        return keyedOperator(() -> new KeyedProcessOperator<>(function.get()), key);
    }

    /** For an operator that a library makes. */
    static <I, O> OperatorHarness<I, O> keyedOperator(
            Supplier<? extends OneInputStreamOperator<I, O>> operator, KeySelector<I, String> key) throws Exception {
        return new OperatorHarness<>(
                () -> new KeyedOneInputStreamOperatorTestHarness<>(operator.get(), key, Types.STRING), null);
    }

    static <I, O> OperatorHarness<I, O> broadcast(Supplier<BroadcastProcessFunction<I, ReferenceUpdate, O>> function)
            throws Exception {
        return new OperatorHarness<>(
                () -> new BroadcastOperatorTestHarness<>(
                        new CoBroadcastWithNonKeyedOperator<>(
                                function.get(), List.of(ReferenceBook.RULES, ReferenceBook.CALENDARS)),
                        1,
                        1,
                        0),
                null);
    }

    static <I, O> OperatorHarness<I, O> keyedBroadcast(
            Supplier<KeyedBroadcastProcessFunction<String, I, ReferenceUpdate, O>> function, KeySelector<I, String> key)
            throws Exception {
        return new OperatorHarness<>(
                () -> new KeyedBroadcastOperatorTestHarness<>(
                        new CoBroadcastWithKeyedOperator<>(
                                function.get(), List.of(ReferenceBook.RULES, ReferenceBook.CALENDARS)),
                        key,
                        Types.STRING,
                        128,
                        1,
                        0),
                null);
    }

    /** Takes a snapshot, ends this operator, and starts another from the snapshot; its outputs start empty. */
    OperatorHarness<I, O> restored() throws Exception {
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        return new OperatorHarness<>(making, snapshot);
    }

    @SuppressWarnings("unchecked") // made by the factories above with these types
    void element(I value, long timestamp) throws Exception {
        if (harness instanceof OneInputStreamOperatorTestHarness) {
            ((OneInputStreamOperatorTestHarness<I, O>) harness).processElement(value, timestamp);
        } else {
            broadcasting().processElement(value, timestamp);
        }
    }

    /** A rule comes over the broadcast stream. */
    void rule(SectorRule rule) throws Exception {
        reference(new ReferenceUpdate(rule.ruleId(), rule, null, null));
    }

    /** The removal of a rule comes over the broadcast stream. */
    void ruleRemoved(String ruleId) throws Exception {
        reference(new ReferenceUpdate(ruleId, null, null, null));
    }

    /** A day of special hours, or a closure, comes over the broadcast stream. */
    void calendar(CalendarEntry entry) throws Exception {
        reference(new ReferenceUpdate(null, null, entry.key(), entry));
    }

    void reference(ReferenceUpdate update) throws Exception {
        broadcasting().processBroadcastElement(update, 0);
    }

    /** Event time reaches this instant on all inputs. */
    void time(String instant) throws Exception {
        time(Instant.parse(instant).toEpochMilli());
    }

    @SuppressWarnings("unchecked") // see element
    void time(long millis) throws Exception {
        if (harness instanceof OneInputStreamOperatorTestHarness) {
            ((OneInputStreamOperatorTestHarness<I, O>) harness).processWatermark(millis);
        } else {
            broadcasting().watermark(millis);
        }
    }

    @SuppressWarnings("unchecked") // see element
    private AbstractBroadcastStreamOperatorTestHarness<I, ReferenceUpdate, O> broadcasting() {
        return (AbstractBroadcastStreamOperatorTestHarness<I, ReferenceUpdate, O>) harness;
    }

    /** Main output so far. */
    List<O> output() {
        return harness.extractOutputValues();
    }

    /** A side output so far. */
    <X> List<X> side(OutputTag<X> tag) {
        List<X> values = new ArrayList<>();
        if (harness.getSideOutput(tag) != null) {
            for (StreamRecord<X> element : harness.getSideOutput(tag)) {
                values.add(element.getValue());
            }
        }
        return values;
    }

    int timers() {
        return harness.numEventTimeTimers();
    }

    /** Bytes of a snapshot as Flink writes it. */
    long snapshotBytes() throws Exception {
        return harness.snapshot(1, 1).getStateSize();
    }

    /** Keyed state entries over all keys; a map counts as one per key. */
    int stateEntries() {
        Object backend = harness.getOperator().getKeyedStateBackend();
        return ((HeapKeyedStateBackend<?>) backend).numKeyValueStateEntries();
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
