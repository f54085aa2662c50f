package io.faultline.traps;

import io.faultline.FaultlineJob;
import io.faultline.FaultlineTopology;
import io.faultline.io.dataset.DataSet;
import io.faultline.io.dataset.TickStream;
import io.faultline.market.MemberDrawdown;
import io.faultline.market.Tick;
import io.faultline.market.TradingCalendar;
import io.faultline.market.TradingDay;
import io.faultline.news.Headline;
import io.faultline.shock.Alert;
import io.faultline.shock.AlertState;
import io.faultline.shock.RunMode;
import io.faultline.shock.SectorSample;
import io.faultline.stream.DeadLetter;
import io.faultline.stream.InboundHeadline;
import io.faultline.stream.InboundListing;
import io.faultline.stream.InboundTick;
import io.faultline.stream.ReferenceSnapshot;
import io.faultline.stream.StreamSettings;
import io.faultline.testkit.MemoryEnds;
import io.faultline.testkit.SmallMarket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The whole set once through the real graph, ends in memory; shared by all tests of the traps. */
final class TrapRun {

    private static final StreamSettings REPLAY = StreamSettings.defaults(
                    RunMode.REPLAY, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
            .sampledEvery(Duration.ofDays(1));
    private static final int DAYS_AFTER = 6;

    private static TrapRun done;

    private final List<Alert> alerts;
    private final List<SectorSample> samples;
    private final List<DeadLetter> deadLetters;

    private TrapRun(MemoryEnds ends) {
        alerts = ends.alerts.drain().stream()
                .sorted(Comparator.comparing(Alert::sector)
                        .thenComparing(Alert::tradeDate)
                        .thenComparing(Alert::revision))
                .toList();
        samples = ends.sectors.drain().stream()
                .sorted(Comparator.comparing(SectorSample::sector).thenComparing(SectorSample::at))
                .toList();
        deadLetters = ends.deadLetters.drain();
    }

    /** The run; the first caller waits for it. */
    static synchronized TrapRun result() {
        if (done == null) {
            try {
                done = run();
            } catch (Exception e) {
                throw new AssertionError("the traps did not run through", e);
            }
        }
        return done;
    }

    List<Alert> alerts() {
        return alerts;
    }

    /** All revisions of a sector, oldest first. */
    List<Alert> alerts(String sector) {
        return alerts.stream().filter(alert -> alert.sector().equals(sector)).toList();
    }

    /** States of all revisions of a sector, oldest first. */
    List<AlertState> states(String sector) {
        return alerts(sector).stream().map(Alert::state).toList();
    }

    List<SectorSample> samples(String sector) {
        return samples.stream().filter(sample -> sample.sector().equals(sector)).toList();
    }

    /** The samples taken at a close, of all sectors. */
    List<SectorSample> closings() {
        TradingCalendar home = TrapDataSet.calendars().of("XNAS");
        return samples.stream()
                .filter(sample -> home.session(sample.sessionDate())
                        .filter(session -> session.close() == sample.at().toEpochMilli())
                        .isPresent())
                .toList();
    }

    /** The sample of a sector at a close. */
    SectorSample closing(String sector, String day) {
        return closings().stream()
                .filter(sample -> sample.sector().equals(sector))
                .filter(sample -> sample.sessionDate().equals(TradingDay.parse(day)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no close of " + sector + " on " + day));
    }

    /** One of the worst members of a sample. */
    static MemberDrawdown member(SectorSample sample, String symbol) {
        return member(sample.worst(), symbol);
    }

    /** One of the members of a revision. */
    static MemberDrawdown member(Alert alert, String symbol) {
        return member(alert.members(), symbol);
    }

    private static MemberDrawdown member(List<MemberDrawdown> members, String symbol) {
        return members.stream()
                .filter(member -> member.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no member " + symbol + " in " + members));
    }

    List<DeadLetter> deadLetters() {
        return deadLetters;
    }

    private static TrapRun run() throws Exception {
        DataSet data = DataSet.open(TrapDataSet.DIRECTORY);
        MemoryEnds ends = filled(data);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, new Configuration());
        FaultlineJob.protect(env);
        FaultlineTopology.build(
                env, REPLAY, new ReferenceSnapshot(data.rules(), data.calendars()), ends.sources(REPLAY), ends.sinks());
        ends.execute(env);
        return new TrapRun(ends);
    }

    private static MemoryEnds filled(DataSet data) {
        MemoryEnds ends = new MemoryEnds();
        data.listings().forEach(listing -> ends.listings.add(new InboundListing(listing, 0, null)));
        try (TickStream ticks = data.ticks()) {
            ticks.forEachRemaining(tick -> ends.ticks.add(inbound(tick)));
        }
        Instant end = data.end().plus(Duration.ofDays(DAYS_AFTER));
        for (Instant at = data.end(); at.isBefore(end); at = at.plus(Duration.ofHours(1))) {
            ends.ticks.add(inbound(SmallMarket.heartbeat(at)));
        }
        data.headlines().forEach(headline -> ends.headlines.add(inbound(headline)));
        ends.headlines.add(inbound(SmallMarket.headlineHeartbeat(end)));
        return ends;
    }

    private static InboundTick inbound(Tick tick) {
        return new InboundTick(tick, tick.ts(), null);
    }

    private static InboundHeadline inbound(Headline headline) {
        return new InboundHeadline(headline, headline.earliestKnownAt().toEpochMilli(), null);
    }
}
