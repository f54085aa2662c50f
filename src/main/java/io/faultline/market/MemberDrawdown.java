package io.faultline.market;

/**
 * One member in a sector's drawdown.
 *
 * @param symbol ticker
 * @param referenceClose price compared with, listing currency
 * @param last last eligible price, listing currency
 * @param sessionReturn {@code last / referenceClose - 1}, fraction, negative = fall
 * @param capChangeUsd change of market capitalisation, USD, negative = lost
 * @param fresh printed within the rule's freshness limit
 * @param halted trading in it is halted: the last price stands
 */
public record MemberDrawdown(
        String symbol,
        double referenceClose,
        double last,
        double sessionReturn,
        double capChangeUsd,
        boolean fresh,
        boolean halted) {}
