package io.faultline.shock;

import io.faultline.market.MemberMove;
import io.faultline.market.MoveKind;
import io.faultline.market.SectorDrawdown;
import io.faultline.market.SessionPhase;
import io.faultline.market.TradingSession;
import io.faultline.shock.SectorStatus.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sector's level through one session: which changes are told, and what becomes of them when prints they rest on are
 * taken back. Pure; every step gives the next status.
 */
public final class LevelWatch {

    private final SectorGauge gauge;
    private final TradingSession session;

    public LevelWatch(SectorGauge gauge, TradingSession session) {
        this.gauge = gauge;
        this.session = session;
    }

    /**
     * What a measurement did.
     *
     * @param status status after it
     * @param assessment level, and the reason in words
     * @param told whether it is worth a signal
     * @param opening whether the session opens with it
     */
    public record Step(SectorStatus status, LevelAssessment assessment, boolean told, boolean opening) {}

    /**
     * What taking back prints did to what the session opened with, and to its lowest figures.
     *
     * @param status status after it
     * @param stands whether there is an opening that still stands
     * @param low lowest figures told, by the prints that stand; null if none were told
     */
    public record Correction(SectorStatus status, boolean stands, SectorDrawdown low) {}

    /** Takes a measurement; {@code moves} are what it was made from. */
    public Step observe(SectorStatus before, SectorDrawdown drawdown, Map<String, MemberMove> moves) {
        LevelAssessment assessment = LevelPolicy.assess(before.level(), drawdown, gauge.thresholds());
        double worse = drawdown.figures().worseReturn();
        boolean opening = assessment.opening() && !before.opened();
        boolean worsened = assessment.level().compareTo(ShockLevel.COLLAPSE) >= 0
                && worse <= before.signalledReturn() - gauge.thresholds().worsenedStep();
        boolean borneOut =
                before.thin() && drawdown.phase() == SessionPhase.REGULAR && assessment.level() != ShockLevel.NONE;
        if (assessment.level() == before.level() && !opening && !worsened && !borneOut) {
            return new Step(before, assessment, false, false);
        }
        SectorStatus after = before.signalled(assessment.level(), drawdown);
        if (opening || isLowest(before, drawdown, assessment.level())) {
            after = after.withLow(new Trigger(assessment.level(), drawdown.at(), List.copyOf(moves.values())));
        }
        boolean crashes = assessment.opening()
                && assessment.level() == ShockLevel.CRASH
                && before.triggers().stream().noneMatch(trigger -> trigger.level() == ShockLevel.CRASH);
        if (opening || crashes) {
            after = after.triggeredBy(assessment.level(), drawdown.at(), moves.values());
        }
        return new Step(after, assessment, true, opening);
    }

    /** Thin trading sets no low unless it is covered well enough to open. */
    private boolean isLowest(SectorStatus before, SectorDrawdown drawdown, ShockLevel level) {
        if (drawdown.phase() != SessionPhase.REGULAR && level.compareTo(ShockLevel.COLLAPSE) < 0) {
            return false;
        }
        return low(before)
                .map(low -> drawdown.figures().worseReturn() < low.figures().worseReturn())
                .orElse(true);
    }

    private Optional<SectorDrawdown> low(SectorStatus status) {
        return Optional.ofNullable(status.low()).flatMap(this::measured);
    }

    private Optional<SectorDrawdown> measured(Trigger trigger) {
        return gauge.measure(byListing(trigger.moves()), session, trigger.at());
    }

    /** The lowest of the figures told that still stand: those of the low, measured again, and of the triggers. */
    private SectorDrawdown lowest(SectorStatus left) {
        return Stream.concat(Stream.ofNullable(left.low()), left.triggers().stream())
                .flatMap(trigger -> measured(trigger).stream())
                .min(Comparator.comparingDouble(drawdown -> drawdown.figures().worseReturn()))
                .orElse(null);
    }

