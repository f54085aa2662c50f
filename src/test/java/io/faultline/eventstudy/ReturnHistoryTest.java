package io.faultline.eventstudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.rules.EstimationWindow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnHistoryTest {

    /** Five sessions, two left out, at least three of the five. */
    private static final EstimationWindow WINDOW = new EstimationWindow(5, 2, 3);

    @ParameterizedTest(name = "after the closes 0 to {0}, session {1}: from {2} to {3}")
    @CsvSource({
        "4,  5,  0,  2", // the third return to leave the gap makes it warm
        "5,  6,  0,  3",
        "6,  7,  0,  4", // the window is full
        "20, 21, 14, 18",
        "20, 20, 13, 17", // the newest session again, as for a corrected close of it
        "20, 22, 15, 19" // a session without a close in between
    })
    void theWindowEndsBeforeTheGap(int newest, int judged, int first, int last) {
        ReturnHistory history = closes(0, newest);

        assertThat(history.model(judged, WINDOW)).isEqualTo(MarketModel.fit(returns(first, last)));
        assertThat(history.model(judged, WINDOW)).isPresent();
    }

    @Test
    void estimatesNothingUntilWarm() {
        assertThat(ReturnHistory.EMPTY.model(0, WINDOW)).isEmpty();
        assertThat(closes(0, 3).model(4, WINDOW)).isEmpty();
    }

    @Test
    void coolsDownWhenClosesStayAway() {
        ReturnHistory history = closes(0, 20);

        assertThat(history.model(25, WINDOW)).isEqualTo(MarketModel.fit(returns(18, 20)));
        assertThat(history.model(26, WINDOW)).isEmpty();
    }

    @Test
    void neitherTheSessionNorItsGapTakesPart() {
        ReturnHistory calm = closes(0, 20);
        ReturnHistory crash = calm;
        for (int session = 19; session <= 21; session++) {
            crash = crash.with(new DailyReturn(session, -0.2, 0.01), WINDOW);
        }

        assertThat(crash.model(21, WINDOW)).isEqualTo(calm.model(21, WINDOW));
        assertThat(crash.model(22, WINDOW)).isNotEqualTo(calm.model(22, WINDOW));
    }

    @Test
    void aCorrectedCloseReplacesTheOneToldBefore() {
        DailyReturn wrong = new DailyReturn(6, 0.5, -0.5);

        assertThat(closes(0, 5).with(wrong, WINDOW).with(close(6), WINDOW)).isEqualTo(closes(0, 6));
        assertThat(closes(0, 5).with(wrong, WINDOW).with(close(7), WINDOW).with(close(6), WINDOW))
                .isEqualTo(closes(0, 7));
    }

    @Test
    void remembersWindowAndGapBeforeTheNewestSession() {
        ReturnHistory history = closes(0, 1_000);

        assertThat(history.returns()).isEqualTo(returns(993, 1_000));
        assertThat(history.with(close(990), WINDOW)).isEqualTo(history);
    }

    @Test
    void aNarrowerWindowForgetsAndAWiderOneFillsUpAgain() {
        ReturnHistory narrow = closes(0, 20).with(close(21), new EstimationWindow(3, 0, 3));

        assertThat(narrow.returns()).isEqualTo(returns(18, 21));
        assertThat(narrow.model(22, WINDOW)).isEmpty();
        assertThat(narrow.with(close(22), WINDOW).model(23, WINDOW)).isEqualTo(MarketModel.fit(returns(18, 20)));
    }

    private static ReturnHistory closes(int first, int last) {
        ReturnHistory history = ReturnHistory.EMPTY;
        for (DailyReturn close : returns(first, last)) {
            history = history.with(close, WINDOW);
        }
        return history;
    }

    private static List<DailyReturn> returns(int first, int last) {
        List<DailyReturn> returns = new ArrayList<>();
        for (int session = first; session <= last; session++) {
            returns.add(close(session));
        }
        return returns;
    }

    private static DailyReturn close(int session) {
        return new DailyReturn(session, Math.sin(session * 1.7) / 50, Math.cos(session * 0.9) / 100);
    }
}
