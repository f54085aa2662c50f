package io.faultline;

import io.faultline.market.FeedPulse;
import io.faultline.market.MemberMove;
import io.faultline.news.ClassifiedHeadline;
import io.faultline.shock.Alert;
import io.faultline.shock.Basis;
import io.faultline.shock.IncidentInput;
import io.faultline.shock.RunMode;
import io.faultline.shock.SectorSample;
import io.faultline.shock.ShockMatch;
import io.faultline.shock.Signal;
import io.faultline.stream.ClassifyFunction;
import io.faultline.stream.ClockSource;
import io.faultline.stream.CorrectionFunction;
import io.faultline.stream.DeadLetter;
import io.faultline.stream.DeadLetterFunction;
import io.faultline.stream.ExposureFunction;
import io.faultline.stream.FeedPulseFunction;
import io.faultline.stream.FeedReport;
import io.faultline.stream.FeedWatchFunction;
import io.faultline.stream.InboundHeadline;
import io.faultline.stream.IncidentFunction;
import io.faultline.stream.IntakeFunction;
import io.faultline.stream.Intakes;
import io.faultline.stream.NewsEvent;
import io.faultline.stream.ReferenceBook;
import io.faultline.stream.ReferenceSnapshot;
import io.faultline.stream.ReferenceUpdate;
import io.faultline.stream.SectorDrawdownFunction;
import io.faultline.stream.SectorHeatFunction;
import io.faultline.stream.SectorMove;
import io.faultline.stream.SectorNews;
import io.faultline.stream.SectorRoutingFunction;
import io.faultline.stream.ShockMatchFunction;
import io.faultline.stream.ShockPattern;
import io.faultline.stream.ShockSinks;
import io.faultline.stream.ShockSources;
import io.faultline.stream.SideOutputs;
import io.faultline.stream.StoryFunction;
import io.faultline.stream.StreamInput;
import io.faultline.stream.StreamSettings;
import io.faultline.stream.SymbolInput;
import io.faultline.stream.SymbolMoveFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The whole job graph, top to bottom; where it reads and writes is given from outside.
 *
 * <pre>
 * listings ──────┐ (keyed by symbol, joined to ticks)      rules, calendars (broadcast)
 * ticks ──accept─┤
 *                └─ symbol moves ── routing ── sector drawdown ── samples
 *                                                      │
 *                                                   signals ──┬── CEP (release, amplification, collapse) ──┐
 * headlines ─accept─ kind ─ corrections ─┐             │      ├── CEP (collapse, attribution) ─────────────┤
 *                     ┌──────────────────┘             │      └──────────────────────────────────── incidents ── alerts
 *                     └─ stories ── exposure ── heat ──┘
 *
 * refused, late, ineligible ── dead letters
 * symbol moves, headlines ── feeds that are silent while open ── metrics
 * </pre>
 */
public final class FaultlineTopology {

    private final StreamExecutionEnvironment env;
    private final StreamSettings settings;
    private final ReferenceSnapshot initial;
    private DataStream<DeadLetter> refused;

    private FaultlineTopology(StreamExecutionEnvironment env, StreamSettings settings, ReferenceSnapshot initial) {
        this.env = env;
        this.settings = settings;
        this.initial = initial;
    }

    /**
     * Adds the job to the environment; changes no setting of it.
     *
     * @param initial rules and calendars already known; later ones on the topics take precedence
     */
    public static void build(
            StreamExecutionEnvironment env,
            StreamSettings settings,
            ReferenceSnapshot initial,
            ShockSources sources,
            ShockSinks sinks) {
        new FaultlineTopology(env, settings, initial).connect(sources, sinks);
    }

    private void connect(ShockSources sources, ShockSinks sinks) {
        BroadcastStream<ReferenceUpdate> reference = reference(sources);

        DataStream<SymbolInput> symbols = ticks(sources).union(listings(sources));
        DataStream<MemberMove> moves = symbolMoves(symbols, reference);
        SingleOutputStreamOperator<SectorSample> samples = sectorDrawdown(moves, reference);

        DataStream<InboundHeadline> headlines = headlines(sources);
        watchFeeds(moves, headlines, reference);
        DataStream<NewsEvent> news = news(headlines);
        DataStream<Signal> signals = samples.getSideOutput(SideOutputs.SIGNALS).union(newsSignals(news, reference));

        DataStream<ShockMatch> matches = matches(signals.keyBy(Signal::ruleId));
        DataStream<Alert> alerts = incidents(signals, matches, reference);

        sinks.alerts().attach(alerts).uid(OperatorIds.ALERT_SINK.uid()).name(OperatorIds.ALERT_SINK.title());
        sinks.incidents().attach(alerts).uid(OperatorIds.INCIDENT_SINK.uid()).name(OperatorIds.INCIDENT_SINK.title());
        sinks.sectors().attach(samples).uid(OperatorIds.SECTOR_SINK.uid()).name(OperatorIds.SECTOR_SINK.title());
        if (sinks.signals() != null) {
            sinks.signals().attach(signals).uid(OperatorIds.SIGNAL_SINK.uid()).name(OperatorIds.SIGNAL_SINK.title());
        }
        sinks.deadLetters()
                .attach(deadLetters())
                .uid(OperatorIds.DEAD_LETTER_SINK.uid())
                .name(OperatorIds.DEAD_LETTER_SINK.title());
    }

