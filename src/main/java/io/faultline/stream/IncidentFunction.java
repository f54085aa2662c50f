package io.faultline.stream;

import io.faultline.market.TradingCalendar;
import io.faultline.rules.RuleState;
import io.faultline.rules.SectorRule;
import io.faultline.shock.Alert;
import io.faultline.shock.Incident;
import io.faultline.shock.IncidentInput;
import io.faultline.shock.IncidentMachine;
import io.faultline.shock.IncidentStep;
import io.faultline.shock.RunMode;
import io.faultline.shock.SignalKind;
import java.time.Clock;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Per sector: the incident from onset to resolution. Key: rule id. Inputs are taken in event-time order, at equal times
 * matches first, so that an incident opens with its verdict. All timers are those of the inputs themselves.
 */
public final class IncidentFunction
        extends KeyedBroadcastProcessFunction<String, IncidentInput, ReferenceUpdate, Alert> {

    private static final long serialVersionUID = 1L;

    private final RunMode mode;
    private final Clock clock;
    private final ReferenceBook reference;
    private transient ValueState<Incident> incidents;
    private transient EventTimeBuffer<IncidentInput> due;
    private transient IncidentMeter meter;

    public IncidentFunction(StreamSettings settings, ReferenceSnapshot initial) {
        this.mode = settings.mode();
        this.clock = settings.clock();
        this.reference = new ReferenceBook(initial);
    }

    @Override
    public void open(OpenContext openContext) {
        incidents = getRuntimeContext().getState(new ValueStateDescriptor<>("incident", Incident.class));
        due = new EventTimeBuffer<>(
                getRuntimeContext().getMapState(EventTimeBuffer.descriptor("due-inputs", IncidentInput.class)));
        meter = new IncidentMeter(getRuntimeContext().getMetricGroup(), mode, clock);
    }

    @Override
    public void processElement(IncidentInput input, ReadOnlyContext context, Collector<Alert> out) throws Exception {
        due.addFromNow(input.at(), input, context.timerService());
    }

    @Override
    public void onTimer(long now, OnTimerContext context, Collector<Alert> out) throws Exception {
        reference.refresh(context::getBroadcastState);
        List<IncidentInput> inputs = due.take(now, IncidentInput.ORDER_AT_EQUAL_TIME);
        SectorRule rule = reference.rule(context.getCurrentKey());
        if (rule == null) {
            return;
        }
        boolean mayOpen = reference.evaluates(rule.ruleId()) && rule.state() == RuleState.ACTIVE;
        TradingCalendar calendar = reference.calendars().of(rule.homeMic());
        IncidentMachine machine = new IncidentMachine(rule, mode, new CalendarAges(calendar));
        for (IncidentInput input : inputs) {
            Incident before = incidents.value();
            if (!mayOpen && opens(before, input)) {
                continue;
            }
            IncidentStep step = machine.apply(before, input);
            incidents.update(step.state());
            step.alerts().forEach(alert -> {
                meter.count(alert);
                out.collect(alert);
            });
        }
    }

    /** News is remembered whatever the rule's state, so the state alone does not say that an incident is open. */
    private static boolean opens(Incident before, IncidentInput input) {
        boolean open = before != null && before.course() != null;
        return !open && input.signal() != null && input.signal().kind() == SignalKind.LEVEL;
    }

    @Override
    public void processBroadcastElement(ReferenceUpdate update, Context context, Collector<Alert> out)
            throws Exception {
        reference.accept(update, context::getBroadcastState);
    }
}
