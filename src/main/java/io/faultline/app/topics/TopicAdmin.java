package io.faultline.app.topics;

import io.faultline.app.FailureReason;
import io.faultline.app.OperationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;

/** Creates and inspects topics on a Kafka. */
public final class TopicAdmin implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 15;

    private final Admin admin;
    private final String servers;

    /** @throws OperationException if the client properties are no good */
    public TopicAdmin(Properties client) {
        Properties settings = new Properties();
        settings.putAll(client);
        settings.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "12000");
        settings.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "8000");
        servers = client.getProperty("bootstrap.servers");
        try {
            admin = Admin.create(settings);
        } catch (KafkaException e) {
            throw new OperationException("Kafka client: " + FailureReason.of(e), e);
        }
    }

    /**
     * Creates those that are missing.
     *
     * @param replication replicas of each; 0 for the broker's default
     * @return names of those created
     * @throws OperationException if Kafka does not answer or refuses
     */
    public List<String> create(List<TopicPlan> plans, int replication) {
        Set<String> there = await(admin.listTopics().names());
        List<NewTopic> missing = new ArrayList<>();
        for (TopicPlan plan : plans) {
            if (!there.contains(plan.name())) {
                Optional<Short> replicas = replication == 0 ? Optional.empty() : Optional.of((short) replication);
                missing.add(
                        new NewTopic(plan.name(), Optional.of(plan.partitions()), replicas).configs(plan.configs()));
            }
        }
        await(admin.createTopics(missing).all());
        return missing.stream().map(NewTopic::name).toList();
    }

    /**
     * Names of those that are not there.
     *
     * @throws OperationException if Kafka does not answer or refuses
     */
    public List<String> missing(List<TopicPlan> plans) {
        Set<String> there = await(admin.listTopics().names());
        return plans.stream()
                .map(TopicPlan::name)
                .filter(name -> !there.contains(name))
                .toList();
    }

    /**
     * One line per difference between the topics there and the plans.
     *
     * @throws OperationException if Kafka does not answer or refuses
     */
    public List<String> differences(List<TopicPlan> plans) {
        Set<String> there = await(admin.listTopics().names());
        List<String> names =
                plans.stream().map(TopicPlan::name).filter(there::contains).toList();
        Map<String, TopicDescription> descriptions =
                await(admin.describeTopics(names).allTopicNames());
        Map<ConfigResource, Config> configs = await(admin.describeConfigs(names.stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList())
                .all());
        Map<String, TopicPlan> found = new HashMap<>();
        configs.forEach((resource, config) -> {
            Map<String, String> values = config.entries().stream()
                    .filter(entry -> entry.value() != null)
                    .collect(Collectors.toMap(entry -> entry.name(), entry -> entry.value()));
            int partitions = descriptions.get(resource.name()).partitions().size();
            found.put(resource.name(), new TopicPlan(resource.name(), partitions, values));
        });
        return TopicComparison.differences(plans, found);
    }

    @Override
    public void close() {
        admin.close(java.time.Duration.ofSeconds(1));
    }

    private <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new OperationException("no Kafka answers at " + servers, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
                throw new OperationException("no Kafka answers at " + servers, e);
            }
            throw new OperationException("Kafka at " + servers + ": " + FailureReason.of(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationException("interrupted", e);
        }
    }
}
