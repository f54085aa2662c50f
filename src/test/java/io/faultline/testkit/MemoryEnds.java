package io.faultline.testkit;

import io.faultline.shock.Alert;
import io.faultline.shock.SectorSample;
import io.faultline.stream.DeadLetter;
import io.faultline.stream.EventTime;
import io.faultline.stream.InboundCalendar;
import io.faultline.stream.InboundHeadline;
import io.faultline.stream.InboundListing;
import io.faultline.stream.InboundRule;
import io.faultline.stream.InboundTick;
import io.faultline.stream.ShockSinks;
import io.faultline.stream.ShockSources;
import io.faultline.stream.StreamSettings;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** All ends of the graph in memory. Fill the lists, attach, execute, drain. */
public final class MemoryEnds {

    public final List<InboundTick> ticks = new ArrayList<>();
    public final List<InboundHeadline> headlines = new ArrayList<>();
    public final List<InboundListing> listings = new ArrayList<>();
    public final List<InboundRule> rules = new ArrayList<>();
    public final List<InboundCalendar> calendars = new ArrayList<>();

    public final MemoryOutput<Alert> alerts = new MemoryOutput<>();
    public final MemoryOutput<Alert> incidents = new MemoryOutput<>();
    public final MemoryOutput<SectorSample> sectors = new MemoryOutput<>();
    public final MemoryOutput<DeadLetter> deadLetters = new MemoryOutput<>();

    /** Bounded sources over the lists as they are now. */
    public ShockSources sources(StreamSettings settings) {
        List<MarketRecord> records = new ArrayList<>(listingRecords());
        records.addAll(tickRecords());
        return sources(settings, records);
    }

    /** The same, but no listing is read before the last tick. */
    public ShockSources sourcesWithListingsLast(StreamSettings settings) {
        List<MarketRecord> records = new ArrayList<>(tickRecords());
        records.addAll(listingRecords());
        return sources(settings, records);
    }

    private List<MarketRecord> listingRecords() {
        return listings.stream().map(listing -> new MarketRecord(listing, null)).toList();
    }

    private List<MarketRecord> tickRecords() {
        return ticks.stream().map(tick -> new MarketRecord(null, tick)).toList();
    }

    private ShockSources sources(StreamSettings settings, List<MarketRecord> records) {
        return sources(settings, new MarketFeed(env -> env.fromData(records, TypeInformation.of(MarketRecord.class))));
    }

    /** Listings and ticks from elsewhere, the rest from the lists. */
    public ShockSources sources(StreamSettings settings, MarketFeed market) {
        return new ShockSources(
                market.ticks(settings),
                new MemoryInput<>(InboundHeadline.class, headlines, EventTime.headlines(settings)),
                market.listings(),
                new MemoryInput<>(InboundRule.class, rules, EventTime.reference()),
                new MemoryInput<>(InboundCalendar.class, calendars, EventTime.reference()));
    }

    public ShockSinks sinks() {
        return new ShockSinks(alerts, incidents, sectors, deadLetters);
    }

    /** Runs the job that was built on these ends; returns at once. */
    public JobClient execute(StreamExecutionEnvironment env) throws Exception {
        if (!ticks.isEmpty()) {
            // Listings must not wait in a half-filled network buffer while the ticks run through.
            env.setBufferTimeout(0);
        }
        JobClient job = env.executeAsync();
        List.of(alerts, incidents, sectors, deadLetters).forEach(MemoryOutput::start);
        return job;
    }
}