    /**
     * Judges the levels reached in the session again without the prints that were taken back, and those reached at the
     * close by the closes told since. A level that no longer follows from the prints of its time stands all the same if
     * the present ones reach it. The session's low is measured again; it is never above what the opening that stands told.
     *
     * @param news moves just told; those that take back a print name it
     * @param latest latest move of each listing, these included
     * @param now the sector as it stands; empty if no member has a price any more
     * @param at event time that {@code now} is of, epoch milliseconds
     * @return empty if neither a level nor the low rests on what has changed
     */
    public Optional<Correction> correct(
            SectorStatus before,
            List<MemberMove> news,
            Map<String, MemberMove> latest,
            Optional<SectorDrawdown> now,
            long at) {
        List<Trigger> standing = new ArrayList<>();
        boolean touched = false;
        for (Trigger trigger : before.triggers()) {
            Map<String, MemberMove> again = without(trigger, news);
            if (again == null) {
                standing.add(trigger);
                continue;
            }
            touched = true;
            Trigger judged = judged(trigger, again, trigger.at())
                    .or(() -> judged(trigger, latest, at))
                    .orElse(null);
            boolean saysMore = judged != null
                    && standing.stream().noneMatch(other -> other.level().compareTo(judged.level()) >= 0);
            if (saysMore) {
                standing.add(judged);
            }
        }
        SectorStatus left = before.withTriggers(standing);
        Map<String, MemberMove> low = before.low() == null ? null : without(before.low(), news);
        if (low != null) {
            left = left.withLow(new Trigger(before.low().level(), before.low().at(), List.copyOf(low.values())));
        }
        ShockLevel level = touched ? standingLevel(standing, now) : before.level();
        return touched || low != null ? Optional.of(corrected(left, level, now)) : Optional.empty();
    }

    private ShockLevel standingLevel(List<Trigger> standing, Optional<SectorDrawdown> now) {
        ShockLevel reached = now.map(drawdown -> LevelPolicy.assess(ShockLevel.NONE, drawdown, gauge.thresholds()))
                .map(LevelAssessment::level)
                .orElse(ShockLevel.NONE);
        return standing.stream().map(Trigger::level).max(ShockLevel::compareTo).orElse(reached);
    }

    private Correction corrected(SectorStatus left, ShockLevel level, Optional<SectorDrawdown> now) {
        SectorStatus after =
                now.map(drawdown -> left.signalled(level, drawdown)).orElseGet(left::unpriced);
        return new Correction(after, left.opened(), lowest(left));
    }

    /** The moves of a trigger with what stands in place of the prints taken back; null if it rests on none of them. */
    private Map<String, MemberMove> without(Trigger trigger, List<MemberMove> news) {
        Map<String, MemberMove> moves = byListing(trigger.moves());
        boolean atClose = trigger.at() == session.close();
        boolean touched = false;
        for (MemberMove move : news) {
            MemberMove then = moves.get(move.listingKey());
            boolean takenBack = then != null
                    && move.withdrawnTradeId() != null
                    && move.withdrawnTradeId().equals(then.tradeId());
            if (takenBack || (then != null && atClose && move.kind() == MoveKind.CLOSE)) {
                moves.put(move.listingKey(), move);
                touched = true;
            }
        }
        return touched ? moves : null;
    }

    private static Map<String, MemberMove> byListing(List<MemberMove> moves) {
        Map<String, MemberMove> byListing = new HashMap<>();
        moves.forEach(move -> byListing.put(move.listingKey(), move));
        return byListing;
    }

    /** The trigger by other prints: at its level or the one below; empty if they do not meet the opening condition. */
    private Optional<Trigger> judged(Trigger trigger, Map<String, MemberMove> moves, long at) {
        return gauge.measure(moves, session, at)
                .map(drawdown -> LevelPolicy.assess(ShockLevel.NONE, drawdown, gauge.thresholds()))
                .filter(LevelAssessment::opening)
                .map(assessment ->
                        assessment.level().compareTo(trigger.level()) < 0 ? assessment.level() : trigger.level())
                .map(level -> new Trigger(level, at, List.copyOf(moves.values())));
    }
}
