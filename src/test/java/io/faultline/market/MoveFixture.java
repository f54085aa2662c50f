package io.faultline.market;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builds moves: by default a print on XNAS at 16:00Z on 27 January 2025 against a reference close of 100. */
final class MoveFixture {

    private MoveFixture() {}

    static Line line(String symbol) {
        return new Line(
                symbol,
                symbol.toLowerCase(java.util.Locale.ROOT),
                ListingKind.STOCK,
                MoveKind.PRINT,
                "2025-01-27",
                Instant.parse("2025-01-27T16:00:00Z").toEpochMilli(),
                100.0,
                100.0,
                1_000.0,
                false,
                "XNAS",
                3);
    }

    static Map<String, MemberMove> moves(Line... lines) {
        Map<String, MemberMove> moves = new LinkedHashMap<>();
        for (Line line : lines) {
            moves.put(line.move().listingKey(), line.move());
        }
        return moves;
    }

    /** One listing's move in the making. */
    record Line(
            String symbol,
            String issuer,
            ListingKind listingKind,
            MoveKind kind,
            String tradeDate,
            long printAt,
            double reference,
            double last,
            double capUsd,
            boolean isHalted,
            String mic,
            int prints) {

        Line issuer(String id) {
            return new Line(
                    symbol, id, listingKind, kind, tradeDate, printAt, reference, last, capUsd, isHalted, mic, prints);
        }

        Line benchmark() {
            return new Line(
                    symbol,
                    null,
                    ListingKind.BENCHMARK,
                    kind,
                    tradeDate,
                    printAt,
                    reference,
                    last,
                    capUsd,
                    isHalted,
                    mic,
                    prints);
        }

        Line as(MoveKind why) {
            return new Line(
                    symbol,
                    issuer,
                    listingKind,
                    why,
                    tradeDate,
                    printAt,
                    reference,
                    last,
                    capUsd,
                    isHalted,
                    mic,
                    prints);
        }

        Line on(String date) {
            return new Line(
                    symbol, issuer, listingKind, kind, date, printAt, reference, last, capUsd, isHalted, mic, prints);
        }

        Line printedAt(long millis) {
            return new Line(
                    symbol,
                    issuer,
                    listingKind,
                    kind,
                    tradeDate,
                    millis,
                    reference,
                    last,
                    capUsd,
                    isHalted,
                    mic,
                    prints);
        }

        Line from(double close) {
            return new Line(
                    symbol, issuer, listingKind, kind, tradeDate, printAt, close, last, capUsd, isHalted, mic, prints);
        }

        Line to(double price) {
            return new Line(
                    symbol,
                    issuer,
                    listingKind,
                    kind,
                    tradeDate,
                    printAt,
                    reference,
                    price,
                    capUsd,
                    isHalted,
                    mic,
                    prints);
        }

        Line cap(double usd) {
            return new Line(
                    symbol, issuer, listingKind, kind, tradeDate, printAt, reference, last, usd, isHalted, mic, prints);
        }

        Line at(String venue) {
            return new Line(
                    symbol,
                    issuer,
                    listingKind,
                    kind,
                    tradeDate,
                    printAt,
                    reference,
                    last,
                    capUsd,
                    isHalted,
                    venue,
                    prints);
        }

        Line prints(int count) {
            return new Line(
                    symbol,
                    issuer,
                    listingKind,
                    kind,
                    tradeDate,
                    printAt,
                    reference,
                    last,
                    capUsd,
                    isHalted,
                    mic,
                    count);
        }

        Line halted() {
            return new Line(
                    symbol, issuer, listingKind, kind, tradeDate, printAt, reference, last, capUsd, true, mic, prints);
        }

        MemberMove move() {
            TradingDay date = TradingDay.parse(tradeDate);
            return new MemberMove(
                    symbol,
                    mic,
                    issuer,
                    listingKind,
                    kind,
                    printAt,
                    printAt,
                    date,
                    SessionPhase.REGULAR,
                    last,
                    reference,
                    date.plusDays(-1),
                    capUsd,
                    isHalted,
                    symbol + "-" + printAt,
                    null,
                    prints);
        }
    }
}
