package io.faultline.traps;

import io.faultline.io.dataset.DataSet;
import io.faultline.io.dataset.TickStream;
import io.faultline.market.Listing;
import io.faultline.market.Tick;
import io.faultline.market.TickAction;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a reader without any rule sees in the same records: every print sets the last price, the price before is the last
 * one of an earlier UTC day, or else whatever close some listing names, every line is a company, and a sector has
 * collapsed at a mean of -5 % with two lines in five at -5 %.
 */
final class NaiveView {

    private static final double FALL = -0.05;
    private static final double SHARE = 0.4;

    private NaiveView() {}

    /** Whether that reader calls a collapse of these lines at any moment of a UTC day. */
    static boolean collapses(String day, String... symbols) {
        DataSet data = DataSet.open(TrapDataSet.DIRECTORY);
        Map<String, Double> before = references(data);
        Map<String, Double> today = new HashMap<>();
        List<String> lines = Arrays.asList(symbols);
        boolean collapsed = false;
        try (TickStream ticks = data.ticks()) {
            while (ticks.hasNext()) {
                Tick tick = ticks.next();
                String date = Instant.ofEpochMilli(tick.ts()).toString().substring(0, 10);
                boolean counts = tick.action() == TickAction.NEW && lines.contains(tick.symbol());
                if (counts && date.compareTo(day) < 0) {
                    before.put(tick.symbol(), tick.price());
                } else if (counts && date.equals(day)) {
                    today.put(tick.symbol(), tick.price());
                    collapsed |= fallen(lines, before, today);
                }
            }
        }
        return collapsed;
    }

    private static Map<String, Double> references(DataSet data) {
        Map<String, Double> closes = new HashMap<>();
        for (Listing listing : data.listings()) {
            if (listing.referenceClose() != null) {
                closes.putIfAbsent(listing.symbol(), listing.referenceClose());
            }
        }
        return closes;
    }

    private static boolean fallen(List<String> lines, Map<String, Double> before, Map<String, Double> today) {
        double[] returns = lines.stream()
                .filter(today::containsKey)
                .mapToDouble(line -> today.get(line) / before.get(line) - 1)
                .toArray();
        double mean = Arrays.stream(returns).average().orElse(0);
        long down = Arrays.stream(returns).filter(each -> each <= FALL).count();
        return mean <= FALL && down >= SHARE * lines.size();
    }
}
