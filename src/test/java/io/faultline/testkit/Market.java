package io.faultline.testkit;

import io.faultline.market.ListingKind;
import io.faultline.market.MemberMove;
import io.faultline.market.MoveKind;
import io.faultline.market.SessionPhase;
import io.faultline.market.Tick;
import io.faultline.market.TickAction;
import io.faultline.market.TradingDay;
import io.faultline.rules.RuleState;
import io.faultline.rules.SectorRule;
import io.faultline.rules.Thresholds;
import java.time.Instant;
import java.util.List;

/** Single prints, moves and rule changes in the world of {@link SmallMarket}. */
public final class Market {

    private Market() {}

    public static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    /** A print on XNAS, regular sale. */
    public static Tick print(String symbol, String at, double price) {
        return tick(symbol, at, price, null, TickAction.NEW);
    }

    public static Tick tick(String symbol, String at, double price, String conditions, TickAction action) {
        return new Tick(
                symbol, "XNAS", millis(at), price, 100, "XNAS", "C", conditions, symbol + "-" + at, action, null);
    }

    /** A move of a member that closed at 100 on the 24th, printed on Monday the 27th. */
    public static MemberMove move(String symbol, String at, double last) {
        return move(symbol, "XNAS", at, last, "2025-01-27", "2025-01-24");
    }

    /** A move of the benchmark on Monday the 27th. */
    public static MemberMove benchmarkMove(String at, double last) {
        return move("MKT", "ARCX", at, last, "2025-01-27", "2025-01-24");
    }

    public static MemberMove move(
            String symbol, String mic, String at, double last, String tradeDate, String referenceDate) {
        boolean benchmark = symbol.equals("MKT");
        return new MemberMove(
                symbol,
                mic,
                benchmark ? null : symbol,
                benchmark ? ListingKind.BENCHMARK : ListingKind.STOCK,
                MoveKind.PRINT,
                millis(at),
                millis(at),
                TradingDay.parse(tradeDate),
                SessionPhase.REGULAR,
                last,
                100,
                TradingDay.parse(referenceDate),
                benchmark ? 50e12 : 100e9,
                false,
                symbol + "-" + at,
                null,
                3);
    }

    /** The report that takes a move's print back: another price stands in its place. */
    public static MemberMove takingBack(MemberMove move, String at, double last) {
        return new MemberMove(
                move.symbol(),
                move.mic(),
                move.issuer(),
                move.listingKind(),
                move.kind(),
                millis(at),
                millis(at),
                move.tradeDate(),
                move.phase(),
                last,
                move.referenceClose(),
                move.referenceDate(),
                move.referenceCapUsd(),
                move.halted(),
                move.symbol() + "-" + at + "-instead",
                move.tradeId(),
                move.prints());
    }

    /** The report that takes a move's print back, the only one of its session. */
    public static MemberMove leavingNone(MemberMove move, String at) {
        return new MemberMove(
                move.symbol(),
                move.mic(),
                move.issuer(),
                move.listingKind(),
                MoveKind.REFERENCE,
                millis(at),
                millis(at),
                move.referenceDate(),
                SessionPhase.CLOSED,
                move.referenceClose(),
                move.referenceClose(),
                move.referenceDate(),
                move.referenceCapUsd(),
                move.halted(),
                null,
                move.tradeId(),
                0);
    }

    /** A close told at {@code at}, the first time or corrected. */
    public static MemberMove close(MemberMove move, String at, double last) {
        return close(move, at, last, null);
    }

    /** A close told anew because a print was taken back. */
    public static MemberMove close(MemberMove move, String at, double last, String withdrawnTradeId) {
        return new MemberMove(
                move.symbol(),
                move.mic(),
                move.issuer(),
                move.listingKind(),
                MoveKind.CLOSE,
                millis(at),
                move.lastPrintAt(),
                move.tradeDate(),
                move.phase(),
                last,
                move.referenceClose(),
                move.referenceDate(),
                move.referenceCapUsd(),
                move.halted(),
                move.tradeId(),
                withdrawnTradeId,
                move.prints());
    }

    public static SectorRule withState(SectorRule rule, RuleState state) {
        return rule(rule, state, rule.members(), rule.thresholds());
    }

    public static SectorRule withMembers(SectorRule rule, List<String> members) {
        return rule(rule, rule.state(), members, rule.thresholds());
    }

    public static SectorRule withThresholds(SectorRule rule, Thresholds thresholds) {
        return rule(rule, rule.state(), rule.members(), thresholds);
    }

    /** The default thresholds with other floors for news. */
    public static Thresholds newsFloors(double minExposure, double minHeat) {
        Thresholds t = Thresholds.defaults();
        return new Thresholds(
                t.watchReturn(),
                t.collapseReturn(),
                t.crashReturn(),
                t.hysteresis(),
                t.memberDrop(),
                t.collapseBreadth(),
                t.collapseExcess(),
                t.coverageFloor(),
                t.freshForSeconds(),
                t.beta(),
                t.resolveAfterSessions(),
                t.recoveredShare(),
                t.maxReleaseAgeSessions(),
                minExposure,
                minHeat,
                t.worsenedStep(),
                t.thinCoverage(),
                t.thinPrints());
    }

    private static SectorRule rule(SectorRule rule, RuleState state, List<String> members, Thresholds thresholds) {
        return new SectorRule(
                rule.ruleId(),
                rule.sector(),
                rule.title(),
                rule.version() + 1,
                state,
                rule.effectiveFrom(),
                rule.homeMic(),
                rule.benchmark(),
                members,
                thresholds,
                rule.estimation(),
                rule.exposure());
    }
}
