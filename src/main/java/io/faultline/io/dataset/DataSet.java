package io.faultline.io.dataset;

import io.faultline.market.CalendarEntry;
import io.faultline.market.Listing;
import io.faultline.market.Tick;
import io.faultline.market.TradingCalendars;
import io.faultline.news.Headline;
import io.faultline.rules.SectorRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A stretch of market history in a directory: {@code listings.jsonl}, prices, and optionally {@code rules.json},
 * {@code calendars.jsonl}, {@code headlines.jsonl}, {@code labels.csv} and {@code dataset.json} (which may name shipped
 * rules instead of {@code rules.json}). Reference data and headlines are held, ticks are streamed.
 */
public final class DataSet {

    private static final String FOLDER = "/datasets/";
    private static final List<String> SHIPPED = List.of("jan-2025");

    private final Manifest manifest;
    private final List<SectorRule> rules;
    private final List<Listing> listings;
    private final List<CalendarEntry> calendars;
    private final List<Label> labels;
    private final List<Headline> headlines;
    private final PriceFiles prices;
    private final Instant start;
    private final Instant end;

    private DataSet(DataSetFiles files, String name) {
        manifest = files.open("dataset.json")
                .map(file -> Manifest.read(file, name))
                .orElseGet(() -> Manifest.absent(name));
        listings = files.open("listings.jsonl")
                .map(RecordFiles::listings)
                .orElseThrow(() -> new DataSetException(name + ": listings.jsonl is missing"));
        Optional<List<SectorRule>> own = files.open("rules.json").map(RuleFile::read);
        if (own.isPresent() && !manifest.rules().isEmpty()) {
            throw new DataSetException("rules in dataset.json and in rules.json: keep one of them");
        }
        rules = own.orElseGet(() -> named(manifest.rules()));
        calendars = files.open("calendars.jsonl").map(RecordFiles::calendars).orElseGet(List::of);
        labels = files.open(LabelFile.NAME).map(LabelFile::read).orElseGet(List::of);
        headlines = files.open("headlines.jsonl").map(RecordFiles::headlines).orElseGet(List::of);
        prices = new PriceFiles(files, manifest, listings, tradingCalendars());
        start = manifest.start() != null ? manifest.start() : firstRecord();
        end = manifest.end() != null ? manifest.end() : lastRecord();
    }

    /**
     * Reads a directory.
     *
     * @throws DataSetException if it is no data set, naming file and line
     */
    public static DataSet open(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new DataSetException(directory + " is not a directory");
        }
        Path last = directory.toAbsolutePath().normalize().getFileName();
        return new DataSet(DataSetFiles.in(directory), last == null ? directory.toString() : last.toString());
    }

    /**
     * Reads a set that comes with the product.
     *
     * @throws DataSetException if there is none of that name
     */
    public static DataSet shipped(String name) {
        if (!SHIPPED.contains(name)) {
            throw new DataSetException("no data set '" + name + "': neither a directory nor one of " + SHIPPED);
        }
        return new DataSet(DataSetFiles.shipped(FOLDER + name), name);
    }

    /** Reads a directory if there is one of that name, else the shipped set. */
    public static DataSet find(String directoryOrName) {
        Path directory = Path.of(directoryOrName);
        return Files.isDirectory(directory) ? open(directory) : shipped(directoryOrName);
    }

    /** Names of the sets that come with the product. */
    public static List<String> shippedNames() {
        return SHIPPED;
    }

    /** Id. */
    public String name() {
        return manifest.name();
    }

    /** One line for people. */
    public String title() {
        return manifest.title();
    }

    /** Venue whose regular hours the set is about. */
    public String mic() {
        return manifest.mic();
    }

    /** Simulated time at which a replay starts. */
    public Instant start() {
        return start;
    }

    /** Simulated time at which the data ends. */
    public Instant end() {
        return end;
    }

    /** Sector rules; empty if the set brings none. */
    public List<SectorRule> rules() {
        return rules;
    }

    /** Reference data, in the order of the file. */
    public List<Listing> listings() {
        return listings;
    }

    /** Closures and special hours beyond the shipped calendars; empty if the set brings none. */
    public List<CalendarEntry> calendars() {
        return calendars;
    }

    /** The shipped calendars with the set's own days. */
    public TradingCalendars tradingCalendars() {
        TradingCalendars all = TradingCalendars.shipped();
        for (CalendarEntry entry : calendars) {
            all = all.with(entry);
        }
        return all;
    }

    /** What is known to have happened, in the order of {@code labels.csv}; empty if the set brings none. */
    public List<Label> labels() {
        return labels;
    }

    /** Headlines in the order in which they could be known. */
    public List<Headline> headlines() {
        return headlines;
    }

    /** All ticks in time order, from the beginning; each call starts anew. */
    public TickStream ticks() {
        return ticks(DailyPrints.OPEN_AND_CLOSE);
    }

    /** All ticks in time order, daily bars expanded as wanted. */
    public TickStream ticks(DailyPrints dailyPrints) {
        return prices.open(dailyPrints);
    }

    /** Rows of {@code bars.csv} or {@code anchors.csv} left out since no listing names their symbol, by symbol. */
    public SortedMap<String, Integer> unlisted() {
        return prices.unlisted();
    }

    /** Those of the product's rules that {@code dataset.json} names, in that order. */
    private List<SectorRule> named(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, SectorRule> shipped = new HashMap<>();
        RuleFile.shipped().forEach(rule -> shipped.put(rule.ruleId(), rule));
        for (String id : ids) {
            if (!shipped.containsKey(id)) {
                throw new DataSetException("dataset.json: no rule '" + id + "' comes with the product");
            }
        }
        return ids.stream().map(shipped::get).toList();
    }

    private Instant firstRecord() {
        Optional<Instant> news =
                headlines.stream().map(Headline::earliestKnownAt).findFirst();
        try (TickStream ticks = ticks()) {
            Instant price = ticks.hasNext() ? Instant.ofEpochMilli(ticks.next().ts()) : news.orElse(Instant.EPOCH);
            return news.filter(price::isAfter).orElse(price);
        }
    }

    /** Reads the prices once to their end. */
    private Instant lastRecord() {
        Instant last = headlines.isEmpty()
                ? Instant.EPOCH
                : headlines.get(headlines.size() - 1).earliestKnownAt();
        try (TickStream ticks = ticks()) {
            Tick newest = null;
            while (ticks.hasNext()) {
                newest = ticks.next();
            }
            Instant price = newest == null ? last : Instant.ofEpochMilli(newest.ts());
            return price.isAfter(last) ? price : last;
        }
    }
}
