package io.faultline.app.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds TCP ports on the loopback interface. */
public final class LoopbackPorts {

    /** Below the range from which systems hand out ports for outgoing connections: stays free until it is bound. */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;
    private static final int TRIES = 200;

    private LoopbackPorts() {}

    /** Whether nothing listens on the port. */
    public static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** The usual port if it is free, else any free one. */
    public static int usualOrFree(int usual) {
        return isFree(usual) ? usual : free();
    }

    /**
     * A free port. Looks in random places, so that two processes started together do not meet.
     *
     * @throws IllegalStateException if none is found
     */
    public static int free() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port on the loopback interface between " + FIRST + " and " + LAST);
    }
}
