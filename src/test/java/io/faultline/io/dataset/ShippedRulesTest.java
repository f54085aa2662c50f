package io.faultline.io.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.io.json.RuleCodec;
import io.faultline.news.TitleText;
import io.faultline.rules.RuleState;
import io.faultline.rules.RuleValidation;
import io.faultline.rules.SectorRule;
import io.faultline.rules.Thresholds;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ShippedRulesTest {

    private static final List<SectorRule> RULES = RuleFile.shipped();

    @Test
    void fifteenSectorsEachUnderItsOwnName() {
        assertThat(RULES)
                .extracting(SectorRule::sector)
                .containsExactly(
                        "ai-infrastructure",
                        "semiconductors",
                        "memory-storage",
                        "software",
                        "cybersecurity",
                        "it-services",
                        "financial-data",
                        "brokers-wealth",
                        "insurance-brokers",
                        "freight-logistics",
                        "regional-banks",
                        "internet-platforms",
                        "utilities",
                        "pharma",
                        "oil-gas");
        assertThat(RULES).allSatisfy(rule -> assertThat(rule.ruleId()).isEqualTo(rule.sector()));
    }

    @Test
    void allAreValidActiveAndMeasuredAgainstTheSameMarket() {
        assertThat(RULES).allSatisfy(rule -> {
            assertThat(RuleValidation.problems(rule)).isEmpty();
            assertThat(rule.state()).isEqualTo(RuleState.ACTIVE);
            assertThat(rule.homeMic()).isEqualTo("XNAS");
            assertThat(rule.benchmark()).isEqualTo("SPY@ARCX");
            assertThat(rule.thresholds()).isEqualTo(Thresholds.defaults());
            assertThat(rule.members()).hasSizeGreaterThanOrEqualTo(5);
        });
    }

    @Test
    void aPublishedRuleIsTheSameRule() throws Exception {
        RuleCodec codec = new RuleCodec();
        for (SectorRule rule : RULES) {
            assertThat(codec.read(codec.write(rule))).isEqualTo(rule);
        }
    }

    @Test
    void aSymbolHasOneVenueInAllSectors() {
        List<String> listings = RULES.stream()
                .flatMap(rule -> rule.members().stream())
                .distinct()
                .toList();
        assertThat(listings.stream().map(ShippedRulesTest::symbol)).doesNotHaveDuplicates();
    }

    /** Titles are compared in lower case, and a short word of everyday English would name the sector in any of them. */
    @Test
    void termsAreLowerCaseOnceEachAndNoPlainWords() {
        List<String> words = List.of("arm", "now", "net", "ups", "ice", "key", "gen", "it", "on");
        assertThat(RULES)
                .allSatisfy(rule -> assertThat(rule.exposure().terms())
                        .doesNotHaveDuplicates()
                        .doesNotContainAnyElementsOf(words)
                        .allSatisfy(
                                term -> assertThat(term).isEqualTo(term.strip().toLowerCase(Locale.ROOT)))
                        .allSatisfy(term -> assertThat(TitleText.fold(term)).isNotBlank()));
    }

    @Test
    void everySectorIsNamedInThreeWritings() {
        assertThat(RULES).allSatisfy(rule -> {
            List<String> terms = rule.exposure().terms();
            assertThat(terms).anyMatch(term -> term.chars().allMatch(c -> c < 128));
            assertThat(terms).anyMatch(ShippedRulesTest::isSimplified);
            assertThat(terms).anyMatch(term -> !TitleText.fold(term).equals(term));
        });
    }

    private static boolean isSimplified(String term) {
        return term.chars().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                && TitleText.fold(term).equals(term);
    }

    private static String symbol(String listingKey) {
        return listingKey.substring(0, listingKey.indexOf('@'));
    }
}
