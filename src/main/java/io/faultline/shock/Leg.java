package io.faultline.shock;

import io.faultline.market.TradingDay;
import java.time.Instant;

/**
 * A session of the incident that met the opening condition from its own reference close.
 *
 * @param sessionDate the session
 * @param onsetAt when the condition was met
 * @param capWeightedReturn latest figure of that session, fraction, negative = fall
 * @param capChangeUsd latest figure of that session, USD, negative = lost
 * @param verdict what this leg's fall is consistent with, by its own evidence
 * @param basis set for AI_LINKED only, else null
 * @param confidence of this leg's verdict, 0 to 1
 */
public record Leg(
        TradingDay sessionDate,
        Instant onsetAt,
        double capWeightedReturn,
        double capChangeUsd,
        Verdict verdict,
        Basis basis,
        double confidence) {}
