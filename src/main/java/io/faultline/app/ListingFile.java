package io.faultline.app;

import io.faultline.io.json.ListingCodec;
import io.faultline.io.json.RejectedRecordException;
import io.faultline.market.Listing;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
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
     * @throws UsageException if the file cannot be read
     */
    static ListingFile read(Path file) {
        InputFile.check(file);
        ListingFile read = new ListingFile(new ArrayList<>(), new ArrayList<>());
        ListingCodec codec = new ListingCodec();
        Set<String> keys = new HashSet<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            int number = 0;
            for (byte[] line = nextLine(in); line != null; line = nextLine(in)) {
                number++;
                if (line.length > 0) {
                    read.take(line, file + ":" + number + ": ", codec, keys);
                }
            }
        } catch (IOException e) {
            throw new UsageException(file + ": cannot be read (" + FailureReason.of(e) + ")", e);
        }
        return read;
    }

    private void take(byte[] line, String place, ListingCodec codec, Set<String> keys) {
        try {
            Listing listing = codec.read(line);
            if (keys.add(ListingCodec.topicKey(listing))) {
                listings.add(listing);
            } else {
                problems.add(place + ListingCodec.topicKey(listing) + " is there twice");
            }
        } catch (RejectedRecordException e) {
            problems.add(place + e.reason());
        }
    }

    /** Bytes up to the line's end: what is not UTF-8 is for the codec to refuse. Null at the end of the file. */
    private static byte[] nextLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (next != '\r') {
                line.write(next);
            }
            next = in.read();
        }
        return line.toByteArray();
    }
}
