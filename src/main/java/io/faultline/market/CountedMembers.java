package io.faultline.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The members of a sector that count at an instant, one line per issuer: the one with a price of the session, then the
 * one that printed last.
 *
 * @param known with a close within the last {@value #KNOWN_SESSIONS} sessions of the home market
 * @param priced of these: with a price of the session
 * @param counted of these: priced, or on a venue in regular hours now; what breadth is a share of
 * @param trading of these: on a venue in regular hours now; what coverage in regular hours is a share of
 * @param excluded symbols of members that do not count: not known, or on a venue without a session on the date
 */
record CountedMembers(
        List<MemberMove> known,
        List<MemberMove> priced,
        List<MemberMove> counted,
        List<MemberMove> trading,
        List<String> excluded) {

    /** A member without a newer close is left out. */
    static final int KNOWN_SESSIONS = 5;

    static CountedMembers of(
            SectorSpec spec,
            Map<String, MemberMove> movesByListingKey,
            TradingSession session,
            TradingCalendar home,
            VenueStatus venues) {
        TradingDay oldest = oldestKnown(session, home);
        Comparator<MemberMove> byRelevance = Comparator.comparing((MemberMove move) -> pricedIn(move, session))
                .thenComparing(MemberMove::lastPrintAt)
                .thenComparing(MemberMove::listingKey);
        Map<String, MemberMove> byIssuer = new TreeMap<>();
        TreeSet<String> excluded = new TreeSet<>();
        for (String member : spec.members()) {
            MemberMove move = movesByListingKey.get(member);
            if (move != null && move.tradeDate().compareTo(oldest) >= 0 && isKnownIn(move, session)) {
                byIssuer.merge(issuer(move), move, (a, b) -> byRelevance.compare(a, b) >= 0 ? a : b);
            }
        }
        for (String member : spec.members()) {
            MemberMove move = movesByListingKey.get(member);
            MemberMove line = move == null ? null : byIssuer.get(issuer(move));
            if (line == null || !(pricedIn(line, session) || venues.hasSession(line.mic()))) {
                excluded.add(member.substring(0, member.indexOf('@')));
            }
        }
        return of(List.copyOf(byIssuer.values()), session, venues, List.copyOf(excluded));
    }

    private static CountedMembers of(
            List<MemberMove> known, TradingSession session, VenueStatus venues, List<String> excluded) {
        List<MemberMove> priced = new ArrayList<>();
        List<MemberMove> counted = new ArrayList<>();
        List<MemberMove> trading = new ArrayList<>();
        for (MemberMove move : known) {
            boolean hasPrice = pricedIn(move, session);
            boolean tradesNow = venues.trades(move.mic());
            if (hasPrice) {
                priced.add(move);
            }
            if (tradesNow) {
                trading.add(move);
            }
            if (hasPrice || tradesNow) {
                counted.add(move);
            }
        }
        return new CountedMembers(known, priced, counted, trading, excluded);
    }

    /** Whether a move is a price of the session and not only the close before it. */
    static boolean pricedIn(MemberMove move, TradingSession session) {
        return move.kind() != MoveKind.REFERENCE && move.tradeDate().equals(session.date());
    }

    /** A listing's reference close of the session itself belongs to a member of the next one. */
    private static boolean isKnownIn(MemberMove move, TradingSession session) {
        return pricedIn(move, session) || move.tradeDate().compareTo(session.date()) < 0;
    }

    private static String issuer(MemberMove move) {
        return move.issuer() == null ? move.listingKey() : move.issuer();
    }

    private static TradingDay oldestKnown(TradingSession session, TradingCalendar home) {
        TradingSession oldest = session;
        for (int i = 0; i < KNOWN_SESSIONS; i++) {
            oldest = home.previous(oldest);
        }
        return oldest.date();
    }
}
