package io.faultline.stream;

import io.faultline.market.MarketSensitivity;
import io.faultline.market.MemberMove;
import io.faultline.market.MoveKind;
import io.faultline.market.SectorDrawdown;
import io.faultline.market.TradingSession;
import io.faultline.rules.SectorRule;
import io.faultline.shock.LevelAssessment;
import io.faultline.shock.LevelPolicy;
import io.faultline.shock.LevelWatch;
import io.faultline.shock.SectorClose;
import io.faultline.shock.SectorGauge;
import io.faultline.shock.SectorSample;
import io.faultline.shock.SectorStatus;
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
    private transient ValueState<SectorClose> closes;
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
        closes = getRuntimeContext().getState(new ValueStateDescriptor<>("last-close", SectorClose.class));
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
        TradingSession session = reference.calendars().of(rule.homeMic()).sessionFor(now - 1);
        Look look = new Look(rule, gauge(rule), session, now, context, out);
        closeMissedSession(look);
        correctLastClose(look, news);
        remember(news);
        evaluate(look, news);
        if (!inputEnded) {
            registerNext(look);
        }
    }

    /** What one timer looks at, and where it tells what it sees. */
    private record Look(
            SectorRule rule,
            SectorGauge gauge,
            TradingSession session,
            long now,
            KeyedBroadcastProcessFunction<String, SectorMove, ReferenceUpdate, SectorSample>.OnTimerContext context,
            Collector<SectorSample> out) {
        boolean atClose() {
            return now == session.close();
        }

        Look at(TradingSession other) {
            return new Look(rule, gauge, other, now, context, out);
        }
    }

    private SectorGauge gauge(SectorRule rule) {
        MarketSensitivity sensitivity =
                MarketSensitivity.byDefault(rule.thresholds().beta());
        return new SectorGauge(rule, reference.calendars(), sensitivity);
    }

    private SectorStatus statusOf(TradingSession session) throws Exception {
        SectorStatus status = statuses.value();
        boolean sameSession = status != null && status.sessionDate().equals(session.date());
        return sameSession ? status : SectorStatus.fresh(session.date(), Long.MIN_VALUE);
    }

    private Map<String, MemberMove> latest() throws Exception {
        Map<String, MemberMove> latest = new HashMap<>();
        for (Map.Entry<String, MemberMove> entry : moves.entries()) {
            latest.put(entry.getKey(), entry.getValue());
        }
        return latest;
    }

    /** A close that a calendar change has moved to before its timer is told as soon as the change is seen. */
    private void closeMissedSession(Look look) throws Exception {
        SectorStatus status = statuses.value();
        if (status == null || status.sessionDate().compareTo(look.session().date()) >= 0) {
            return;
        }
        Optional<TradingSession> missed =
                reference.calendars().of(look.rule().homeMic()).session(status.sessionDate());
        if (missed.isPresent()) {
            close(
                    look.at(missed.get()),
                    look.gauge().measure(latest(), missed.get(), missed.get().close()));
        }
        startSession(look.rule(), look.session(), look.now());
    }

    /** A corrected close of the session before revises its figures; the running session has its own. */
    private void correctLastClose(Look look, List<MemberMove> news) throws Exception {
        SectorClose told = closes.value();
        List<MemberMove> corrected =
                told == null || told.date().compareTo(look.session().date()) >= 0
                        ? List.of()
                        : news.stream().filter(told::isCorrectedBy).toList();
        Optional<TradingSession> closed = corrected.isEmpty()
                ? Optional.empty()
                : reference.calendars().of(look.rule().homeMic()).session(told.date());
        if (closed.isEmpty()) {
            return;
        }
        SectorClose now = told.corrected(corrected);
        closes.update(now);
        Optional<SectorDrawdown> measured =
                look.gauge().measure(now.byListing(), closed.get(), closed.get().close());
        if (measured.isPresent()) {
            LevelAssessment assessment =
                    LevelPolicy.assess(now.level(), measured.get(), look.rule().thresholds());
            sample(look, measured.get(), assessment);
            signal(look.at(closed.get()), SignalKind.SESSION_CLOSE, assessment.level(), false, measured.get());
        }
    }

    /** A close told again stays behind a print of the session after it. */
    private void remember(List<MemberMove> news) throws Exception {
        for (MemberMove move : news) {
            MemberMove known = moves.get(move.listingKey());
            boolean overtaken = move.kind() == MoveKind.CLOSE
                    && known != null
                    && known.tradeDate().compareTo(move.tradeDate()) > 0;
            if (!overtaken) {
                moves.put(move.listingKey(), move);
            }
        }
    }

    private void evaluate(Look look, List<MemberMove> news) throws Exception {
        SectorStatus status = statusOf(look.session());
        Map<String, MemberMove> latest = latest();
        Optional<SectorDrawdown> measured = reference.evaluates(look.rule().ruleId())
                ? look.gauge().measure(latest, look.session(), look.now())
                : Optional.empty();
        if (measured.isPresent()) {
            SectorDrawdown drawdown = measured.get();
            LevelWatch watch = new LevelWatch(look.gauge(), look.session());
            ShockLevel before = status.level();
            status = corrected(look, watch.correct(status, news, latest, drawdown), drawdown)
                    .orElse(status);
            LevelWatch.Step step = watch.observe(status, drawdown, latest);
            status = step.status();
            if (step.told()) {
                signal(look, SignalKind.LEVEL, status.level(), step.opening(), drawdown);
            }
            if (sampleIsDue(look, before, status)) {
                sample(look, drawdown, step.assessment());
                status = status.sampled(look.now());
            }
        }
        statuses.update(status);
        if (look.atClose()) {
            close(look, measured);
            TradingSession next =
                    reference.calendars().of(look.rule().homeMic()).next(look.session());
            startSession(look.rule(), next, look.now());
        }
    }

    private Optional<SectorStatus> corrected(
            Look look, Optional<LevelWatch.Correction> correction, SectorDrawdown drawdown) {
        correction.ifPresent(
                made -> signal(look, SignalKind.CORRECTION, made.status().level(), made.stands(), drawdown));
        return correction.map(LevelWatch.Correction::status);
    }

    private void close(Look look, Optional<SectorDrawdown> measured) throws Exception {
        ShockLevel level = statusOf(look.session()).level();
        signal(look, SignalKind.SESSION_CLOSE, level, false, measured.orElse(null));
        closes.update(SectorClose.of(look.session().date(), level, latest()));
    }

    private void sample(Look look, SectorDrawdown drawdown, LevelAssessment assessment) {
        look.out()
                .collect(SectorSample.of(look.rule().ruleVersion(), drawdown, assessment.level(), assessment.reason()));
        samples.inc();
    }

    private void signal(Look look, SignalKind kind, ShockLevel level, boolean opening, SectorDrawdown drawdown) {
        SectorRule rule = look.rule();
        signals.inc();
        look.context()
                .output(
                        SideOutputs.SIGNALS,
                        new Signal(
                                kind,
                                rule.sector(),
                                rule.ruleId(),
                                rule.version(),
                                look.now(),
                                look.session().date(),
                                look.session().index(),
                                level,
                                opening,
                                drawdown,
                                null,
                                null));
    }

    private boolean sampleIsDue(Look look, ShockLevel before, SectorStatus status) {
        boolean stress = status.level() != ShockLevel.NONE;
        boolean changed = status.level() != before;
        return stress || changed || look.atClose() || look.now() - sampleEveryMillis >= status.sampledAt();
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

    private void registerNext(Look look) throws Exception {
        TimerService timers = look.context().timerService();
        TradingSession session = look.session();
        long now = look.now();
        if (look.atClose()) {
            TradingSession next =
                    reference.calendars().of(look.rule().homeMic()).next(session);
            timers.registerEventTimeTimer(Math.min(next.open() + sampleEveryMillis, next.close()));
            timers.registerEventTimeTimer(next.close());
            return;
        }
        timers.registerEventTimeTimer(session.close());
        if (session.regularAt(now) && reference.evaluates(look.rule().ruleId())) {
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
