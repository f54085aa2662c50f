package io.faultline.news;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One headline as it came over the wire. Its text is untrusted data.
 *
 * @param id the source's id, stable over updates
 * @param publishedAt time of publication as the source states it
 * @param datePrecision how exactly that is known
 * @param receivedAt when the feed got it; may be null
 * @param source name of the source, may be null
 * @param lang BCP 47 tag such as {@code en}, {@code zh-Hans}, {@code zh-Hant}; may be null
 * @param title the headline's text; empty for DELETED and HEARTBEAT
 * @param url may be null
 * @param symbols tickers the source attached; may be empty
 * @param action what the record says
 */
public record Headline(
        String id,
        Instant publishedAt,
        DatePrecision datePrecision,
        Instant receivedAt,
        String source,
        String lang,
        String title,
        String url,
        List<String> symbols,
        HeadlineAction action) {

    /** Earliest time at which the content can have been known here: never looks ahead within a day. */
    public Instant earliestKnownAt() {
        Instant published = datePrecision == DatePrecision.DAY
                ? publishedAt
                        .truncatedTo(ChronoUnit.DAYS)
                        .plus(Duration.ofDays(1))
                        .minusMillis(1)
                : publishedAt;
        return receivedAt != null && receivedAt.isAfter(published) ? receivedAt : published;
    }
}
