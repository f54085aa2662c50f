package io.faultline.app.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.FaultlineConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicPlansTest {

    private static final FaultlineConfig LIVE = FaultlineConfig.of(Map.of(), "test");
    private static final FaultlineConfig REPLAY = FaultlineConfig.of(
            Map.of("faultline.time.mode", "replay", "faultline.topics.tick-partitions", "8"), "test");

    @ParameterizedTest
    @CsvSource({
        "market.ticks.v1,           4, delete,           259200000",
        "news.headlines.v1,         2, delete,           2592000000",
        "market.listings.v1,        1, 'compact,delete', -1",
        "market.calendars.v1,       1, compact,",
        "faultline.rules.v1,        1, compact,",
        "faultline.alerts.v1,       1, delete,           31536000000",
        "faultline.incidents.v1,    1, compact,",
        "faultline.sectors.v1,      1, delete,           2592000000",
        "faultline.dead-letters.v1, 1, delete,           2592000000",
    })
    void eachTopicHasItsPartitionsAndCleanup(String name, int partitions, String cleanup, String retention) {
        TopicPlan plan = byName(TopicPlans.of(LIVE)).get(name);
        assertThat(plan.partitions()).isEqualTo(partitions);
        assertThat(plan.configs()).containsEntry("cleanup.policy", cleanup);
        assertThat(plan.configs().get("retention.ms")).isEqualTo(retention);
    }

    @Test
    void aReplayOfOldRecordsIsNotDeletedByAge() {
        List<TopicPlan> plans = TopicPlans.of(REPLAY);
        assertThat(plans)
                .extracting(plan -> plan.configs().getOrDefault("retention.ms", "-1"))
                .containsOnly("-1");
        assertThat(byName(plans).get("market.ticks.v1").partitions()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({"0,", "1,", "2,", "3, 2", "5, 2"})
    void whereOneOfThreeReplicasMayBeLostTwoAcknowledge(String replicas, String inSync) {
        List<TopicPlan> plans =
                TopicPlans.of(FaultlineConfig.of(Map.of("faultline.topics.replication", replicas), "test"));
        assertThat(plans)
                .hasSize(9)
                .allSatisfy(plan ->
                        assertThat(plan.configs().get("min.insync.replicas")).isEqualTo(inSync));
    }

    @Test
    void topicsAsPlannedDoNotDiffer() {
        List<TopicPlan> plans = TopicPlans.of(LIVE);
        Map<String, TopicPlan> found = new HashMap<>(byName(plans));
        found.put(
                "market.listings.v1",
                new TopicPlan(
                        "market.listings.v1",
                        1,
                        Map.of("cleanup.policy", "delete, compact", "retention.ms", "-1", "segment.ms", "1")));
        assertThat(TopicComparison.differences(plans, found)).isEmpty();
    }

    @Test
    void eachDifferenceIsNamed() {
        List<TopicPlan> plans = TopicPlans.of(LIVE);
        Map<String, TopicPlan> found = new HashMap<>(byName(plans));
        found.remove("faultline.alerts.v1");
        found.put(
                "market.ticks.v1",
                new TopicPlan("market.ticks.v1", 3, found.get("market.ticks.v1").configs()));
        found.put("faultline.rules.v1", new TopicPlan("faultline.rules.v1", 2, Map.of("cleanup.policy", "delete")));
        assertThat(new ArrayList<>(TopicComparison.differences(plans, found)))
                .containsExactly(
                        "market.ticks.v1: has 3 partitions, expected 4 or more",
                        "faultline.rules.v1: cleanup.policy is delete, expected compact",
                        "faultline.alerts.v1: is missing");
    }

    private static Map<String, TopicPlan> byName(List<TopicPlan> plans) {
        return plans.stream().collect(Collectors.toMap(TopicPlan::name, Function.identity()));
    }
}
