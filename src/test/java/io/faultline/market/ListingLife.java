package io.faultline.market;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Drives a tracker through the life of one listing, NVDA on XNAS, and keeps what it said. */
final class ListingLife {

    static final double SHARES = 24.49e9;

    final List<MemberMove> moves = new ArrayList<>();
    final List<Refusal> refusals = new ArrayList<>();
    final List<Print> dropped = new ArrayList<>();
    SymbolState state;

    private final SymbolTracker tracker;
    private TradingCalendar calendar = TradingCalendars.shipped().of("XNAS");
    private int prints;

    /** Every eligible print is believed. */
    ListingLife() {
        this(1e9);
    }

    private ListingLife(double corroborateBeyond) {
        tracker = new SymbolTracker(0.001, 60_000, corroborateBeyond);
    }

    /** A print more than 2 % away needs a second one. */
    static ListingLife corroborating() {
        return new ListingLife(0.02);
    }

    /** A listing with or without a reference close. */
    static Listing listing(String asOf, Double referenceClose, String referenceDate) {
        return listing(asOf, referenceClose, referenceDate, null);
    }

    static Listing listing(String asOf, Double referenceClose, String referenceDate, Double splitRatio) {
        return listing(asOf, referenceClose, referenceDate, splitRatio, null);
    }

    static Listing listing(
            String asOf, Double referenceClose, String referenceDate, Double splitRatio, Double specialDividend) {
        return new Listing(
                "NVDA",
                "XNAS",
                TradingDay.parse(asOf),
                "NVIDIA",
                "nvidia",
                ListingKind.STOCK,
                "USD",
                null,
                SHARES,
                null,
                referenceClose,
                referenceDate == null ? null : TradingDay.parse(referenceDate),
                splitRatio,
                specialDividend,
                null,
                null);
    }

    static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    ListingLife list(Listing listing) {
        return take(tracker.onListing(state, listing, calendar));
    }

    /** A regular print with id {@code p1}, {@code p2}, ... */
    ListingLife print(String instant, double price) {
        prints++;
        return tick(TickAction.NEW, instant, price, "@", "p" + prints, null);
    }

    ListingLife tick(
            TickAction action, String instant, double price, String conditions, String tradeId, String origTradeId) {
        Tick tick = new Tick(
                "NVDA", "XNAS", at(instant), price, 100, "XNAS", "C", conditions, tradeId, action, origTradeId);
        return take(tracker.onTick(state, tick, calendar));
    }

    /** A print with sale conditions and an id. */
    ListingLife print(String instant, double price, String conditions, String tradeId) {
        return tick(TickAction.NEW, instant, price, conditions, tradeId, null);
    }

    ListingLife halt(String instant) {
        return tick(TickAction.HALT, instant, 0, null, null, null);
    }

    ListingLife cancel(String instant, String tradeId) {
        return tick(TickAction.CANCEL, instant, 0, null, null, tradeId);
    }

    ListingLife correct(String instant, String tradeId, double price) {
        return tick(TickAction.CORRECT, instant, price, "@", null, tradeId);
    }

    /** Event time reaches a close. */
    ListingLife timer(String instant) {
        return take(tracker.onSessionClose(state, at(instant), calendar));
    }

    ListingLife calendar(CalendarEntry entry) {
        calendar = TradingCalendars.shipped().with(entry).of("XNAS");
        state = tracker.onCalendar(state, calendar);
        return this;
    }

    List<MemberMove> closes() {
        return moves.stream().filter(move -> move.kind() == MoveKind.CLOSE).toList();
    }

    MemberMove lastMove() {
        return moves.get(moves.size() - 1);
    }

    private ListingLife take(SymbolStep step) {
        state = step.state();
        moves.addAll(step.moves());
        if (step.refusal() != null) {
            refusals.add(step.refusal());
        }
        if (step.dropped() != null) {
            dropped.add(step.dropped());
        }
        return this;
    }
}
