package io.faultline.app.topics;

import java.util.Map;

/**
 * How one topic should be.
 *
 * @param name topic
 * @param partitions how many at least; never changed once in use, since keys must keep their partition
 * @param configs topic configuration that matters; all else is the broker's
 */
public record TopicPlan(String name, int partitions, Map<String, String> configs) {}
