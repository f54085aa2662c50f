package io.faultline.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.io.dataset.DataSet;
import io.faultline.market.Listing;
import io.faultline.market.TradingDay;
import io.faultline.rules.SectorRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GapsTest {

    private static final DataSet DATA = DataSet.open(Path.of("src/test/resources/datasets/backtest-small"));
    private static final List<SectorRule> CHIPS = DATA.rules().stream()
            .filter(rule -> rule.ruleId().equals("small-chips"))
            .toList();
    private static final TradingDay LAST = TradingDay.parse("2024-06-14");

    @Test
    void nothingIsNamedWhereAllIsThere() {
        Gaps gaps = Gaps.of(CHIPS, chips(), keys(chips()), LAST);
        assertThat(gaps.notes(CHIPS)).isEmpty();
        assertThat(gaps.membersUnpriced()).isEmpty();
    }

    @Test
    void membersAndBenchmarksWithoutAListingAreNamed() {
        List<Listing> some = DATA.listings().stream()
                .filter(listing -> !Set.of("QCA", "SPY").contains(listing.symbol()))
                .toList();
        Gaps gaps = Gaps.of(CHIPS, some, keys(some), LAST);
        assertThat(gaps.notes(CHIPS))
                .containsExactly(
                        "small-chips: no listing of its benchmark SPY@ARCX, so nothing opens",
                        "small-chips: no listing of 1 of 5 members: QCA@XNAS");
        assertThat(gaps.membersUnlisted()).containsEntry("small-chips", List.of("QCA@XNAS"));
        assertThat(gaps.listingsUnpriced()).isEmpty();
    }

    @Test
    void membersBenchmarksAndListingsWithoutAPriceAreNamed() {
        Gaps gaps = Gaps.of(CHIPS, chips(), Set.of("QCA@XNAS", "QCB@XNAS", "QCC@XNAS", "QCD@XNAS"), LAST);
        assertThat(gaps.notes(CHIPS))
                .containsExactly(
                        "small-chips: no price of its benchmark SPY@ARCX, so nothing opens",
                        "small-chips: no price of 1 of 5 members: QCE@XNAS",
                        "no price of 2 listings: QCE@XNAS, SPY@ARCX");
        assertThat(gaps.benchmarksUnpriced()).containsEntry("small-chips", List.of("SPY@ARCX"));
    }

    @Test
    void listingsThatBeginAfterTheLastSessionAreNamed() {
        Gaps gaps = Gaps.of(CHIPS, chips(), keys(chips()), TradingDay.parse("2024-05-31"));
        assertThat(gaps.listingsNotInForce()).hasSize(6).contains("QCA@XNAS", "SPY@ARCX");
        assertThat(gaps.notes(CHIPS))
                .singleElement()
                .asString()
                .startsWith("not in force until after the last session, 6");
    }

    @Test
    void longListsAreCutInTheTextOnly() {
        List<String> names = IntStream.range(10, 25).mapToObj(i -> "S" + i).toList();
        assertThat(Gaps.named(names)).isEqualTo("S10, S11, S12, S13, S14, S15, S16, S17, S18, S19 and 5 more");
        assertThat(Gaps.named(names.subList(0, 10))).endsWith("S19");
    }

    private static List<Listing> chips() {
        return DATA.listings().stream()
                .filter(listing -> listing.symbol().matches("QC.|SPY"))
                .toList();
    }

    private static Set<String> keys(List<Listing> listings) {
        return listings.stream().map(Listing::listingKey).collect(java.util.stream.Collectors.toSet());
    }
}
