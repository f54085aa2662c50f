package io.faultline.io.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.Listing;
import io.faultline.market.ListingKind;
import io.faultline.market.Tick;
import io.faultline.market.TradingCalendars;
import io.faultline.market.TradingDay;
import io.faultline.market.TradingSession;
import io.faultline.news.DatePrecision;
import io.faultline.news.Headline;
import io.faultline.rules.RuleState;
import io.faultline.rules.SectorRule;
import io.faultline.rules.Thresholds;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class Jan2025DataSetTest {

    private static final DataSet DATA = DataSet.shipped("jan-2025");
    private static final List<String> DAYS =
            List.of("2025-01-21", "2025-01-22", "2025-01-23", "2025-01-24", "2025-01-27", "2025-01-28", "2025-01-29");
    private static final Set<String> BIG =
            Set.of("NVDA", "AVGO", "TSM", "MU", "AMD", "AMZN", "META", "GOOGL", "ORCL", "SPY");

    @Test
    void sectorsHaveTheirMembers() {
        Map<String, String> members = new TreeMap<>();
        DATA.rules().forEach(rule -> members.put(rule.ruleId(), symbols(rule)));
        assertThat(members)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ai-infrastructure",
                        "NVDA AVGO TSM MRVL MU ARM ALAB CRDO COHR LITE CIEN ANET CLS DELL SMCI HPE GLW VRT ETN"
                                + " GEV CEG VST PWR FIX NVT MOD POWL ORCL",
                        "semiconductors",
                        "NVDA AVGO TSM AMD QCOM TXN INTC MU ADI MRVL ARM ASML AMAT LRCX KLAC NXPI MCHP ON MPWR"
                                + " TER",
                        "memory-storage",
                        "MU WDC STX SNDK NTAP PSTG",
                        "internet-platforms",
                        "GOOGL GOOG META AMZN NFLX DASH ABNB BKNG"));
    }

    @Test
    void rulesAreActiveWithTheDefaultThresholds() {
        assertThat(DATA.rules()).allSatisfy(rule -> {
            assertThat(rule.state()).isEqualTo(RuleState.ACTIVE);
            assertThat(rule.thresholds()).isEqualTo(Thresholds.defaults());
            assertThat(rule.benchmark()).isEqualTo("SPY@ARCX");
            assertThat(rule.homeMic()).isEqualTo("XNAS");
            assertThat(rule.exposure().terms())
                    .hasSizeGreaterThan(10)
                    .doesNotHaveDuplicates()
                    .allMatch(term -> term.equals(term.toLowerCase(Locale.ROOT)));
        });
    }

    @Test
    void everyMemberButSandiskIsListed() {
        Set<String> listed = new HashSet<>();
        DATA.listings().forEach(listing -> listed.add(listing.listingKey()));
        Set<String> missing = new TreeSet<>();
        DATA.rules().forEach(rule -> missing.addAll(rule.members()));
        missing.removeAll(listed);
        assertThat(missing).containsExactly("SNDK@XNAS");
        assertThat(listed).hasSize(55).contains("SPY@ARCX").doesNotContain("SNDK@XNAS");
    }

    @Test
    void listingsRefer() {
        assertThat(DATA.listings()).allSatisfy(listing -> {
            assertThat(listing.asOf()).isEqualTo(TradingDay.parse("2025-01-21"));
            assertThat(listing.referenceDate()).isEqualTo(TradingDay.parse("2025-01-17"));
            assertThat(listing.referenceClose()).isPositive();
        });
        Map<String, Listing> bySymbol = new HashMap<>();
        DATA.listings().forEach(listing -> bySymbol.put(listing.symbol(), listing));
        assertThat(bySymbol.get("NVDA").sharesOutstanding()).isEqualTo(24.49e9);
        assertThat(bySymbol.get("AVGO").sharesOutstanding()).isEqualTo(4_687_356_156.0);
        assertThat(bySymbol.get("GOOG").issuer())
                .isEqualTo(bySymbol.get("GOOGL").issuer());
        assertThat(bySymbol.get("GOOG").sharesOutstanding())
                .isEqualTo(bySymbol.get("GOOGL").sharesOutstanding());
        assertThat(bySymbol.get("SPY").kind()).isEqualTo(ListingKind.BENCHMARK);
        assertThat(bySymbol.get("SPY").marketCapUsd()).isEqualTo(52e12);
    }

    @Test
    void headlinesAreManyInThreeWritingsAndWithinTheSpan() {
        List<Headline> headlines = DATA.headlines();
        Map<String, Integer> byLanguage = new HashMap<>();
        headlines.forEach(headline -> byLanguage.merge(headline.lang(), 1, Integer::sum));
        assertThat(headlines).hasSizeGreaterThanOrEqualTo(70);
        assertThat(byLanguage.keySet()).containsExactlyInAnyOrder("en", "zh-Hans", "zh-Hant");
        assertThat(byLanguage.get("zh-Hans") + byLanguage.get("zh-Hant"))
                .isGreaterThanOrEqualTo((headlines.size() + 2) / 3);
        assertThat(byLanguage.get("zh-Hant")).isGreaterThanOrEqualTo(10);
        assertThat(headlines).allSatisfy(headline -> {
            assertThat(headline.earliestKnownAt()).isBetween(DATA.start(), DATA.end());
            assertThat(headline.title()).isNotBlank().hasSizeLessThan(120);
        });
        assertThat(headlines.stream().map(Headline::title)).doesNotHaveDuplicates();
        assertThat(headlines)
                .filteredOn(headline -> headline.datePrecision() == DatePrecision.DAY)
                .hasSizeGreaterThan(3);
    }

    @Test
    void attentionToTheReleaseRisesBeforeTheOpenOfTheTwentySeventh() {
        Map<String, Integer> perDay = new TreeMap<>();
        DATA.headlines().stream()
                .filter(headline -> headline.title().contains("DeepSeek"))
                .map(Headline::earliestKnownAt)
                .filter(known -> known.isBefore(Instant.parse("2025-01-27T14:30:00Z")))
                .forEach(known -> perDay.merge(known.toString().substring(8, 10), 1, Integer::sum));
        assertThat(perDay.values().stream().mapToInt(Integer::intValue).sum()).isBetween(20, 45);
        int quiet = perDay.get("21") + perDay.get("22") + perDay.get("23");
        int loud = perDay.get("24") + perDay.get("25") + perDay.get("26");
        assertThat(loud).isGreaterThanOrEqualTo(4 * quiet);
    }

    @Test
    void firstHeadlineOfTheReleaseIsDatedTheTwentieth() {
        Headline first = DATA.headlines().stream()
                .filter(headline -> headline.title().contains("DeepSeek-R1"))
                .findFirst()
                .orElseThrow();
        assertThat(first.publishedAt()).isEqualTo(Instant.parse("2025-01-20T16:03:00Z"));
    }

    /** One pass over all prints: order, hours, opens and closes. */
    @Test
    void everyListingTradesFromOpenToCloseOnAllSevenDays() {
        Map<String, TradingSession> sessions = new HashMap<>();
        DAYS.forEach(day -> sessions.put(
                day,
                TradingCalendars.shipped()
                        .of("XNAS")
                        .session(TradingDay.parse(day))
                        .orElseThrow()));
        Map<String, Tick> first = new HashMap<>();
        Map<String, Tick> last = new HashMap<>();
        long count = 0;
        long backwards = 0;
        long now = 0;
        try (TickStream ticks = DATA.ticks()) {
            while (ticks.hasNext()) {
                Tick tick = ticks.next();
                backwards += tick.ts() < now ? 1 : 0;
                now = tick.ts();
                String key = tick.symbol() + " "
                        + Instant.ofEpochMilli(now).toString().substring(0, 10);
                first.putIfAbsent(key, tick);
                last.put(key, tick);
                count++;
            }
        }
        assertThat(count).isBetween(2_200_000L, 2_600_000L);
        assertThat(backwards).isZero();
        assertThat(first).hasSize(55 * 7);
        first.forEach((key, tick) -> {
            long open = sessions.get(key.substring(key.length() - 10)).open();
            assertThat(tick.ts()).isBetween(open, open + (BIG.contains(tick.symbol()) ? 3_000 : 20_000));
        });
        last.forEach((key, tick) -> {
            long close = sessions.get(key.substring(key.length() - 10)).close();
            assertThat(tick.ts()).isBetween(close - 1_000, close - 1);
        });
        assertThat(first.get("NVDA 2025-01-27").price()).isEqualTo(124.80);
        assertThat(last.get("NVDA 2025-01-24").price()).isEqualTo(142.62);
        assertThat(last.get("NVDA 2025-01-27").price()).isEqualTo(118.42);
        assertThat(last.get("NVDA 2025-01-28").price()).isEqualTo(128.99);
        assertThat(last.get("NVDA 2025-01-29").price()).isEqualTo(123.70);
        assertThat(last.get("AVGO 2025-01-27").price()).isEqualTo(202.13);
        assertThat(last.get("SPY 2025-01-27").price()).isEqualTo(599.37);
    }

    private static String symbols(SectorRule rule) {
        return String.join(
                " ",
                Arrays.asList(rule.members().stream()
                        .map(member -> member.substring(0, member.indexOf('@')))
                        .toArray(String[]::new)));
    }
}
