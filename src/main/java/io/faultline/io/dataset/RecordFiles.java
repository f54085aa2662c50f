package io.faultline.io.dataset;

import io.faultline.io.json.CalendarCodec;
import io.faultline.io.json.HeadlineCodec;
import io.faultline.io.json.ListingCodec;
import io.faultline.market.CalendarEntry;
import io.faultline.market.Listing;
import io.faultline.market.TradingCalendars;
import io.faultline.news.Headline;
import io.faultline.news.HeadlineAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The files of a set that hold one record in wire format per line and are read as a whole. */
final class RecordFiles {

    private RecordFiles() {}

    /** Listings in the order of the file; a listing has one record for a date. */
    static List<Listing> listings(DataSetFile file) {
        Set<String> seen = new HashSet<>();
        return new JsonLines<>(file, new ListingCodec())
                .all(listing -> seen.add(ListingCodec.topicKey(listing))
                        ? null
                        : "listing " + listing.listingKey() + " as of " + listing.asOf() + " appears twice");
    }

    /** Closures and special hours in the order of the file, of venues with a calendar. */
    static List<CalendarEntry> calendars(DataSetFile file) {
        TradingCalendars shipped = TradingCalendars.shipped();
        return new JsonLines<>(file, new CalendarCodec()).all(entry -> {
            try {
                shipped.with(entry);
                return null;
            } catch (IllegalArgumentException e) {
                return e.getMessage();
            }
        });
    }

    /**
     * Headlines in the order in which they could be known; heartbeats are left out, and so are wordings, such as those dated
     * by the day, that were corrected before they could be known.
     *
     * @throws DataSetException at the first line that is no headline
     */
    static List<Headline> headlines(DataSetFile file) {
        return headlines(file, problem -> {
            throw new DataSetException(problem);
        });
    }

    /**
     * The same without lines that are none.
     *
     * @param bad takes what is wrong with lines that are left out
     */
    static List<Headline> headlines(DataSetFile file, Consumer<String> bad) {
        Set<String> ids = new HashSet<>();
        List<Headline> all = new JsonLines<>(file, new HeadlineCodec())
                .good(
                        headline -> headline.action() != HeadlineAction.CREATED || ids.add(headline.id())
                                ? null
                                : "headline " + headline.id() + " appears twice",
                        bad);
        return heard(all).stream()
                .sorted(Comparator.comparing(Headline::earliestKnownAt))
                .toList();
    }

    private static List<Headline> heard(List<Headline> all) {
        Map<String, Instant> corrected = new HashMap<>();
        List<Headline> heard = new ArrayList<>();
        // From the last line to the first: wordings of a headline stand in the order of their coming.
        for (int i = all.size() - 1; i >= 0; i--) {
            Headline headline = all.get(i);
            Instant correction = corrected.get(headline.id());
            boolean late = correction != null && correction.isBefore(headline.earliestKnownAt());
            if (headline.action() != HeadlineAction.HEARTBEAT && !late) {
                heard.add(headline);
            }
            if (headline.action() == HeadlineAction.UPDATED || headline.action() == HeadlineAction.DELETED) {
                corrected.merge(headline.id(), headline.earliestKnownAt(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        Collections.reverse(heard);
        return heard;
    }
}
