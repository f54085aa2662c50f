package io.faultline.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.news.SectorAttention;
import org.junit.jupiter.api.Test;

/** The gauges of what sectors hear. */
class AttentionBoardTest {

    private final RecordedMetrics metrics = new RecordedMetrics();
    private final AttentionBoard board = new AttentionBoard(metrics.group());

    @Test
    void eachSectorShowsHeadlinesADay() {
        board.show("chips", new SectorAttention(1, 1, 0));
        board.show("chips", new SectorAttention(10, 22, 0));

        assertThat(metrics.value("rule.chips.newsPerDay")).isCloseTo(10 * Math.log(2), within(1e-9));
        assertThat(metrics.value("rule.chips.usualNewsPerDay")).isCloseTo(2 * Math.log(2), within(1e-9));
    }

    @Test
    void aRuleThatIsGoneShowsNoFigureUntilItIsBack() {
        board.blank("chips");
        board.show("chips", new SectorAttention(10, 22, 0));
        board.blank("chips");
        assertThat(metrics.value("rule.chips.newsPerDay")).isNaN();
        assertThat(metrics.value("rule.chips.usualNewsPerDay")).isNaN();

        board.show("chips", SectorAttention.from(0));
        assertThat(metrics.value("rule.chips.newsPerDay")).isZero();
    }
}
