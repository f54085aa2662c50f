package io.faultline.news;

import java.util.List;

/**
 * One story of a chain.
 *
 * @param id {@code vendor/model}, {@code vendor/*} or {@code rival/CAUSE}
 * @param lastAt knowledge time of its newest headline, epoch milliseconds
 * @param releasedAt knowledge time of the newest release that was told on; {@link #NOT_RELEASED} if there was none
 * @param attention sum of the weights of its headlines, each halved every
 *     {@link StoryHeat#ATTENTION_HALF_LIFE_DAYS} days, as of {@code lastAt}
 * @param headlines strongest ones, oldest first, at most {@link #MAX_HEADLINES}
 * @param symbols tickers its sources attached, newest last, at most {@link #MAX_SYMBOLS}
 * @param told transitions already told today
 */
public record Story(
        String id,
        long lastAt,
        long releasedAt,
        double attention,
        List<StoryHeadline> headlines,
        List<String> symbols,
        ToldToday told) {

    /** {@code releasedAt} of a story without a release. */
    public static final long NOT_RELEASED = Long.MIN_VALUE;

    /** Most headlines kept. */
    public static final int MAX_HEADLINES = 12;

    /** Most tickers kept. */
    public static final int MAX_SYMBOLS = 16;

    static Story opened(String id, long at) {
        return new Story(id, at, NOT_RELEASED, 0.0, List.of(), List.of(), ToldToday.NOTHING);
    }

    boolean released() {
        return releasedAt != NOT_RELEASED;
    }

    Story withHeadlines(List<StoryHeadline> kept) {
        return new Story(id, lastAt, releasedAt, attention, kept, symbols, told);
    }

    Story withTold(ToldToday now) {
        return new Story(id, lastAt, releasedAt, attention, headlines, symbols, now);
    }

    Story withRelease(long at) {
        return new Story(id, lastAt, at, attention, headlines, symbols, told);
    }

    Story withAttention(double value) {
        return new Story(id, lastAt, releasedAt, value, headlines, symbols, told);
    }
}
