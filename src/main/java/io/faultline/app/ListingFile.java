package io.faultline.app;

import io.faultline.io.dataset.DataSetFile;
import io.faultline.io.json.ListingCodec;
import io.faultline.io.json.RejectedRecordException;
import io.faultline.market.Listing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A file of listings, one JSON object per line.
 *
 * @param listings the valid ones
 * @param problems one line each, with file and line number
 */
record ListingFile(List<Listing> listings, List<String> problems) {

    /**
     * Reads all lines.
     *
     * @throws UsageException if there is no such file
     * @throws io.faultline.io.dataset.DataSetException if it cannot be read
     */
    static ListingFile read(Path file) {
        InputFile.check(file);
        ListingFile read = new ListingFile(new ArrayList<>(), new ArrayList<>());
        ListingCodec codec = new ListingCodec();
        Set<String> keys = new HashSet<>();
        try (DataSetFile lines = DataSetFile.open(file)) {
            for (byte[] line = lines.nextBytes(); line != null; line = lines.nextBytes()) {
                read.take(line, lines, codec, keys);
            }
        }
        return read;
    }

    private void take(byte[] line, DataSetFile lines, ListingCodec codec, Set<String> keys) {
        try {
            Listing listing = codec.read(line);
            if (keys.add(ListingCodec.topicKey(listing))) {
                listings.add(listing);
            } else {
                problems.add(lines.wrong(ListingCodec.topicKey(listing) + " is there twice")
                        .getMessage());
            }
        } catch (RejectedRecordException e) {
            problems.add(lines.wrong(e.reason()).getMessage());
        }
    }
}
