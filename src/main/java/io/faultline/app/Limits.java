package io.faultline.app;

/** Ranges of options. */
final class Limits {

    private static final double FASTEST = 1e6;
    private static final int LAST_PORT = 65_535;

    private Limits() {}

    /**
     * Checks a replay speed.
     *
     * @param zero whether 0, as fast as possible, is allowed
     * @throws UsageException if it is out of range
     */
    static void speed(double speed, boolean zero) {
        boolean positive = speed > 0 && speed <= FASTEST;
        if (!positive && !(zero && speed == 0)) {
            throw new UsageException("--speed is " + speed + ", expected a number above 0, at most 1000000"
                    + (zero ? ", or 0 for as fast as possible" : ""));
        }
    }

    /**
     * Checks a TCP port.
     *
     * @param port null if the option is not given
     * @throws UsageException if it is out of range
     */
    static void port(String option, Integer port) {
        if (port != null && (port < 1 || port > LAST_PORT)) {
            throw new UsageException(option + " is " + port + ", expected 1 to " + LAST_PORT);
        }
    }
}
