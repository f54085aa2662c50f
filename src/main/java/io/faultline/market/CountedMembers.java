package io.faultline.market;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The members of a sector that count at an instant, one line per issuer: the one with a price of the session, then the
 * one that printed last.
 *
 * @param counted with a close within the last {@value #KNOWN_SESSIONS} sessions of the home market, on a venue that has a
 *     session on the date: what breadth is a share of
 * @param priced of these: with a price of the session
 * @param trading of these: on a venue in regular hours now; what coverage in regular hours is a share of
 * @param excluded symbols of the other members, sorted
 */
record CountedMembers(
        List<MemberMove> counted, List<MemberMove> priced, List<MemberMove> trading, List<String> excluded) {

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
        byIssuer.values().removeIf(line -> !pricedIn(line, session) && !venues.hasSession(line.mic()));
        for (String member : spec.members()) {
            MemberMove move = movesByListingKey.get(member);
            if (move == null || !byIssuer.containsKey(issuer(move))) {
                excluded.add(member.substring(0, member.indexOf('@')));
            }
        }
        List<MemberMove> counted = List.copyOf(byIssuer.values());
        return new CountedMembers(
                counted,
                counted.stream().filter(move -> pricedIn(move, session)).toList(),
                counted.stream().filter(move -> venues.trades(move.mic())).toList(),
                List.copyOf(excluded));
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
