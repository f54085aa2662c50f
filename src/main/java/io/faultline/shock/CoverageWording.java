package io.faultline.shock;

import io.faultline.market.MemberDrawdown;
import io.faultline.market.SectorDrawdown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a sector's figures do not see: members without a fresh price, halted ones, and those left out.
 *
 * @param drawdown the figures
 */
record CoverageWording(SectorDrawdown drawdown) {

    private static final int NAMED = 5;

    /** One sentence; empty if every member counts with a fresh price. */
    String text() {
        List<String> parts = new ArrayList<>();
        if (drawdown.figures().coverage() < 1) {
            parts.add("coverage " + Shares.percent(drawdown.figures().coverage()));
        }
        List<String> halted = symbols(MemberDrawdown::halted);
        if (!halted.isEmpty()) {
            parts.add(halted.size() + " halted: " + named(halted));
        }
        List<String> stale = symbols(member -> !member.fresh() && !member.halted());
        if (!stale.isEmpty()) {
            parts.add("no fresh price of " + named(stale));
        }
        if (!drawdown.excluded().isEmpty()) {
            parts.add("left out for want of a recent close or of a session: " + named(drawdown.excluded()));
        }
        String text = String.join("; ", parts);
        return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private List<String> symbols(Predicate<MemberDrawdown> condition) {
        return drawdown.members().stream()
                .filter(condition)
                .map(MemberDrawdown::symbol)
                .toList();
    }

    private static String named(List<String> symbols) {
        int more = symbols.size() - NAMED;
        String names = String.join(", ", symbols.subList(0, Math.min(NAMED, symbols.size())));
        return more > 0 ? names + " and " + more + " more" : names;
    }
}
