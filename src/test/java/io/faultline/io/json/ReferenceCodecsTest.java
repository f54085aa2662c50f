package io.faultline.io.json;

import static io.faultline.io.json.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.rules.EstimationWindow;
import io.faultline.rules.SectorRule;
import io.faultline.rules.Thresholds;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Listings, calendar entries and rules. */
class ReferenceCodecsTest {

    private static final String LISTING =
            "{\"symbol\":\"NVDA\",\"mic\":\"XNAS\",\"asOf\":\"2025-01-27\",\"kind\":\"STOCK\",\"issuer\":\"nvda\",";
    private static final String RULE = "{\"ruleId\":\"chips\",\"sector\":\"chips\",\"state\":\"ACTIVE\","
            + "\"homeMic\":\"XNAS\",\"benchmark\":\"SPY@ARCX\",\"exposure\":{\"terms\":[],\"aiSensitivity\":0.8},";
    private static final String NVDA = "\"members\":[\"NVDA@XNAS\"]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "MISSING_FIELD    | `\"currency\":\"USD\"}`",
                "MISSING_FIELD    | `\"currency\":\"JPY\",\"sharesOutstanding\":1}`",
                "MISSING_FIELD    | `\"currency\":\"USD\",\"sharesOutstanding\":1,\"referenceClose\":142.62}`",
                "MISSING_FIELD    | `\"currency\":\"USD\",\"sharesOutstanding\":1,\"referenceDate\":\"2025-01-24\"}`",
                "OUT_OF_RANGE     | `\"currency\":\"usd\",\"sharesOutstanding\":1,\"fxToUsd\":1}`",
                "OUT_OF_RANGE     | `\"currency\":\"USD\",\"sharesOutstanding\":1,\"fxToUsd\":0.9}`",
                "OUT_OF_RANGE     | `\"currency\":\"USD\",\"sharesOutstanding\":0}`",
                "OUT_OF_RANGE     | `\"currency\":\"USD\",\"sharesOutstanding\":1e400}`",
                "OUT_OF_RANGE     | `\"currency\":\"USD\",\"sharesOutstanding\":1,\"referenceClose\":1,\"referenceDate\":\"2025-01-27\"}`",
                "OUT_OF_RANGE     | `\"currency\":\"USD\",\"sharesOutstanding\":1,\"specialDividend\":-0.01}`",
                "OUT_OF_RANGE     | `\"currency\":\"USD\",\"sharesOutstanding\":1,\"specialDividend\":5,\"referenceClose\":5,\"referenceDate\":\"2025-01-24\"}`",
                "NEGATIVE_PRICE   | `\"currency\":\"USD\",\"sharesOutstanding\":1,\"referenceClose\":-1,\"referenceDate\":\"2025-01-24\"}`",
                "NOT_A_NUMBER     | `\"currency\":\"USD\",\"sharesOutstanding\":NaN}`",
                "WRONG_TYPE       | `\"currency\":\"USD\",\"sharesOutstanding\":\"many\"}`",
                "WRONG_TYPE       | `\"currency\":\"USD\",\"sharesOutstanding\":1,\"referenceClose\":1,\"referenceDate\":\"24.1.2025\"}`",
                "ABSURD_TIMESTAMP | `\"currency\":\"USD\",\"sharesOutstanding\":1,\"referenceClose\":1,\"referenceDate\":\"1970-01-01\"}`",
                "TRAILING_DATA    | `\"currency\":\"USD\",\"sharesOutstanding\":1},`",
                "DUPLICATE_FIELD  | `\"currency\":\"USD\",\"sharesOutstanding\":1,\"kind\":\"BENCHMARK\"}`",
            })
    void refusesListings(ErrorClass errorClass, String tail) {
        assertRefused(new ListingCodec(), errorClass, LISTING + tail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "MISSING_FIELD    | `{\"mic\":\"XNAS\",\"date\":\"2025-01-09\"}`",
                "WRONG_TYPE       | `{\"mic\":\"XNAS\",\"date\":\"2025-01-09\",\"closed\":\"yes\"}`",
                "WRONG_TYPE       | `{\"mic\":\"XNAS\",\"date\":\"2025-01-09\",\"closed\":false,\"close\":\"25:00\"}`",
                "WRONG_TYPE       | `{\"mic\":\"XNAS\",\"date\":\"9 Jan\",\"closed\":true}`",
                "OUT_OF_RANGE     | `{\"mic\":\"XNAS\",\"date\":\"2025-01-09\",\"closed\":true,\"close\":\"13:00\"}`",
                "OUT_OF_RANGE     | `{\"mic\":\"XNAS\",\"date\":\"2025-01-09\",\"closed\":false,\"open\":\"13:00\",\"close\":\"09:30\"}`",
                "UNKNOWN_FIELD    | `{\"mic\":\"XNAS\",\"date\":\"2025-01-09\",\"closed\":false,\"closes\":\"13:00\"}`",
                "OUT_OF_RANGE     | `{\"mic\":\"ZZZZ\",\"date\":\"2025-01-09\",\"closed\":true}`",
                "OUT_OF_RANGE     | `{\"mic\":\"XNAS\",\"date\":\"2025-01-09\",\"closed\":false,\"close\":\"08:00\"}`",
                "OUT_OF_RANGE     | `{\"mic\":\"XNAS\",\"date\":\"2025-01-09\",\"closed\":false,\"open\":\"17:00\"}`",
            })
    void refusesCalendarEntries(ErrorClass errorClass, String json) {
        assertRefused(new CalendarCodec(), errorClass, json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "UNKNOWN_FIELD | `\"version\":1,\"members\":[\"NVDA@XNAS\"],\"memebrs\":[]}`",
                "UNKNOWN_FIELD | `\"version\":1,\"members\":[\"NVDA@XNAS\"],\"thresholds\":{\"colapseReturn\":-0.06}}`",
                "UNKNOWN_VALUE | `\"version\":1,\"members\":[\"NVDA@XNAS\"],\"state\":\"ON\"}`",
                "WRONG_TYPE    | `\"version\":1.5,\"members\":[\"NVDA@XNAS\"]}`",
                "WRONG_TYPE    | `\"version\":1,\"members\":[\"NVDA@XNAS\"],\"thresholds\":{\"freshForSeconds\":\"5 min\"}}`",
                "NOT_A_NUMBER  | `\"version\":1,\"members\":[\"NVDA@XNAS\"],\"thresholds\":{\"beta\":NaN}}`",
                "OUT_OF_RANGE  | `\"version\":1,\"members\":[\"NVDA@XNAS\"],\"thresholds\":{\"beta\":1e400}}`",
                "UNKNOWN_FIELD | `\"version\":1,\"members\":[\"NVDA@XNAS\"],\"estimation\":{\"gap\":10}}`",
                "WRONG_TYPE    | `\"version\":1,\"members\":[\"NVDA@XNAS\"],\"estimation\":{\"sessions\":60.5}}`",
                "INVALID_RULE  | `\"version\":1,\"members\":[\"NVDA@XNAS\"],\"estimation\":{\"sessions\":40,\"minSessions\":60}}`",
                "INVALID_RULE  | `\"version\":0,\"members\":[\"NVDA@XNAS\"]}`",
                "INVALID_RULE  | `\"version\":1,\"members\":[]}`",
                "INVALID_RULE  | `\"version\":1,\"members\":[\"NVDA\"]}`",
                "INVALID_RULE  | `\"version\":1,\"members\":[\"NVDA@XNAS\"],\"thresholds\":{\"collapseReturn\":-5}}`",
            })
    void refusesRules(ErrorClass errorClass, String tail) {
        String head = tail.contains("\"state\"") ? RULE.replace("\"state\":\"ACTIVE\",", "") : RULE;
        assertRefused(new RuleCodec(), errorClass, head + tail);
    }

    @Test
    void thresholdsThatAreLeftOutHaveTheirDefaults() throws RejectedRecordException {
        SectorRule none = rule("\"version\":1," + NVDA + "}");
        SectorRule one = rule("\"version\":1," + NVDA + ",\"thresholds\":{\"collapseReturn\":-0.06}}");

        assertThat(none.thresholds()).isEqualTo(Thresholds.defaults());
        assertThat(none.title()).isEqualTo("chips");
        assertThat(one.thresholds().collapseReturn()).isEqualTo(-0.06);
        assertThat(one.thresholds().crashReturn())
                .isEqualTo(Thresholds.defaults().crashReturn());
    }

    @Test
    void partsOfTheEstimationWindowThatAreLeftOutHaveTheirDefaults() throws RejectedRecordException {
        SectorRule none = rule("\"version\":1," + NVDA + "}");
        SectorRule one = rule("\"version\":1," + NVDA + ",\"estimation\":{\"sessions\":250}}");

        assertThat(none.estimation()).isEqualTo(EstimationWindow.defaults());
        assertThat(one.estimation()).isEqualTo(new EstimationWindow(250, 10, 60));
        SectorRule brief = rule("\"version\":1," + NVDA + ",\"estimation\":{\"sessions\":40}}");
        assertThat(brief.estimation())
                .as("a window that is shorter than the default of minSessions must be whole")
                .isEqualTo(new EstimationWindow(40, 10, 40));
    }

    @Test
    void listingKeyNamesDateAndVenue() {
        assertThat(ListingCodec.topicKey(WireSamples.listing())).isEqualTo("8035@XTKS|2025-01-27");
    }

    private static SectorRule rule(String tail) throws RejectedRecordException {
        return new RuleCodec().read((RULE + tail).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesARuleWhoseHomeMarketHasNoCalendar() {
        assertRefused(
                new RuleCodec(), ErrorClass.INVALID_RULE, RULE.replace("XNAS", "ZZZZ") + "\"version\":1," + NVDA + "}");
    }
}
