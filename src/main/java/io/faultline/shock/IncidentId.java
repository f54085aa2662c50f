package io.faultline.shock;

import io.faultline.market.TradingDay;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Id of an incident: the first 32 hex digits of the SHA-256 of {@code ruleId + "\n" + onset date}, UTF-8. It depends on
 * no version, clock, random number or offset, so that a replay, a restart or a changed rule finds the same id.
 */
public final class IncidentId {

    private static final int BYTES = 16;

    private IncidentId() {}

    /** The id of the rule's incident with its onset in the given session of the rule's home market. */
    public static String of(String ruleId, TradingDay onset) {
        byte[] named = (ruleId + "\n" + onset).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Arrays.copyOf(sha256(named), BYTES));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
