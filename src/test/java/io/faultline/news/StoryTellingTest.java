package io.faultline.news;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Copies of one title must not use up what may be told of a story in a day. */
class StoryTellingTest {

    private static final String TARIFFS = "New tariffs on chips send stocks lower";
    private static final String EXPORTS = "Wall Street stocks plunge as export ban widens to server makers";
    private static final String TOKYO = "Tokyo chip shares slide as DeepSeek spooks traders";

    private final PlayedChain chain = new PlayedChain();

    @Test
    void copiesOfOneCauseLeaveRoomForAnother() {
        for (int i = 0; i < 4; i++) {
            chain.news("2025-04-03T10:0" + i + ":00Z", TARIFFS);
        }
        chain.news("2025-04-03T14:00:00Z", EXPORTS);

        assertThat(chain.told())
                .extracting(transition -> transition.cause().title())
                .containsExactly(TARIFFS, EXPORTS);
    }

    @Test
    void theFirstOfADayMayBeACopyOfYesterdays() {
        chain.news("2025-04-03T10:00:00Z", TARIFFS);
        chain.news("2025-04-04T10:00:00Z", TARIFFS);
        chain.news("2025-04-04T10:01:00Z", TARIFFS);

        assertThat(chain.told())
                .extracting(transition -> transition.cause().headlineId())
                .containsExactly("h0", "h1");
    }

    @Test
    void copiesOfARecapLeaveRoomForAnother() {
        chain.news("2025-01-20T16:00:00Z", "DeepSeek-R1 released");
        for (int i = 0; i < 4; i++) {
            chain.news("2025-01-27T12:0" + i + ":00Z", TOKYO);
        }
        chain.news("2025-01-27T15:00:00Z", "Nvidia plunges at the open on Wall Street in DeepSeek rout");

        assertThat(chain.told())
                .extracting(transition -> transition.cause().title().substring(0, 5))
                .containsExactly("DeepS", "Tokyo", "Nvidi");
    }
}