    private BroadcastStream<ReferenceUpdate> reference(ShockSources sources) {
        DataStream<ReferenceUpdate> rules =
                accept(sources.rules(), OperatorIds.RULE_SOURCE, Intakes.rules(), OperatorIds.RULE_INTAKE);
        DataStream<ReferenceUpdate> calendars = accept(
                sources.calendars(), OperatorIds.CALENDAR_SOURCE, Intakes.calendars(), OperatorIds.CALENDAR_INTAKE);
        return rules.union(calendars).broadcast(ReferenceBook.RULES, ReferenceBook.CALENDARS);
    }

    private DataStream<SymbolInput> ticks(ShockSources sources) {
        DataStream<SymbolInput> ticks =
                accept(sources.ticks(), OperatorIds.TICK_SOURCE, Intakes.ticks(), OperatorIds.TICK_INTAKE);
        return withClock(ticks, SymbolInput.class, OperatorIds.TICK_CLOCK);
    }

    private DataStream<SymbolInput> listings(ShockSources sources) {
        return accept(sources.listings(), OperatorIds.LISTING_SOURCE, Intakes.listings(), OperatorIds.LISTING_INTAKE);
    }

    private DataStream<InboundHeadline> headlines(ShockSources sources) {
        DataStream<InboundHeadline> headlines = accept(
                sources.headlines(), OperatorIds.HEADLINE_SOURCE, Intakes.headlines(), OperatorIds.HEADLINE_INTAKE);
        return withClock(headlines, InboundHeadline.class, OperatorIds.HEADLINE_CLOCK);
    }

    private DataStream<MemberMove> symbolMoves(
            DataStream<SymbolInput> symbols, BroadcastStream<ReferenceUpdate> reference) {
        return refusing(
                symbols.keyBy(SymbolInput::listingKey)
                        .connect(reference)
                        .process(new SymbolMoveFunction(settings, initial)),
                OperatorIds.SYMBOL_MOVES);
    }

    private SingleOutputStreamOperator<SectorSample> sectorDrawdown(
            DataStream<MemberMove> moves, BroadcastStream<ReferenceUpdate> reference) {
        DataStream<SectorMove> routed =
                named(moves.connect(reference).process(new SectorRoutingFunction(initial)), OperatorIds.SECTOR_ROUTING);
        return named(
                routed.keyBy(SectorMove::ruleId)
                        .connect(reference)
                        .process(new SectorDrawdownFunction(settings, initial)),
                OperatorIds.SECTOR_DRAWDOWN);
    }

    private void watchFeeds(
            DataStream<MemberMove> moves,
            DataStream<InboundHeadline> headlines,
            BroadcastStream<ReferenceUpdate> reference) {
        DataStream<FeedPulse> pulses = named(
                        moves.flatMap(FeedPulseFunction.ofMoves(settings.clock())), OperatorIds.PRINT_PULSES)
                .union(named(
                        headlines.flatMap(FeedPulseFunction.ofHeadlines(settings.clock())),
                        OperatorIds.HEADLINE_PULSES));
        named(
                        pulses.keyBy(FeedPulse::feed)
                                .connect(reference)
                                .process(new FeedWatchFunction(settings, initial)),
                        OperatorIds.FEED_WATCH)
                .sinkTo(new FeedReport(settings.mode()))
                .setParallelism(1)
                .uid(OperatorIds.FEED_REPORT.uid())
                .name(OperatorIds.FEED_REPORT.title());
    }

    /** Kinds are told where headlines are read: elsewhere the corrections of a headline would lose their order. */
    private DataStream<NewsEvent> news(DataStream<InboundHeadline> headlines) {
        SingleOutputStreamOperator<ClassifiedHeadline> classified = named(
                        headlines.process(new ClassifyFunction(settings.lexicon())), OperatorIds.HEADLINE_KIND)
                .setParallelism(headlines.getParallelism());
        DataStream<ClassifiedHeadline> current = refusing(
                classified.keyBy(CorrectionFunction::bucket).process(new CorrectionFunction(settings.lexicon())),
                OperatorIds.CORRECTIONS);
        SingleOutputStreamOperator<NewsEvent> stories =
                refusing(current.keyBy(ClassifiedHeadline::sentTo).process(new StoryFunction()), OperatorIds.STORIES);
        return stories.union(
                stories.getSideOutput(SideOutputs.COUNTED_HEADLINES), stories.getSideOutput(SideOutputs.WITHDRAWALS));
    }

