package io.faultline.app.topics;

import java.util.HashMap;
import java.util.Map;

/**
 * How one topic should be.
 *
 * @param name topic
 * @param partitions how many at least; never changed once in use, since keys must keep their partition
 * @param configs topic configuration that matters; all else is the broker's
 */
public record TopicPlan(String name, int partitions, Map<String, String> configs) {

    /** The same with one more setting. */
    TopicPlan with(String key, String value) {
        Map<String, String> more = new HashMap<>(configs);
        more.put(key, value);
        return new TopicPlan(name, partitions, Map.copyOf(more));
    }
}
