package io.faultline.io.dataset;

import io.faultline.market.TradingDay;

/**
 * What is known to have happened to a sector in one session.
 *
 * @param date session of the home market
 * @param sector sector id
 * @param cause what the fall is known to go together with
 * @param newsInCorpus false if the set's headlines never tell of the cause, so that no verdict can be expected
 * @param note why, for people; may be empty
 */
public record Label(TradingDay date, String sector, Cause cause, boolean newsInCorpus, String note) {

    /** Whether an AI-model release is known to be behind a fall. */
    public enum Cause {
        AI_LINKED,
        NOT_AI_LINKED,
        /** Sources differ: the verdict is not judged. */
        EITHER
    }

    /** Whether a verdict on it can be right or wrong. */
    public boolean verdictIsJudged() {
        return cause != Cause.EITHER && newsInCorpus;
    }
}
