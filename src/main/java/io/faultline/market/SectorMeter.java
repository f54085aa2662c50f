package io.faultline.market;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Measures a sector: from the latest moves of its members to its drawdown. Returns are taken over the members with a
 * price of the session; breadth and coverage over all with a close within the last {@value #KNOWN_SESSIONS} sessions, so
 * that the first few to print after the open are no sector-wide fall. A halted or silent member keeps its last price; only
 * its freshness goes.
 *
 * <p>An issuer with several lines counts once, by the line that printed last. Pure; the order in which moves came does
 * not matter.
 */
public final class SectorMeter {

    /** A member without a newer close is left out of the coverage. */
    public static final int KNOWN_SESSIONS = 5;

    /** A return of exactly the drop counts in spite of rounding. */
    private static final double ROUNDING = 1e-9;

    private final TradingCalendar home;

    /** A meter for sectors whose sessions are those of this calendar. */
    public SectorMeter(TradingCalendar home) {
        this.home = home;
    }

    /**
     * The sector's drawdown at an instant.
     *
     * @param spec the sector
     * @param movesByListingKey latest move of each listing, of members, benchmark and any others
     * @param session session of the home market to measure
     * @param phase part of the home market's day, passed on
     * @param now event time, epoch milliseconds
     * @return empty while no member has a price in the session
     */
    public Optional<SectorDrawdown> measure(
            SectorSpec spec,
            Map<String, MemberMove> movesByListingKey,
            TradingSession session,
            SessionPhase phase,
            long now) {
        Collection<MemberMove> known = newestLinePerIssuer(spec, movesByListingKey, session);
        List<MemberMove> priced =
                known.stream().filter(move -> pricedIn(move, session)).toList();
        if (priced.isEmpty()) {
            return Optional.empty();
        }
        double coverage = share(known, move -> pricedIn(move, session) && fresh(move, spec, now));
        MemberMove benchmark = spec.benchmark() == null ? null : movesByListingKey.get(spec.benchmark());
        MemberMove market = benchmark != null && pricedIn(benchmark, session) ? benchmark : null;
        return Optional.of(new SectorDrawdown(
                spec.sector(),
                session.date(),
                now,
                phase,
                figures(spec, session, known, market, coverage),
                members(spec, known, session, now),
                List.of()));
    }

    private Collection<MemberMove> newestLinePerIssuer(
            SectorSpec spec, Map<String, MemberMove> moves, TradingSession session) {
        TradingDay oldest = oldestKnown(session);
        Comparator<MemberMove> byRelevance = Comparator.comparing((MemberMove move) -> pricedIn(move, session))
                .thenComparing(MemberMove::lastPrintAt)
                .thenComparing(MemberMove::listingKey);
        Map<String, MemberMove> byIssuer = new TreeMap<>();
        for (String member : spec.members()) {
            MemberMove move = moves.get(member);
            boolean counts = move != null
                    && move.tradeDate().compareTo(oldest) >= 0
                    && move.tradeDate().compareTo(session.date()) <= 0;
            if (counts) {
                String issuer = move.issuer() == null ? member : move.issuer();
                byIssuer.merge(issuer, move, (a, b) -> byRelevance.compare(a, b) >= 0 ? a : b);
            }
        }
        return byIssuer.values();
    }

    private TradingDay oldestKnown(TradingSession session) {
        TradingSession oldest = session;
        for (int i = 0; i < KNOWN_SESSIONS; i++) {
            oldest = home.previous(oldest);
        }
        return oldest.date();
    }

    private static boolean pricedIn(MemberMove move, TradingSession session) {
        return move.kind() != MoveKind.REFERENCE && move.tradeDate().equals(session.date());
    }

    private static boolean fresh(MemberMove move, SectorSpec spec, long now) {
        return now - move.lastPrintAt() <= spec.freshForMillis();
    }

    private static DrawdownFigures figures(
            SectorSpec spec, TradingSession session, Collection<MemberMove> known, MemberMove market, double coverage) {
        List<MemberMove> priced =
                known.stream().filter(move -> pricedIn(move, session)).toList();
        double cap = priced.stream().mapToDouble(MemberMove::referenceCapUsd).sum();
        double capChange = priced.stream().mapToDouble(MemberMove::capChangeUsd).sum();
        double equalWeighted =
                priced.stream().mapToDouble(MemberMove::sessionReturn).average().orElseThrow();
        double capWeighted = cap > 0 ? capChange / cap : equalWeighted;
        Double marketReturn = market == null ? null : market.sessionReturn();
        Double exSector = market == null || market.referenceCapUsd() <= 0
                ? null
                : AbnormalReturn.marketWithoutSector(marketReturn, capWeighted, cap / market.referenceCapUsd());
        Double excess = market == null ? null : capWeighted - marketReturn;
        return new DrawdownFigures(
                capWeighted,
                equalWeighted,
                excess,
                AbnormalReturn.of(capWeighted, spec.beta(), exSector),
                null,
                marketReturn,
                exSector,
                priced.stream().filter(move -> dropped(move, spec)).count() / (double) known.size(),
                share(known, move -> pricedIn(move, session) && dropped(move, spec)),
                coverage,
                capChange,
                spec.beta(),
                null,
                0);
    }

    private static boolean dropped(MemberMove move, SectorSpec spec) {
        return move.sessionReturn() <= spec.memberDrop() + ROUNDING;
    }

    /** Share by market cap at the reference close; by count while no cap is known. */
    private static double share(Collection<MemberMove> moves, Predicate<MemberMove> condition) {
        double whole = moves.stream().mapToDouble(MemberMove::referenceCapUsd).sum();
        if (whole <= 0) {
            return moves.stream().filter(condition).count() / (double) moves.size();
        }
        double part = moves.stream()
                .filter(condition)
                .mapToDouble(MemberMove::referenceCapUsd)
                .sum();
        return Math.min(1.0, part / whole);
    }

    /** A member without a price in the session stands at its last close: no move, not fresh. */
    private static List<MemberDrawdown> members(
            SectorSpec spec, Collection<MemberMove> known, TradingSession session, long now) {
        List<MemberDrawdown> members = new ArrayList<>();
        for (MemberMove move : known) {
            boolean priced = pricedIn(move, session);
            members.add(new MemberDrawdown(
                    move.symbol(),
                    priced ? move.referenceClose() : move.last(),
                    move.last(),
                    priced ? move.sessionReturn() : 0.0,
                    priced ? move.capChangeUsd() : 0.0,
                    priced && fresh(move, spec, now),
                    move.halted()));
        }
        members.sort(Comparator.comparingDouble(MemberDrawdown::capChangeUsd).thenComparing(MemberDrawdown::symbol));
        return members;
    }
}
