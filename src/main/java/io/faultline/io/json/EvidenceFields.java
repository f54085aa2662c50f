package io.faultline.io.json;

import io.faultline.news.HeadlineKind;
import io.faultline.shock.Evidence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The headlines inside an alert. */
final class EvidenceFields {

    private static final int MAX_COUNT = 100;
    private static final int MAX_AGE = 10_000;

    private EvidenceFields() {}

    static List<Evidence> read(Fields parent, String name) throws RejectedRecordException {
        List<Evidence> evidence = new ArrayList<>();
        for (Fields fields : parent.objects(name, MAX_COUNT)) {
            evidence.add(new Evidence(
                    fields.text("headlineId", Limits.ID_LENGTH),
                    fields.text("title", Limits.HEADLINE_BYTES),
                    fields.word("kind", HeadlineKind.class),
                    fields.text("story", Limits.ID_LENGTH),
                    fields.instant("publishedAt"),
                    fields.whole("ageSessions", 0, MAX_AGE),
                    fields.number("novelty", 0, 1),
                    fields.number("weight", 0, 1)));
        }
        return evidence;
    }

    static void write(JsonOut out, Evidence evidence) throws IOException {
        out.text("headlineId", evidence.headlineId());
        out.text("title", evidence.title());
        out.word("kind", evidence.kind());
        out.text("story", evidence.story());
        out.instant("publishedAt", evidence.publishedAt());
        out.whole("ageSessions", evidence.ageSessions());
        out.number("novelty", evidence.novelty());
        out.number("weight", evidence.weight());
    }
}
