package io.faultline.traps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.TradingDay;
import io.faultline.shock.Alert;
import io.faultline.shock.AlertStage;
import io.faultline.shock.AlertState;
import io.faultline.shock.SectorSample;
import io.faultline.shock.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Days that are shorter, shifted against UTC, or not there. */
class CalendarTrapsITCase {

    private static final String[] HALF = {"HALA@XNAS", "HALB@XNAS", "HALC@XNAS"};
    private static final String[] SUMMER = {"DSTA@XNAS", "DSTB@XNAS", "DSTC@XNAS"};
    private static final String[] MOURNING = {"MOUA@XNYS", "MOUB@XNYS", "MOUC@XNYS"};
    private static final String[] PUBLISHED = {"PUBA@XNAS", "PUBB@XNAS", "PUBC@XNAS"};

    static void write(TrapTape tape) {
        halfDay(tape);
        summerTime(tape);
        mourning(tape);
        publishedClosure(tape);
    }

    /** Friday 2024-11-29 ends at 13:00; after it all trade at -20 %, and nothing else is heard till Monday. */
    private static void halfDay(TrapTape tape) {
        tape.market("2024-11-29", 0.0);
        tape.market("2024-12-02", 0.0);
        tape.stocks("2024-11-29", 100, HALF);
        for (String key : HALF) {
            tape.print(key, "2024-11-29T09:30:00", 98, "O");
            tape.trades(key, "2024-11-29T12:50:00", 92);
            tape.trades(key, "2024-11-29T14:00:00", 80);
            tape.day(key, "2024-12-02", 91.9, 92);
        }
    }

    /** Monday 2025-03-10, the first day of summer time in New York: the open is at 13:30Z. */
    private static void summerTime(TrapTape tape) {
        tape.market("2025-03-10", 0.0);
        tape.stocks("2025-03-10", 100, SUMMER);
        for (String key : SUMMER) {
            tape.day(key, "2025-03-10", 94, 93.5);
        }
    }

    /** A fall on Wednesday 2025-01-08; no session on the 9th, though one stock is printed; a quiet Friday. */
    private static void mourning(TrapTape tape) {
        tape.market("2025-01-08", 0.0);
        tape.market("2025-01-10", 0.0);
        tape.stocks("2025-01-08", 100, MOURNING);
        for (String key : MOURNING) {
            fall(tape, key, "2025-01-08");
            tape.day(key, "2025-01-10", 92.4, 92.5);
        }
        tape.print("MOUA@XNYS", "2025-01-09T11:00:00", 91.5, "");
    }

    /** The same around two days that only calendars.jsonl knows: closed on 2025-03-12, till 13:00 on the 13th. */
    private static void publishedClosure(TrapTape tape) {
        tape.market("2025-03-11", 0.0);
        tape.market("2025-03-13", 0.0);
        tape.market("2025-03-14", 0.0);
        tape.stocks("2025-03-11", 100, PUBLISHED);
        for (String key : PUBLISHED) {
            fall(tape, key, "2025-03-11");
            tape.day(key, "2025-03-13", 92.4, 92.5);
            tape.day(key, "2025-03-14", 92.5, 92.5);
        }
    }

    private static void fall(TrapTape tape, String key, String date) {
        tape.print(key, date + "T09:30:00", 99, "O");
        tape.trades(key, date + "T15:50:00", 92);
    }

    @Test
    void aHalfDayClosesAtItsOwnCloseThoughNothingIsHeardAfterIt() {
        List<Alert> alerts = TrapRun.result().alerts("trap-half-day");
        Alert close = only(alerts, AlertStage.CLOSE);
        Instant bell = Instant.parse("2024-11-29T18:00:00Z");

        assertThat(close.sessionDate()).isEqualTo(TradingDay.parse("2024-11-29"));
        assertThat(close.detectedAt()).isBetween(bell, bell.plusSeconds(120));
        assertThat(close.drawdown().capWeightedReturn()).isCloseTo(-0.08, within(1e-9));
    }

    @Test
    void printsAfterAHalfDayBelongToMonday() {
        SectorSample monday = TrapRun.result().closing("trap-half-day", "2024-12-02");

        assertThat(TrapRun.member(monday, "HALA").referenceClose()).isEqualTo(92);
        assertThat(monday.drawdown().capWeightedReturn()).isCloseTo(0.0, within(1e-9));
    }

    @Test
    void theOpenOfSummerTimeIsRegularTrading() {
        Alert open = TrapRun.result().alerts("trap-summer-time").get(0);

        assertThat(open.state()).isEqualTo(AlertState.OPEN);
        assertThat(open.stage()).isEqualTo(AlertStage.OPEN);
        assertThat(open.onsetAt()).isBetween("2025-03-10T13:30:00Z", "2025-03-10T13:30:05Z");
    }

    /** Released on Thursday in trading hours: Friday is the first session that opened after it, Monday the second. */
    @Test
    void agesAreCountedInSessionsAcrossTheShift() {
        Alert open = TrapRun.result().alerts("trap-summer-time").get(0);

        assertThat(open.verdict()).isEqualTo(Verdict.AI_LINKED);
        assertThat(open.confidenceParts().recency()).isEqualTo(1.0);
        assertThat(open.evidence().get(0).ageSessions()).isEqualTo(2);
    }

    @Test
    void aDayOfMourningIsNoSession() {
        TrapRun run = TrapRun.result();
        List<Alert> alerts = run.alerts("trap-mourning");
        SectorSample friday = run.closing("trap-mourning", "2025-01-10");

        assertThat(alerts).extracting(Alert::sessionDate).doesNotContain(TradingDay.parse("2025-01-09"));
        assertThat(friday.memberCount()).isEqualTo(3);
        assertThat(friday.excluded()).isEmpty();
        assertThat(TrapRun.member(friday, "MOUA").referenceClose()).isEqualTo(92);
        Alert last = alerts.get(alerts.size() - 1);
        assertThat(last.state()).isEqualTo(AlertState.RESOLVE);
        assertThat(last.detectedAt()).isBetween("2025-01-13T21:00:00Z", "2025-01-13T21:02:00Z");
    }

    @Test
    void aPublishedClosureIsNoSessionAndAPublishedCloseIsTheClose() {
        TrapRun run = TrapRun.result();
        List<Alert> alerts = run.alerts("trap-published");
        SectorSample thursday = run.closing("trap-published", "2025-03-13");

        assertThat(alerts).extracting(Alert::sessionDate).doesNotContain(TradingDay.parse("2025-03-12"));
        assertThat(thursday.at()).isEqualTo("2025-03-13T17:00:00Z");
        assertThat(TrapRun.member(thursday, "PUBA").referenceClose()).isEqualTo(92);
        assertThat(thursday.excluded()).isEmpty();
        Alert last = alerts.get(alerts.size() - 1);
        assertThat(last.state()).isEqualTo(AlertState.RESOLVE);
        assertThat(last.sessionDate()).isEqualTo(TradingDay.parse("2025-03-14"));
    }

    private static Alert only(List<Alert> alerts, AlertStage stage) {
        List<Alert> found =
                alerts.stream().filter(alert -> alert.stage() == stage).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
