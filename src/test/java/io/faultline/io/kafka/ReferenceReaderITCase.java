package io.faultline.io.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.faultline.market.Listing;
import io.faultline.market.TradingDay;
import io.faultline.testkit.KafkaTestbed;
import io.faultline.testkit.SmallMarket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The snapshot from a real broker. */
@Timeout(120)
class ReferenceReaderITCase {

    @Test
    void holdsTheListingsThatTheRulesNameFromTheOneInForceOn() throws Exception {
        try (KafkaTestbed kafka = KafkaTestbed.start()) {
            kafka.publish(SmallMarket.rule());
            kafka.publish(Stream.of("2025-01-20", "2025-01-22", "2025-01-24")
                    .flatMap(asOf -> Stream.of(listing("AAA", asOf), listing("ZZZ", asOf)))
                    .toList());
            ReferenceReader reader = new ReferenceReader(kafka.settings().client());

            List<Listing> all = reader.read(kafka.topics(), null).listings();
            List<Listing> recent =
                    reader.read(kafka.topics(), TradingDay.parse("2025-01-23")).listings();

            assertThat(all)
                    .extracting(Listing::symbol, listing -> listing.asOf().toString())
                    .containsExactly(
                            tuple("AAA", "2025-01-20"), tuple("AAA", "2025-01-22"), tuple("AAA", "2025-01-24"));
            assertThat(recent).isEqualTo(all.subList(1, 3));
        }
    }

    private static Listing listing(String symbol, String asOf) {
        Listing usual = SmallMarket.listings().get(0);
        return new Listing(
                symbol,
                usual.mic(),
                TradingDay.parse(asOf),
                symbol,
                symbol,
                usual.kind(),
                usual.currency(),
                usual.fxToUsd(),
                usual.sharesOutstanding(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
