package io.faultline.market;

import java.io.Serializable;

/**
 * Reference data of one security on one venue, effective from a trade date. Absent numbers are null.
 *
 * @param symbol ticker
 * @param mic market identifier code of the listing venue (ISO 10383)
 * @param asOf first trade date for which this record holds
 * @param name display name, may be null
 * @param issuer id of the issuing company, the same for all its share classes and lines; null for a benchmark
 * @param kind stock or benchmark
 * @param currency ISO 4217 code of prices
 * @param fxToUsd US dollars per unit of {@code currency}; null means 1 for USD
 * @param sharesOutstanding shares of the issuer that this line stands for; null for a benchmark
 * @param marketCapUsd size of the whole market a benchmark stands for, USD; null for a stock
 * @param referenceClose official close of the session {@code referenceDate}, adjusted for corporate actions effective
 *     on {@code asOf}; null leaves the job to roll over its own close
 * @param referenceDate session of {@code referenceClose}; null when that is null
 * @param splitRatio new shares per old share effective on {@code asOf} (10 for a 10:1 split); null means 1
 * @param specialDividend extraordinary dividend that trades ex from {@code asOf} on, per new share, listing currency, 0
 *     or more; taken off the job's own last close only, {@code referenceClose} has it taken off already; null means 0
 * @param beta sensitivity to the market, may be null
 * @param residualSigma standard deviation of daily residual returns (fraction), may be null
 */
public record Listing(
        String symbol,
        String mic,
        TradingDay asOf,
        String name,
        String issuer,
        ListingKind kind,
        String currency,
        Double fxToUsd,
        Double sharesOutstanding,
        Double marketCapUsd,
        Double referenceClose,
        TradingDay referenceDate,
        Double splitRatio,
        Double specialDividend,
        Double beta,
        Double residualSigma)
        implements Serializable {

    /** Key of the listing: {@code symbol@mic}. */
    public String listingKey() {
        return symbol + "@" + mic;
    }

    /** US dollars per unit of the listing's currency. */
    public double usdPerUnit() {
        return fxToUsd == null ? 1.0 : fxToUsd;
    }
}
