package io.faultline.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Copies of one title must not use up what may be told of a story in a day. */
class StoryTellingTest {

    private static final String TARIFFS = "New tariffs on chips send stocks lower";
    private static final String EXPORTS = "Wall Street stocks plunge as export ban widens to server makers";
    private static final String TOKYO = "Tokyo chip shares slide as DeepSeek spooks traders";

    private final List<StoryTransition> told = new ArrayList<>();
    private StoryState state;
    private int count;

    @Test
    void copiesOfOneCauseLeaveRoomForAnother() {
        for (int i = 0; i < 4; i++) {
            news("2025-04-03T10:0" + i + ":00Z", TARIFFS);
        }
        news("2025-04-03T14:00:00Z", EXPORTS);

        assertThat(told).extracting(transition -> transition.cause().title()).containsExactly(TARIFFS, EXPORTS);
    }

    @Test
    void theFirstOfADayMayBeACopyOfYesterdays() {
        news("2025-04-03T10:00:00Z", TARIFFS);
        news("2025-04-04T10:00:00Z", TARIFFS);
        news("2025-04-04T10:01:00Z", TARIFFS);

        assertThat(told)
                .extracting(transition -> transition.cause().headlineId())
                .containsExactly("h0", "h1");
    }

    @Test
    void copiesOfARecapLeaveRoomForAnother() {
        news("2025-01-20T16:00:00Z", "DeepSeek-R1 released");
        told.clear();
        for (int i = 0; i < 4; i++) {
            news("2025-01-27T12:0" + i + ":00Z", TOKYO);
        }
        news("2025-01-27T15:00:00Z", "Nvidia plunges at the open on Wall Street in DeepSeek rout");

        assertThat(told)
                .extracting(transition -> transition.cause().title().substring(0, 5))
                .containsExactly("Tokyo", "Nvidi");
    }

    private void news(String at, String title) {
        ClassifiedHeadline item = Headlines.classified("h" + count++, at, title);
        StoryStep step = StoryChain.apply(state, item, item.knownAt());
        state = step.state();
        if (step.transition() != null) {
            told.add(step.transition());
        }
    }
}
