package io.faultline.io.replay;

import io.faultline.io.kafka.KafkaTopics;

/**
 * What a replay needs to know besides its data.
 *
 * @param topics names of the topics
 * @param speed simulated seconds per wall second in the venue's regular hours; all other hours pass 20 times faster;
 *     0 sends as fast as Kafka takes it
 */
public record ReplaySettings(KafkaTopics topics, double speed) {

    /** @throws IllegalArgumentException if the speed is negative or no number */
    public ReplaySettings {
        if (!(speed >= 0 && speed < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("speed " + speed + " is not 0 or more simulated seconds per second");
        }
    }
}
