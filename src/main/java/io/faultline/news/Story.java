package io.faultline.news;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One story of a chain.
 *
 * @param id {@code vendor/model}, {@code vendor/*} or {@code rival/CAUSE}
 * @param lastAt knowledge time of its newest headline, epoch milliseconds
 * @param releasedAt knowledge time of the newest release that was told on; {@link #NOT_RELEASED} if there was none
 * @param attention sum of the weights of its headlines, each halved every
 *     {@link StoryHeat#ATTENTION_HALF_LIFE_DAYS} days, as of {@code lastAt}
 * @param headlines strongest ones, oldest first, at most {@link #MAX_HEADLINES}
 * @param tickers what the sources of those headlines attached; a headline without any is left out
 * @param told transitions already told today
 */
public record Story(
        String id,
        long lastAt,
        long releasedAt,
        double attention,
        List<StoryHeadline> headlines,
        List<HeadlineTickers> tickers,
        ToldToday told) {

    /** {@code releasedAt} of a story without a release. */
    public static final long NOT_RELEASED = Long.MIN_VALUE;

    /** Most headlines kept. */
    public static final int MAX_HEADLINES = 12;

    /** Most tickers kept of a headline, and told with a story. */
    public static final int MAX_SYMBOLS = 16;

    /** State from before tickers were kept by headline has none. */
    public Story {
        tickers = tickers == null ? List.of() : tickers;
    }

    static Story opened(String id, long at) {
        return new Story(id, at, NOT_RELEASED, 0.0, List.of(), List.of(), ToldToday.NOTHING);
    }

    /** Tickers that the sources of some of its headlines attached, in the order of those; at most {@link #MAX_SYMBOLS}. */
    List<String> tickersOf(List<StoryHeadline> some) {
        return some.stream()
                .flatMap(headline -> tickers.stream()
                        .filter(attached -> attached.headlineId().equals(headline.headlineId())))
                .flatMap(attached -> attached.symbols().stream())
                .distinct()
                .limit(MAX_SYMBOLS)
                .toList();
    }

    /** With what the source of one of its headlines attached, in place of what it did before. */
    Story withTickers(String headlineId, List<String> symbols) {
        List<HeadlineTickers> all = new ArrayList<>(tickers);
        all.removeIf(attached -> attached.headlineId().equals(headlineId));
        if (!symbols.isEmpty()) {
            all.add(new HeadlineTickers(headlineId, symbols));
        }
        return new Story(id, lastAt, releasedAt, attention, headlines, List.copyOf(all), told).withHeadlines(headlines);
    }

    boolean released() {
        return releasedAt != NOT_RELEASED;
    }

    Story withHeadlines(List<StoryHeadline> kept) {
        Set<String> ids = kept.stream().map(StoryHeadline::headlineId).collect(Collectors.toSet());
        List<HeadlineTickers> left = tickers.stream()
                .filter(attached -> ids.contains(attached.headlineId()))
                .toList();
        return new Story(id, lastAt, releasedAt, attention, kept, left, told);
    }

    Story withTold(ToldToday now) {
        return new Story(id, lastAt, releasedAt, attention, headlines, tickers, now);
    }

    Story withRelease(long at) {
        return new Story(id, lastAt, at, attention, headlines, tickers, told);
    }

    Story withAttention(double value) {
        return new Story(id, lastAt, releasedAt, value, headlines, tickers, told);
    }
}
