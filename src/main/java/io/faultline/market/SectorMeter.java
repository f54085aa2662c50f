package io.faultline.market;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Measures a sector: from the latest moves of its members to its drawdown. Returns are taken over the members with a
 * price of the session; breadth over all that count, so that the first few to print after the open are no sector-wide fall. Coverage is the fresh share of the members whose venue trades now; in thin trading, outside the home
 * market's regular hours, that of the whole sector, and a member covers it only after a few prints. A halted or silent
 * member keeps its last price; only its freshness goes.
 *
 * <p>An issuer with several lines counts once. Pure; the order in which moves came does not matter.
 */
public final class SectorMeter {

    /** A return of exactly the drop counts in spite of rounding. */
    private static final double ROUNDING = 1e-9;

    private final TradingCalendars calendars;
    private final TradingCalendar home;

    /** A meter for sectors whose sessions are those of the venue {@code homeMic}. */
    public SectorMeter(TradingCalendars calendars, String homeMic) {
        this.calendars = calendars;
        this.home = calendars.of(homeMic);
    }

    /**
     * The sector's drawdown at an instant.
     *
     * @param spec the sector
     * @param movesByListingKey latest move of each listing, of members, benchmark and any others
     * @param session session of the home market to measure
     * @param phase part of the home market's day
     * @param now event time, epoch milliseconds
     * @return empty while no member has a price in the session
     */
    public Optional<SectorDrawdown> measure(
            SectorSpec spec,
            Map<String, MemberMove> movesByListingKey,
            TradingSession session,
            SessionPhase phase,
            long now) {
        VenueStatus venues = new VenueStatus(calendars, session.date(), now);
        CountedMembers members = CountedMembers.of(spec, movesByListingKey, session, home, venues);
        if (members.priced().isEmpty()) {
            return Optional.empty();
        }
        boolean thin = phase != SessionPhase.REGULAR;
        Predicate<MemberMove> covers = move -> CountedMembers.pricedIn(move, session)
                && fresh(move, spec, now)
                && (!thin || move.prints() >= spec.thinPrints());
        double coverage = share(thin ? members.counted() : members.trading(), covers);
        MemberMove benchmark = spec.benchmark() == null ? null : movesByListingKey.get(spec.benchmark());
        MemberMove market = benchmark != null && CountedMembers.pricedIn(benchmark, session) ? benchmark : null;
        return Optional.of(new SectorDrawdown(
                spec.sector(),
                session.date(),
                now,
                phase,
                figures(spec, session, members, market, coverage),
                shown(spec, members.counted(), session, now),
                members.excluded()));
    }

    private static boolean fresh(MemberMove move, SectorSpec spec, long now) {
        return now - move.lastPrintAt() <= spec.freshForMillis();
    }

    private static DrawdownFigures figures(
            SectorSpec spec, TradingSession session, CountedMembers members, MemberMove market, double coverage) {
        List<MemberMove> priced = members.priced();
        double cap = priced.stream().mapToDouble(MemberMove::referenceCapUsd).sum();
        double capChange = priced.stream().mapToDouble(MemberMove::capChangeUsd).sum();
        double equalWeighted =
                priced.stream().mapToDouble(MemberMove::sessionReturn).average().orElseThrow();
        double capWeighted = cap > 0 ? capChange / cap : equalWeighted;
        Double marketReturn = market == null ? null : market.sessionReturn();
        Double exSector = market == null || market.referenceCapUsd() <= 0
                ? null
                : AbnormalReturn.marketWithoutSector(marketReturn, capWeighted, cap / market.referenceCapUsd());
        MarketSensitivity sensitivity = spec.sensitivity();
        Double abnormal = AbnormalReturn.of(capWeighted, sensitivity.beta(), exSector);
        Predicate<MemberMove> fell = move -> CountedMembers.pricedIn(move, session) && dropped(move, spec);
        return new DrawdownFigures(
                capWeighted,
                equalWeighted,
                market == null ? null : Double.valueOf(capWeighted - marketReturn),
                abnormal,
                AbnormalReturn.zScore(abnormal, sensitivity.residualSigma()),
                marketReturn,
                exSector,
                members.counted().stream().filter(fell).count()
                        / (double) members.counted().size(),
                share(members.counted(), fell),
                coverage,
                capChange,
                sensitivity.beta(),
                sensitivity.residualSigma(),
                sensitivity.estimationSessions());
    }

    private static boolean dropped(MemberMove move, SectorSpec spec) {
        return move.sessionReturn() <= spec.memberDrop() + ROUNDING;
    }

    /** Share by market cap at the reference close; by count while no cap is known; 0 of nothing. */
    private static double share(Collection<MemberMove> moves, Predicate<MemberMove> condition) {
        if (moves.isEmpty()) {
            return 0.0;
        }
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
    private static List<MemberDrawdown> shown(
            SectorSpec spec, Collection<MemberMove> counted, TradingSession session, long now) {
        List<MemberDrawdown> members = new ArrayList<>();
        for (MemberMove move : counted) {
            boolean priced = CountedMembers.pricedIn(move, session);
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
