package io.faultline.news;

import java.time.Instant;
import java.util.List;

/** Headlines for tests. */
final class Headlines {

    private Headlines() {}

    static Headline titled(String title) {
        return created("h", "2025-01-20T16:00:00Z", title);
    }

    static Headline created(String id, String at, String title) {
        return with(id, at, title, HeadlineAction.CREATED);
    }

    static Headline with(String id, String at, String title, HeadlineAction action) {
        return new Headline(
                id, Instant.parse(at), DatePrecision.TIME, null, "wire", "en", title, null, List.of("NVDA"), action);
    }

    /** As the classifier reads it, known when published. */
    static ClassifiedHeadline classified(Headline headline) {
        return new ClassifiedHeadline(
                headline,
                headline.publishedAt().toEpochMilli(),
                HeadlineClassifier.shipped().classify(headline));
    }

    static ClassifiedHeadline classified(String id, String at, String title) {
        return classified(created(id, at, title));
    }
}
