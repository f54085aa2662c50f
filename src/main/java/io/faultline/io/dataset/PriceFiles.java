package io.faultline.io.dataset;

import io.faultline.market.Listing;
import io.faultline.market.TradingCalendars;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The prices of a set: exactly one of {@code ticks.jsonl}, {@code bars.csv} and {@code anchors.csv}. */
final class PriceFiles {

    private static final List<String> NAMES = List.of(TickFile.NAME, BarFile.NAME, AnchorFile.NAME);

    private final DataSetFiles files;
    private final Manifest manifest;
    private final TradingCalendars calendars;
    private final Tapes tapes;
    private BarFile bars;
    private AnchorFile anchors;

    /** @param listings say on which venue a symbol of {@code bars.csv} and {@code anchors.csv} is listed */
    PriceFiles(DataSetFiles files, Manifest manifest, List<Listing> listings, TradingCalendars calendars) {
        this.files = files;
        this.manifest = manifest;
        this.calendars = calendars;
        this.tapes = new Tapes(listings);
        long present = NAMES.stream().filter(name -> present(files, name)).count();
        if (present != 1) {
            throw new DataSetException(manifest.name() + ": a data set has exactly one of " + String.join(", ", NAMES)
                    + " (or .gz of it), this one has " + present);
        }
    }

    /** All ticks in time order, from the beginning; bars and anchors are read once and held. */
    TickStream open(DailyPrints dailyPrints) {
        if (bars == null && anchors == null) {
            Optional<DataSetFile> ticks = files.open(TickFile.NAME);
            if (ticks.isPresent()) {
                return new TickFile(ticks.get());
            }
            read();
        }
        return bars != null ? bars.ticks(dailyPrints) : anchors.ticks(manifest.pace(), manifest.seed());
    }

    /** Rows of {@code bars.csv} and {@code anchors.csv} that no listing names, by symbol; known once opened. */
    SortedMap<String, Integer> unlisted() {
        if (bars != null) {
            return bars.unlisted();
        }
        return anchors != null ? anchors.unlisted() : new TreeMap<>();
    }

    private void read() {
        Optional<DataSetFile> barFile = files.open(BarFile.NAME);
        if (barFile.isPresent()) {
            bars = new BarFile(barFile.get(), tapes, calendars);
        } else {
            anchors = new AnchorFile(
                    files.open(AnchorFile.NAME).orElseThrow(() -> new DataSetException(AnchorFile.NAME + " has gone")),
                    tapes);
        }
    }

    private static boolean present(DataSetFiles files, String name) {
        Optional<DataSetFile> file = files.open(name);
        file.ifPresent(DataSetFile::close);
        return file.isPresent();
    }
}
