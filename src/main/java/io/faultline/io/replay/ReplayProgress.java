package io.faultline.io.replay;

import java.time.Instant;

/**
 * How far a replay is.
 *
 * @param simulated simulated time
 * @param ticks sent so far, heartbeats not among them
 * @param headlines sent so far, heartbeats not among them
 * @param heartbeats records sent to keep time moving
 * @param finished all records are sent and acknowledged; heartbeats may go on
 */
public record ReplayProgress(Instant simulated, long ticks, long headlines, long heartbeats, boolean finished) {}
