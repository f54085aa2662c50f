package io.faultline.io.dataset;

import io.faultline.market.Listing;
import io.faultline.market.TradingCalendars;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The prices of a set: exactly one of {@code ticks.jsonl}, {@code bars.csv} and {@code anchors.csv}. */
final class PriceFiles {

    private static final List<String> NAMES = List.of(TickFile.NAME, BarFile.NAME, AnchorFile.NAME);

    private final DataSetFiles files;
    private final Manifest manifest;
    private final Map<String, Tape> tapes = new HashMap<>();

    /** @param listings say on which venue a symbol of {@code bars.csv} and {@code anchors.csv} is listed */
    PriceFiles(DataSetFiles files, Manifest manifest, List<Listing> listings) {
        this.files = files;
        this.manifest = manifest;
        listings.forEach(listing -> tapes.put(listing.symbol(), new Tape(listing.symbol(), listing.mic())));
        long present = NAMES.stream().filter(name -> present(files, name)).count();
        if (present != 1) {
            throw new DataSetException(manifest.name() + ": a data set has exactly one of " + String.join(", ", NAMES)
                    + " (or .gz of it), this one has " + present);
        }
    }

    /** All ticks in time order, from the beginning. */
    TickStream open() {
        Optional<DataSetFile> ticks = files.open(TickFile.NAME);
        if (ticks.isPresent()) {
            return new TickFile(ticks.get());
        }
        Optional<DataSetFile> bars = files.open(BarFile.NAME);
        if (bars.isPresent()) {
            return new BarFile(bars.get(), tapes, TradingCalendars.shipped()).ticks();
        }
        DataSetFile anchors =
                files.open(AnchorFile.NAME).orElseThrow(() -> new DataSetException(AnchorFile.NAME + " has gone"));
        return new AnchorFile(anchors).ticks(tapes, manifest.pace(), manifest.seed());
    }

    private static boolean present(DataSetFiles files, String name) {
        Optional<DataSetFile> file = files.open(name);
        file.ifPresent(DataSetFile::close);
        return file.isPresent();
    }
}
