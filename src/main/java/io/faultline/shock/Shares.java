package io.faultline.shock;

/** Shares as people read them, the same wherever they are shown. */
public final class Shares {

    private Shares() {}

    /** Without decimals: {@code 83 %}; rounded down, so that 100 % is all. */
    public static String percent(double fraction) {
        return (long) Math.floor(fraction * 100 + OpeningCondition.ROUNDING) + " %";
    }
}
