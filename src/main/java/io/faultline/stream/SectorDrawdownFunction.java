package io.faultline.stream;

import io.faultline.market.MemberMove;
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
import io.faultline.shock.SignalKind;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
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

    /** Official closes told within this time are the first that the venue states: they may open an incident. */
    private static final long STATED_MILLIS = Duration.ofMinutes(10).toMillis();

    private static final Comparator<MemberMove> BY_TIME =
            Comparator.comparingLong(MemberMove::at).thenComparing(MemberMove::listingKey);

    private final long sampleEveryMillis;
    private final ReferenceBook reference;
    private final KnownListings known;
    private transient Set<String> begun;
    private transient SectorStates states;
    private transient EventTimeBuffer<MemberMove> due;
    private transient Counter samples;
    private transient SignalMeter signals;
    private transient SectorBoard board;

    public SectorDrawdownFunction(StreamSettings settings, ReferenceSnapshot initial) {
        this.sampleEveryMillis = settings.sampleEvery().toMillis();
        this.reference = new ReferenceBook(initial);
        this.known = new KnownListings(initial);
    }

    @Override
    public void open(OpenContext openContext) {
        begun = new HashSet<>();
        states = new SectorStates(getRuntimeContext());
        due = new EventTimeBuffer<>(
                getRuntimeContext().getMapState(EventTimeBuffer.descriptor("due-moves", MemberMove.class)));
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        samples = MetricNames.SAMPLES.counter(metrics);
        signals = new SignalMeter(metrics);
        board = new SectorBoard(metrics);
    }

    @Override
    public void processElement(SectorMove input, ReadOnlyContext context, Collector<SectorSample> out)
            throws Exception {
        if (begun.add(context.getCurrentKey()) && states.status() == null) {
            tellKnown(context);
        }
        if (!states.knows(input.move())) {
            keep(input.move(), context.timerService());
        }
    }

    /** A member counts from its listing on, and the first print of another one may be read before that listing. */
    private void tellKnown(ReadOnlyContext context) throws Exception {
        reference.refresh(context::getBroadcastState);
        SectorRule rule = reference.rule(context.getCurrentKey());
        if (rule == null) {
            return;
        }
        for (String listingKey : rule.listingKeys()) {
            for (MemberMove move : known.references(listingKey, reference.calendars())) {
                keep(move, context.timerService());
            }
        }
    }

    private void keep(MemberMove move, TimerService timers) throws Exception {
        // A reference close may be told with a time that has passed: it counts from now on.
        long watermark = timers.currentWatermark();
        long at = watermark == Long.MAX_VALUE ? move.at() : Math.max(move.at(), watermark + 1);
        long second = -Math.floorDiv(-at, SECOND_MILLIS) * SECOND_MILLIS;
        due.add(second, move, timers);
    }

    @Override
    public void onTimer(long now, OnTimerContext context, Collector<SectorSample> out) throws Exception {
        reference.refresh(context::getBroadcastState);
        boolean inputEnded = context.timerService().currentWatermark() == Long.MAX_VALUE;
        List<MemberMove> news = due.take(now, BY_TIME);
        SectorRule rule = reference.rule(context.getCurrentKey());
        boolean removed = reference.isRemoved(context.getCurrentKey());
        boolean forgotten = removed && news.isEmpty() && states.status() == null;
        if (rule == null || forgotten || (inputEnded && news.isEmpty())) {
            return;
        }
        TradingSession session = reference.calendars().of(rule.homeMic()).sessionFor(now - 1);
        SectorLook look = new SectorLook(
                rule, gauge(rule, session), session, now, new SectorLook.Outlets(context, out, samples, signals));
        closeMissedSession(look);
        correctLastClose(look, news);
        states.remember(news);
        evaluate(look, news);
        boolean retired = look.atClose() && states.retired(rule, removed);
        if (!inputEnded && !retired) {
            registerNext(look, context.timerService());
        }
    }

    private SectorGauge gauge(SectorRule rule, TradingSession session) throws Exception {
        return new SectorGauge(rule, reference.calendars(), states.sensitivity(rule, session));
    }

    /** A close that a calendar change has moved to before its timer is told as soon as the change is seen. */
    private void closeMissedSession(SectorLook look) throws Exception {
        SectorStatus status = states.status();
        if (status == null || status.sessionDate().compareTo(look.session().date()) >= 0) {
            return;
        }
        Optional<TradingSession> missed =
                reference.calendars().of(look.rule().homeMic()).session(status.sessionDate());
        if (missed.isPresent()) {
            close(
                    look.at(missed.get()),
                    gauge(look.rule(), missed.get())
                            .measure(states.latest(), missed.get(), missed.get().close()));
        }
        states.start(look.session(), look.rule(), look.now());
    }

    /** A corrected close of the session before revises its figures; the running session has its own. */
    private void correctLastClose(SectorLook look, List<MemberMove> news) throws Exception {
        SectorClose told = states.lastClose();
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
        reclose(look.at(closed.get()), told.corrected(corrected), corrected);
    }

    /** Tells the closing figures of a session that is over anew; {@code look} is at that session. */
    private void reclose(SectorLook look, SectorClose close, List<MemberMove> corrected) throws Exception {
        TradingSession closed = look.session();
        SectorGauge gauge = gauge(look.rule(), closed);
        LevelWatch watch = new LevelWatch(gauge, closed);
        Optional<SectorDrawdown> measured = gauge.measure(close.byListing(), closed, closed.close());
        Optional<LevelWatch.Correction> correction =
                watch.correct(close.status(), corrected, close.byListing(), measured, closed.close());
        SectorStatus status = correction.map(LevelWatch.Correction::status).orElse(close.status());
        ShockLevel level = status.level();
        if (measured.isPresent()) {
            LevelAssessment assessment =
                    LevelPolicy.assess(level, measured.get(), look.rule().thresholds());
            level = assessment.level();
            look.sample(measured.get(), assessment);
            states.learn(look.rule(), closed, measured.get());
            boolean stated = look.now() - closed.close() <= STATED_MILLIS;
            if (stated && assessment.opening() && close.triggers().isEmpty()) {
                status = status.triggeredBy(level, closed.close(), close.moves());
                look.signal(SignalKind.LEVEL, level, true, measured.get());
            }
        }
        states.update(close.judged(level, status));
        SectorDrawdown low = correction.map(LevelWatch.Correction::low).orElse(null);
        look.signal(SignalKind.SESSION_CLOSE, level, status.opened(), measured.orElse(null), low);
    }

    private void evaluate(SectorLook look, List<MemberMove> news) throws Exception {
        SectorStatus status = states.statusIn(look.session());
        Map<String, MemberMove> latest = states.latest();
        boolean evaluates = reference.evaluates(look.rule().ruleId());
        Optional<SectorDrawdown> measured =
                evaluates ? look.gauge().measure(latest, look.session(), look.now()) : Optional.empty();
        LevelWatch watch = new LevelWatch(look.gauge(), look.session());
        status = corrected(look, watch.correct(status, news, latest, measured, look.now()), measured)
                .orElse(status);
        double needed = look.coverageNeeded(
                reference.calendars().of(look.rule().homeMic()).phaseAt(look.now()));
        if (measured.isPresent()) {
            status = observed(look, watch, status, measured.get(), latest);
            board.show(look.rule().ruleId(), measured.get().figures(), status.level(), needed);
        } else {
            board.blank(look.rule().ruleId(), evaluates ? needed : Double.NaN);
        }
        states.update(status);
        if (look.atClose()) {
            close(look, measured);
            TradingSession next =
                    reference.calendars().of(look.rule().homeMic()).next(look.session());
            states.start(next, look.rule(), look.now());
        }
    }

    private Optional<SectorStatus> corrected(
            SectorLook look, Optional<LevelWatch.Correction> correction, Optional<SectorDrawdown> measured) {
        correction.ifPresent(made -> look.signal(
                SignalKind.CORRECTION, made.status().level(), made.stands(), measured.orElse(null), made.low()));
        return correction.map(LevelWatch.Correction::status);
    }

    private SectorStatus observed(
            SectorLook look,
            LevelWatch watch,
            SectorStatus before,
            SectorDrawdown drawdown,
            Map<String, MemberMove> latest) {
        LevelWatch.Step step = watch.observe(before, drawdown, latest);
        SectorStatus status = step.status();
        if (step.told()) {
            look.signal(SignalKind.LEVEL, status.level(), step.opening(), drawdown);
        }
        if (!sampleIsDue(look, before.level(), status)) {
            return status;
        }
        look.sample(drawdown, step.assessment());
        return status.sampled(look.now());
    }

    private void close(SectorLook look, Optional<SectorDrawdown> measured) throws Exception {
        SectorStatus status = states.statusIn(look.session());
        look.signal(SignalKind.SESSION_CLOSE, status.level(), status.opened(), measured.orElse(null));
        states.update(SectorClose.of(status, states.latest()));
        if (measured.isPresent()) {
            states.learn(look.rule(), look.session(), measured.get());
        }
    }

    private boolean sampleIsDue(SectorLook look, ShockLevel before, SectorStatus status) {
        boolean stress = status.level() != ShockLevel.NONE;
        boolean changed = status.level() != before;
        return stress || changed || look.atClose() || look.now() - sampleEveryMillis >= status.sampledAt();
    }

    private void registerNext(SectorLook look, TimerService timers) throws Exception {

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
            boolean stress = states.status().level() != ShockLevel.NONE;
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
