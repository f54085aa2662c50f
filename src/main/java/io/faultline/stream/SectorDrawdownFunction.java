package io.faultline.stream;

import io.faultline.market.MemberMove;
import io.faultline.market.SectorDrawdown;
import io.faultline.market.SectorMeter;
import io.faultline.market.SectorSpec;
import io.faultline.market.SessionPhase;
import io.faultline.market.TradingCalendar;
import io.faultline.market.TradingSession;
import io.faultline.rules.SectorRule;
import io.faultline.shock.LevelAssessment;
import io.faultline.shock.LevelPolicy;
import io.faultline.shock.SectorSample;
import io.faultline.shock.ShockLevel;
import io.faultline.shock.Signal;
import io.faultline.shock.SignalKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Per sector: drawdown, level, samples for boards, and the rare signals. Key: rule id. Evaluates on event-time timers
 * only, on whole seconds, so that results do not depend on how the members' moves were interleaved: when a move is due,
 * each second in stress, each minute of the session, and at each close whether or not anything was printed.
 */
public final class SectorDrawdownFunction
        extends KeyedBroadcastProcessFunction<String, SectorMove, ReferenceUpdate, SectorSample> {

    private static final long serialVersionUID = 1L;
    private static final long SECOND_MILLIS = 1_000;

    private static final Comparator<MemberMove> BY_TIME =
            Comparator.comparingLong(MemberMove::at).thenComparing(MemberMove::listingKey);

    private final long sampleEveryMillis;
    private final ReferenceBook reference;
    private transient MapState<String, MemberMove> moves;
    private transient EventTimeBuffer<MemberMove> due;
    private transient ValueState<SectorStatus> statuses;
    private transient Counter samples;
    private transient Counter signals;

    public SectorDrawdownFunction(StreamSettings settings, ReferenceSnapshot initial) {
        this.sampleEveryMillis = settings.sampleEvery().toMillis();
        this.reference = new ReferenceBook(initial);
    }

    @Override
    public void open(OpenContext openContext) {
        moves = getRuntimeContext().getMapState(new MapStateDescriptor<>("moves", String.class, MemberMove.class));
        due = new EventTimeBuffer<>(
                getRuntimeContext().getMapState(EventTimeBuffer.descriptor("due-moves", MemberMove.class)));
        statuses = getRuntimeContext().getState(new ValueStateDescriptor<>("status", SectorStatus.class));
        samples = MetricNames.counter(getRuntimeContext(), MetricNames.SAMPLES);
        signals = MetricNames.counter(getRuntimeContext(), MetricNames.SIGNALS);
    }

    @Override
    public void processElement(SectorMove input, ReadOnlyContext context, Collector<SectorSample> out)
            throws Exception {
        // A reference close may be told with a time that has passed: it counts from now on.
        long watermark = context.timerService().currentWatermark();
        long at = watermark == Long.MAX_VALUE
                ? input.move().at()
                : Math.max(input.move().at(), watermark + 1);
        long second = -Math.floorDiv(-at, SECOND_MILLIS) * SECOND_MILLIS;
        due.add(second, input.move(), context.timerService());
    }

    @Override
    public void onTimer(long now, OnTimerContext context, Collector<SectorSample> out) throws Exception {
        reference.refresh(context::getBroadcastState);
        boolean inputEnded = context.timerService().currentWatermark() == Long.MAX_VALUE;
        List<MemberMove> news = due.take(now, BY_TIME);
        SectorRule rule = reference.rule(context.getCurrentKey());
        if (rule == null || (inputEnded && news.isEmpty())) {
            return;
        }
        for (MemberMove move : news) {
            moves.put(move.listingKey(), move);
        }
        TradingCalendar calendar = reference.calendars().of(rule.homeMic());
        TradingSession session = calendar.sessionFor(now - 1);
        Evaluation evaluation = new Evaluation(rule, session, calendar.phaseAt(now - 1), now, statusOf(session));
        evaluate(evaluation, context, out);
        if (!inputEnded) {
            TradingSession next = calendar.next(session);
            if (evaluation.atClose()) {
                startSession(rule, next, now);
            }
            registerNext(evaluation, next, context.timerService());
        }
    }

    /** What one timer looks at. */
    private record Evaluation(
            SectorRule rule, TradingSession session, SessionPhase phase, long now, SectorStatus status) {
        boolean atClose() {
            return now == session.close();
        }
    }

    private SectorStatus statusOf(TradingSession session) throws Exception {
        SectorStatus status = statuses.value();
        boolean sameSession = status != null && status.sessionDate().equals(session.date());
        return sameSession ? status : SectorStatus.fresh(session.date(), Long.MIN_VALUE);
    }

    private void evaluate(Evaluation evaluation, OnTimerContext context, Collector<SectorSample> out) throws Exception {
        SectorRule rule = evaluation.rule();
        SectorStatus status = evaluation.status();
        Optional<SectorDrawdown> measured = reference.evaluates(rule.ruleId()) ? measure(evaluation) : Optional.empty();
        if (measured.isPresent()) {
            SectorDrawdown drawdown = measured.get();
            LevelAssessment assessment = LevelPolicy.assess(status.level(), drawdown, rule.thresholds());
            status = signalLevel(evaluation, drawdown, assessment, context);
            if (sampleIsDue(evaluation, status)) {
                out.collect(SectorSample.of(rule.ruleVersion(), drawdown, assessment.level(), assessment.reason()));
                samples.inc();
                status = status.sampled(evaluation.now());
            }
        }
        if (evaluation.atClose()) {
            signal(evaluation, SignalKind.SESSION_CLOSE, status.level(), false, measured.orElse(null), context);
        }
        statuses.update(status);
    }

    private Optional<SectorDrawdown> measure(Evaluation evaluation) throws Exception {
        SectorRule rule = evaluation.rule();
        Map<String, MemberMove> latest = new HashMap<>();
        for (Map.Entry<String, MemberMove> entry : moves.entries()) {
            latest.put(entry.getKey(), entry.getValue());
        }
        SectorSpec spec = new SectorSpec(
                rule.sector(),
                rule.members(),
                rule.benchmark(),
                rule.thresholds().memberDrop(),
                rule.thresholds().freshForSeconds() * SECOND_MILLIS,
                rule.thresholds().beta());
        SectorMeter meter = new SectorMeter(reference.calendars().of(rule.homeMic()));
        return meter.measure(spec, latest, evaluation.session(), evaluation.phase(), evaluation.now());
    }

    private SectorStatus signalLevel(
            Evaluation evaluation, SectorDrawdown drawdown, LevelAssessment assessment, OnTimerContext context) {
        SectorStatus status = evaluation.status();
        double worse = drawdown.figures().worseReturn();
        boolean opening = assessment.opening() && !status.opened();
        boolean worsened = assessment.level().compareTo(ShockLevel.COLLAPSE) >= 0
                && worse
                        <= status.signalledReturn()
                                - evaluation.rule().thresholds().worsenedStep();
        if (assessment.level() == status.level() && !opening && !worsened) {
            return status;
        }
        signal(evaluation, SignalKind.LEVEL, assessment.level(), opening, drawdown, context);
        return status.signalled(assessment.level(), opening, worse);
    }

    private void signal(
            Evaluation evaluation,
            SignalKind kind,
            ShockLevel level,
            boolean opening,
            SectorDrawdown drawdown,
            OnTimerContext context) {
        SectorRule rule = evaluation.rule();
        signals.inc();
        context.output(
                SideOutputs.SIGNALS,
                new Signal(
                        kind,
                        rule.sector(),
                        rule.ruleId(),
                        rule.version(),
                        evaluation.now(),
                        evaluation.session().date(),
                        evaluation.session().index(),
                        level,
                        opening,
                        drawdown,
                        null,
                        null));
    }

    private boolean sampleIsDue(Evaluation evaluation, SectorStatus status) {
        boolean stress = status.level() != ShockLevel.NONE;
        boolean changed = status.level() != evaluation.status().level();
        return stress || changed || evaluation.atClose() || evaluation.now() - sampleEveryMillis >= status.sampledAt();
    }

    /** The level starts anew with each session; listings that left the sector are forgotten. */
    private void startSession(SectorRule rule, TradingSession next, long now) throws Exception {
        statuses.update(SectorStatus.fresh(next.date(), now));
        Iterator<String> keys = moves.keys().iterator();
        while (keys.hasNext()) {
            String key = keys.next();
            if (!rule.members().contains(key) && !rule.benchmark().equals(key)) {
                keys.remove();
            }
        }
    }

    private void registerNext(Evaluation evaluation, TradingSession next, TimerService timers) throws Exception {
        TradingSession session = evaluation.session();
        long now = evaluation.now();
        if (evaluation.atClose()) {
            timers.registerEventTimeTimer(Math.min(next.open() + sampleEveryMillis, next.close()));
            timers.registerEventTimeTimer(next.close());
            return;
        }
        timers.registerEventTimeTimer(session.close());
        if (session.regularAt(now)) {
            boolean stress = statuses.value().level() != ShockLevel.NONE;
            long step = stress ? SECOND_MILLIS : sampleEveryMillis;
            timers.registerEventTimeTimer(Math.min(session.close(), (now / step + 1) * step));
        }
    }

    @Override
    public void processBroadcastElement(ReferenceUpdate update, Context context, Collector<SectorSample> out)
            throws Exception {
        reference.accept(update, context::getBroadcastState);
    }
}
