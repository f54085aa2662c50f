package io.faultline.app.demo;

import java.nio.file.Path;

/**
 * What a demo is asked to do.
 *
 * @param dataset directory or name of a shipped data set
 * @param speed simulated seconds per wall second in trading hours, above 0
 * @param exit stop after the replay
 * @param out directory for {@code alerts.jsonl}; null for none
 * @param uiPort of the web UI; null for the usual or a free one
 * @param kafkaPort of the broker; null for the usual or a free one
 */
public record DemoSettings(String dataset, double speed, boolean exit, Path out, Integer uiPort, Integer kafkaPort) {}
