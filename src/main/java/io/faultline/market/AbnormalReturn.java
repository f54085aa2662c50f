package io.faultline.market;

/**
 * Market-model figures of an event study: what a sector did beyond what the market without it explains. Returns are
 * simple, fractions.
 */
public final class AbnormalReturn {

    private AbnormalReturn() {}

    /**
     * Return of the market without the sector, {@code (r_b - w r_s) / (1 - w)}: taking a cap-weighted part with
     * weight {@code w} out of a cap-weighted mean.
     *
     * @param marketReturn return of the whole market, r_b
     * @param sectorReturn cap-weighted return of the sector, r_s
     * @param weight market cap of the sector over that of the market, w
     * @return null unless {@code 0 <= weight < 1}
     */
    public static Double marketWithoutSector(double marketReturn, double sectorReturn, double weight) {
        return weight >= 0 && weight < 1 ? (marketReturn - weight * sectorReturn) / (1 - weight) : null;
    }

    /** Sector return less {@code beta} times the return of the market without the sector; null if that is null. */
    public static Double of(double sectorReturn, double beta, Double marketExSectorReturn) {
        return marketExSectorReturn == null ? null : sectorReturn - beta * marketExSectorReturn;
    }

    /** Abnormal return in standard deviations of the residual; null if either is not known. */
    public static Double zScore(Double abnormalReturn, Double residualSigma) {
        return abnormalReturn == null || residualSigma == null ? null : abnormalReturn / residualSigma;
    }
}
