package io.faultline.stream;

import io.faultline.shock.Signal;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/** Side outputs of the operators: nothing is dropped without a trace. */
public final class SideOutputs {

    /** Refused, late and ineligible records. */
    public static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));
    /** Signals of the sector stage, beside its samples. */
    public static final OutputTag<Signal> SIGNALS = new OutputTag<>("signals", TypeInformation.of(Signal.class));
    /** Signals that reached CEP behind the watermark. */
    public static final OutputTag<Signal> LATE_SIGNALS =
            new OutputTag<>("late-signals", TypeInformation.of(Signal.class));
    /** Headlines that are gone, or no longer say what was told of them. */
    public static final OutputTag<NewsEvent> WITHDRAWALS =
            new OutputTag<>("withdrawals", TypeInformation.of(NewsEvent.class));
    /** Headlines that joined a story, beside its transitions. */
    public static final OutputTag<NewsEvent> COUNTED_HEADLINES =
            new OutputTag<>("counted-headlines", TypeInformation.of(NewsEvent.class));

    private SideOutputs() {}
}
