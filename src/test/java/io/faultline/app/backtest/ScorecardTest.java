package io.faultline.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.io.dataset.Label;
import io.faultline.io.dataset.Label.Cause;
import io.faultline.market.TradingDay;
import io.faultline.shock.Basis;
import io.faultline.shock.Verdict;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorecardTest {

    private static final String MONDAY = "2025-01-27";
    private static final String TUESDAY = "2025-01-28";

    @Test
    void aLabelIsFoundByAnOpeningOrALegOfItsDayAndSectorOnly() {
        Scorecard card = card(
                List.of(label(MONDAY, "chips"), label(TUESDAY, "chips"), label(MONDAY, "banks")),
                List.of(opening(MONDAY, "chips", true), opening(TUESDAY, "banks", false)));

        assertThat(card.hits()).extracting(hit -> hit.label().sector()).containsExactly("chips");
        assertThat(card.missed())
                .extracting(Scorecard::day)
                .extracting(SectorDay::toString)
                .containsExactly("2025-01-27 banks", "2025-01-28 chips");
        assertThat(card.extra()).containsExactly(opening(TUESDAY, "banks", false));
        assertThat(card.recall()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(card.precision()).isEqualTo(0.5);
    }

    @Test
    void aLabelThatTheDataCannotFindCountsForNothing() {
        Scorecard card = Scorecard.of(List.of(label(MONDAY, "oil")), List.of(), day -> false);

        assertThat(card.notJudged()).containsExactly(label(MONDAY, "oil"));
        assertThat(card.missed()).isEmpty();
        assertThat(card.recall()).isNull();
        assertThat(card.precision()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "AI_LINKED,     true,  AI_LINKED,   rightlyLinked",
        "AI_LINKED,     true,  UNEXPLAINED, linkMissed",
        "AI_LINKED,     true,  OTHER_CAUSE, linkMissed",
        "NOT_AI_LINKED, true,  AI_LINKED,   falselyLinked",
        "NOT_AI_LINKED, true,  OTHER_CAUSE, rightlyOther",
        "NOT_AI_LINKED, true,  UNEXPLAINED, rightlyOther",
        "EITHER,        true,  AI_LINKED,   notJudged",
        "EITHER,        true,  UNEXPLAINED, notJudged",
        "AI_LINKED,     false, UNEXPLAINED, notJudged",
        "NOT_AI_LINKED, false, AI_LINKED,   notJudged",
    })
    void aVerdictIsJudgedByTheLabelOfItsDay(Cause cause, boolean newsInCorpus, Verdict told, String place) {
        Label label = new Label(TradingDay.parse(MONDAY), "chips", cause, newsInCorpus, "");
        VerdictScore score = VerdictScore.of(card(List.of(label), List.of(opening(MONDAY, "chips", told))));

        places().forEach(each ->
                assertThat(each.of(score)).as(each.name()).hasSize(each.name().equals(place) ? 1 : 0));
    }

    @Test
    void extraLinksAreFalseOnesAndDaysNotFoundAreMissedLinks() {
        Label found = new Label(TradingDay.parse(MONDAY), "chips", Cause.AI_LINKED, true, "");
        Label notFound = new Label(TradingDay.parse(TUESDAY), "chips", Cause.AI_LINKED, true, "");
        VerdictScore score = VerdictScore.of(card(
                List.of(found, notFound),
                List.of(
                        opening(MONDAY, "chips", Verdict.AI_LINKED),
                        opening(MONDAY, "banks", Verdict.AI_LINKED),
                        opening(TUESDAY, "banks", Verdict.UNEXPLAINED))));

        assertThat(score.extraLinked()).hasSize(1);
        assertThat(score.notFound()).containsExactly(notFound);
        assertThat(score.falseLinks()).isEqualTo(1);
        assertThat(score.precision()).isEqualTo(0.5);
        assertThat(score.recall()).isEqualTo(0.5);
    }

    private record Place(String name, Function<VerdictScore, List<Scorecard.Hit>> list) {
        List<Scorecard.Hit> of(VerdictScore score) {
            return list.apply(score);
        }
    }

    private static List<Place> places() {
        return List.of(
                new Place("rightlyLinked", VerdictScore::rightlyLinked),
                new Place("linkMissed", VerdictScore::linkMissed),
                new Place("falselyLinked", VerdictScore::falselyLinked),
                new Place("rightlyOther", VerdictScore::rightlyOther),
                new Place("notJudged", VerdictScore::notJudged));
    }

    private static Scorecard card(List<Label> labels, List<Opening> openings) {
        return Scorecard.of(labels, openings, day -> true);
    }

    private static Label label(String date, String sector) {
        return new Label(TradingDay.parse(date), sector, Cause.NOT_AI_LINKED, true, "");
    }

    private static Opening opening(String date, String sector, boolean onset) {
        SectorDay day = new SectorDay(TradingDay.parse(date), sector);
        return new Opening(day, "id-" + sector, onset, Verdict.UNEXPLAINED, null, 0.0, -0.06);
    }

    private static Opening opening(String date, String sector, Verdict verdict) {
        SectorDay day = new SectorDay(TradingDay.parse(date), sector);
        Basis basis = verdict == Verdict.AI_LINKED ? Basis.PRECEDING : null;
        return new Opening(day, "id-" + sector, true, verdict, basis, 0.5, -0.06);
    }
}