    private DataStream<Signal> newsSignals(DataStream<NewsEvent> news, BroadcastStream<ReferenceUpdate> reference) {
        DataStream<SectorNews> exposed =
                named(news.connect(reference).process(new ExposureFunction(initial)), OperatorIds.EXPOSURE);
        return named(
                exposed.keyBy(SectorNews::ruleId).connect(reference).process(new SectorHeatFunction(initial)),
                OperatorIds.SECTOR_HEAT);
    }

    private DataStream<ShockMatch> matches(KeyedStream<Signal, String> signals) {
        SingleOutputStreamOperator<ShockMatch> preceding = cep(
                signals,
                ShockPattern.preceding(settings.maxReleaseAge()),
                Basis.PRECEDING,
                OperatorIds.SHOCK_PRECEDING);
        SingleOutputStreamOperator<ShockMatch> attribution = cep(
                signals,
                ShockPattern.attribution(settings.maxAttributionAge()),
                Basis.ATTRIBUTED,
                OperatorIds.SHOCK_ATTRIBUTION);
        refused = refused.union(named(
                preceding.getSideOutput(SideOutputs.LATE_SIGNALS).process(Intakes.lateSignals()),
                OperatorIds.LATE_SIGNALS));
        return preceding.union(attribution);
    }

    private SingleOutputStreamOperator<ShockMatch> cep(
            KeyedStream<Signal, String> signals, Pattern<Signal, ?> pattern, Basis basis, OperatorIds id) {
        return named(
                CEP.pattern(signals, pattern, ShockPattern.order())
                        .sideOutputLateData(SideOutputs.LATE_SIGNALS)
                        .process(new ShockMatchFunction(basis), TypeInformation.of(ShockMatch.class)),
                id);
    }

    private DataStream<Alert> incidents(
            DataStream<Signal> signals, DataStream<ShockMatch> matches, BroadcastStream<ReferenceUpdate> reference) {
        DataStream<IncidentInput> fromSignals =
                named(signals.map(IncidentInput::of).returns(IncidentInput.class), OperatorIds.INCIDENT_SIGNALS);
        DataStream<IncidentInput> fromMatches =
                named(matches.map(IncidentInput::of).returns(IncidentInput.class), OperatorIds.INCIDENT_MATCHES);
        return named(
                fromSignals
                        .union(fromMatches)
                        .keyBy(IncidentInput::ruleId)
                        .connect(reference)
                        .process(new IncidentFunction(settings, initial)),
                OperatorIds.INCIDENTS);
    }

    private DataStream<DeadLetter> deadLetters() {
        return named(
                refused.process(new DeadLetterFunction(settings.clock(), settings.deadLettersPerReason())),
                OperatorIds.DEAD_LETTERS);
    }

    /** LIVE only: lets the clock lead while the stream is silent. */
    private <T> DataStream<T> withClock(DataStream<T> stream, Class<T> type, OperatorIds id) {
        if (settings.mode() == RunMode.REPLAY) {
            return stream;
        }
        return stream.union(named(
                env.fromSource(
                                new ClockSource<T>(),
                                ClockSource.watermarks(settings),
                                id.title(),
                                TypeInformation.of(type))
                        .setParallelism(1),
                id));
    }

    /** A source and its door, chained: at another parallelism the records of one symbol would lose their order. */
    private <I, O> DataStream<O> accept(
            StreamInput<I> input, OperatorIds source, IntakeFunction<I, O> door, OperatorIds intake) {
        SingleOutputStreamOperator<I> records = named(input.attach(env), source);
        return refusing(records.process(door).setParallelism(records.getParallelism()), intake);
    }

    /** Names an operator and collects what it refuses. */
    private <T> SingleOutputStreamOperator<T> refusing(SingleOutputStreamOperator<T> stream, OperatorIds id) {
        DataStream<DeadLetter> letters = named(stream, id).getSideOutput(SideOutputs.DEAD_LETTERS);
        refused = refused == null ? letters : refused.union(letters);
        return stream;
    }

    private static <T> SingleOutputStreamOperator<T> named(SingleOutputStreamOperator<T> stream, OperatorIds id) {
        return stream.uid(id.uid()).name(id.title());
    }
}
