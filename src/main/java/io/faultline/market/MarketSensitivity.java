package io.faultline.market;

/**
 * How a sector usually moves with the market without it: one side of its abnormal return.
 *
 * @param beta sector return per unit of market return
 * @param residualSigma standard deviation of what beta leaves unexplained in a day, fraction; null while not estimated
 * @param estimationSessions sessions that beta and sigma were estimated from; 0 = the rule's default beta
 */
public record MarketSensitivity(double beta, Double residualSigma, int estimationSessions) {

    /** A beta that nobody has estimated yet. */
    public static MarketSensitivity byDefault(double beta) {
        return new MarketSensitivity(beta, null, 0);
    }
}
