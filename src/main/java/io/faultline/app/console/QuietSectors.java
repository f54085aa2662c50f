package io.faultline.app.console;

import io.faultline.market.DrawdownFigures;
import io.faultline.market.SessionPhase;
import io.faultline.shock.SectorSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Keeps the deepest sample of each sector, to say why nothing opened. */
public final class QuietSectors {

    /** Share of reference cap with a fresh price from which a sample is worth telling. */
    private static final double COVERAGE = 0.9;

    private final Map<String, SectorSample> deepest = new TreeMap<>();

    /** Takes a sample. */
    public void add(SectorSample sample) {
        if (sample.phase() == SessionPhase.REGULAR) {
            deepest.merge(sample.sector(), sample, QuietSectors::deeper);
        }
    }

    /**
     * One paragraph per sector: how deep it fell at most, and what was missing for an incident.
     *
     * @param incident whether a sector had an incident, and needs no such line
     */
    public List<String> lines(Predicate<String> incident) {
        List<String> lines = new ArrayList<>();
        deepest.forEach((sector, sample) -> {
            if (!incident.test(sector)) {
                lines.add(line(sector, sample));
            }
        });
        return lines;
    }

    private static String line(String sector, SectorSample sample) {
        DrawdownFigures figures = sample.drawdown();
        return "%s: nothing opened. Deepest on %s: %s, breadth %s, excess %s; %s"
                .formatted(
                        TerminalText.clean(sector),
                        Figures.shortTime(sample.at()),
                        Figures.percent(figures.worseReturn()),
                        Figures.share(figures.breadth()),
                        Figures.points(figures.excessReturn()),
                        TerminalText.clean(sample.reason()));
    }

    /** The first seconds of a day know few members and no market: such a sample counts only if there is no better one. */
    private static SectorSample deeper(SectorSample kept, SectorSample other) {
        if (isComplete(kept) != isComplete(other)) {
            return isComplete(kept) ? kept : other;
        }
        return other.drawdown().worseReturn() < kept.drawdown().worseReturn() ? other : kept;
    }

    private static boolean isComplete(SectorSample sample) {
        return sample.drawdown().excessReturn() != null && sample.drawdown().coverage() >= COVERAGE;
    }
}
