package io.faultline.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which records of a headline are overtaken by a correction that came before them. */
class CorrectionTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            UPDATED | 12 |    | CREATED | 10 |    | true
            UPDATED | 12 |    | CREATED | 23 |    | true
            UPDATED | 12 | 14 | CREATED | 12 | 15 | true
            UPDATED | 12 |    | UPDATED | 0  |    | false
            UPDATED | 12 |    | UPDATED | 11 |    | false
            UPDATED | 12 |    | UPDATED | 13 |    | false
            UPDATED | 12 | 14 | UPDATED | 11 | 15 | false
            UPDATED | 12 | 14 | UPDATED | 12 | 14 | false
            UPDATED | 12 | 14 | UPDATED | 13 | 13 | true
            UPDATED | 12 | 14 | UPDATED | 11 |    | false
            UPDATED | 12 |    | UPDATED | 11 | 13 | false
            UPDATED | 12 |    | DELETED | 11 |    | false
            DELETED | 12 |    | CREATED | 13 |    | true
            DELETED | 12 |    | UPDATED | 13 |    | true
            DELETED | 12 |    | DELETED | 11 |    | false
            """, delimiter = '|')
    void table(
            HeadlineAction action,
            int published,
            Integer received,
            HeadlineAction later,
            int laterPublished,
            Integer laterReceived,
            boolean outdated) {
        Correction correction = Correction.of(headline(action, published, received));

        assertThat(correction.outdates(headline(later, laterPublished, laterReceived)))
                .isEqualTo(outdated);
    }

    private static Headline headline(HeadlineAction action, int published, Integer received) {
        Instant receivedAt = received == null ? null : hour(received);
        return new Headline(
                "h", hour(published), DatePrecision.TIME, receivedAt, "wire", "en", "title", null, List.of(), action);
    }

    private static Instant hour(int hour) {
        return Instant.parse("2025-01-20T00:00:00Z").plusSeconds(3_600L * hour);
    }
}
