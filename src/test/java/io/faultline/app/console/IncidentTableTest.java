package io.faultline.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.SessionPhase;
import io.faultline.shock.SectorSample;
import io.faultline.shock.ShockLevel;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentTableTest {

    @Test
    void anIncidentStaysOpenUntilItsResolution() {
        IncidentTable table = new IncidentTable();
        table.add(AlertExamples.opening());
        table.add(AlertExamples.closing());
        assertThat(table.open()).isEqualTo(1);
        table.add(AlertExamples.resolving());
        assertThat(table.open()).isZero();
        assertThat(table.size()).isEqualTo(1);
        assertThat(table.has("ai-infrastructure")).isTrue();
        assertThat(table.has("internet-platforms")).isFalse();
    }

    @Test
    void aRowShowsTheOnsetSessionAndTheEnd() {
        IncidentTable table = new IncidentTable();
        table.add(AlertExamples.opening());
        table.add(AlertExamples.closing());
        table.add(AlertExamples.resolving());
        assertThat(String.join("\n", table.lines(Palette.PLAIN))).isEqualTo("""
            incident             severity verdict     basis      conf        low     close        cap change revs
            ai-infrastructure    CRASH    AI_LINKED   PRECEDING  0.91   -16.40 %  -16.40 %   -1,100.0 bn USD    3
              onset 27 Jan 09:30:04 (14:30:04Z), resolved 29 Jan 16:00:00 (21:00:00Z), -14.10 % in all""");
    }

    @Test
    void aRetractedIncidentIsNoLongerOpen() {
        IncidentTable table = new IncidentTable();
        table.add(AlertExamples.opening());
        table.add(AlertExamples.retracting());

        assertThat(table.open()).isZero();
        assertThat(table.lines(Palette.PLAIN).get(2)).endsWith("taken back 27 Jan 09:40:00 (14:40:00Z)");
    }

    @Test
    void aQuietSectorIsExplainedByItsDeepestSampleInTradingHours() {
        QuietSectors sectors = new QuietSectors();
        sectors.add(sample("internet-platforms", -0.011, SessionPhase.REGULAR, "2025-01-27T15:00:00Z"));
        sectors.add(sample("internet-platforms", -0.017, SessionPhase.REGULAR, "2025-01-27T14:40:00Z"));
        sectors.add(sample("internet-platforms", -0.060, SessionPhase.PRE_MARKET, "2025-01-27T13:00:00Z"));
        sectors.add(sample("memory-storage", -0.080, SessionPhase.REGULAR, "2025-01-27T15:00:00Z"));
        assertThat(sectors.lines("memory-storage"::equals))
                .containsExactly("internet-platforms: nothing opened. Deepest on 27 Jan 09:40:00 (14:40:00Z): -1.70 %,"
                        + " breadth 100 %, excess -0.3 points; no collapse: too shallow");
    }

    private static SectorSample sample(String sector, double fall, SessionPhase phase, String at) {
        return new SectorSample(
                1,
                sector,
                sector + "@1",
                AlertExamples.MONDAY,
                phase,
                Instant.parse(at),
                ShockLevel.NONE,
                AlertExamples.figures(fall, fall, 0),
                8,
                List.of(),
                List.of(),
                "no collapse: too shallow");
    }
}
