package io.faultline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.DrawdownFigures;
import io.faultline.shock.ShockLevel;
import org.junit.jupiter.api.Test;

/** The gauges of the sectors. */
class SectorBoardTest {

    private static final DrawdownFigures FALLEN =
            new DrawdownFigures(-0.12, -0.11, null, null, null, null, null, 0.9, 0.8, 0.97, -4e11, null, null, 0);

    private final RecordedMetrics metrics = new RecordedMetrics();
    private final SectorBoard board = new SectorBoard(metrics.group());

    @Test
    void eachSectorShowsItsNewestFigures() {
        board.show("chips", FALLEN, ShockLevel.WATCH, 0.7);
        board.show("chips", FALLEN, ShockLevel.CRASH, 0.7);
        board.show("banks", FALLEN, ShockLevel.NONE, Double.NaN);

        assertThat(metrics.value("rule.chips.capWeightedReturn")).isEqualTo(-0.12);
        assertThat(metrics.value("rule.chips.equalWeightedReturn")).isEqualTo(-0.11);
        assertThat(metrics.value("rule.chips.breadth")).isEqualTo(0.9);
        assertThat(metrics.value("rule.chips.coverage")).isEqualTo(0.97);
        assertThat(metrics.value("rule.chips.capChangeUsd")).isEqualTo(-4e11);
        assertThat(metrics.value("rule.chips.coverageNeeded")).isEqualTo(0.7);
        assertThat(metrics.value("rule.banks.coverageNeeded")).isNaN();
        assertThat(metrics.value("rule.chips.level")).isEqualTo(3);
        assertThat(metrics.value("rule.banks.level")).isZero();
    }

    @Test
    void aSectorThatCannotBeMeasuredShowsNoFigureAndNotAnOldOne() {
        board.show("chips", FALLEN, ShockLevel.CRASH, 0.7);
        board.blank("chips", 0.7);

        assertThat(metrics.value("rule.chips.capWeightedReturn")).isNaN();
        assertThat(metrics.value("rule.chips.level")).isNaN();
        assertThat(metrics.value("rule.chips.coverageNeeded"))
                .as("that it should be measured is known all the same")
                .isEqualTo(0.7);
    }
}
