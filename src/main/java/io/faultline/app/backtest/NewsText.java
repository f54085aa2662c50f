package io.faultline.app.backtest;

import io.faultline.app.console.Figures;
import io.faultline.app.console.TerminalText;
import io.faultline.market.TradingCalendar;
import io.faultline.market.TradingSession;
import io.faultline.news.StoryHeadline;
import io.faultline.shock.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The news that touched a sector in the sessions in which it can explain a fall. */
final class NewsText {

    private static final int SHOWN = 5;
    private static final int TITLE_COLUMNS = 90;

    private final TradingCalendar calendar;
    private final TradingSession session;
    private final int maxAgeSessions;

    /**
     * @param calendar of the sector's home market
     * @param session that is explained
     * @param maxAgeSessions older news is no explanation
     */
    NewsText(TradingCalendar calendar, TradingSession session, int maxAgeSessions) {
        this.calendar = calendar;
        this.session = session;
        this.maxAgeSessions = maxAgeSessions;
    }

    /** Per kind of signal how many there were, and the strongest by heat and exposure. */
    List<String> lines(List<Signal> signals) {
        Map<String, List<Signal>> byKind = new TreeMap<>();
        for (Signal signal : signals) {
            if (signal.story() != null && signal.at() <= session.close() && age(signal) <= maxAgeSessions) {
                byKind.computeIfAbsent(signal.kind().name(), kind -> new ArrayList<>())
                        .add(signal);
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("News that touched the sector, up to the close, at most " + maxAgeSessions + " sessions old"
                + (byKind.isEmpty() ? ": none" : ":"));
        byKind.forEach((kind, all) -> {
            lines.add(String.format(Locale.ROOT, "  %-14s %d", kind, all.size()));
            all.stream()
                    .sorted(Comparator.comparingDouble(NewsText::strength)
                            .reversed()
                            .thenComparing(Signal::at))
                    .limit(SHOWN)
                    .forEach(signal -> lines.add(line(signal)));
        });
        return lines;
    }

    private int age(Signal signal) {
        return calendar.sessionsOpenedBetween(signal.at(), session);
    }

    private static double strength(Signal signal) {
        return signal.story().exposure() * (1 + signal.story().transition().heat());
    }

    private String line(Signal signal) {
        StoryHeadline cause = signal.story().transition().cause();
        return String.format(
                Locale.ROOT,
                "    %2d sessions  %s  %-24s heat %.2f exposure %.2f  %s",
                age(signal),
                Figures.publication(cause.publishedAt()),
                TerminalText.clean(signal.story().transition().story()),
                signal.story().transition().heat(),
                signal.story().exposure(),
                TerminalText.fit(TerminalText.clean(cause.title()), TITLE_COLUMNS));
    }
}
