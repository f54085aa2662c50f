package io.faultline.io.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faultline.shock.RunMode;
import io.faultline.stream.ShockSinks;
import io.faultline.stream.ShockSources;
import io.faultline.stream.StreamSettings;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.function.ToIntFunction;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KafkaEndsTest {

    private final StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();

    @Test
    void everySourceGivesPojosAndIsNamedByItsTopic() {
        List<DataStream<?>> streams = sources(topic -> 1);

        assertThat(streams).allSatisfy(stream -> assertThat(stream.getType()).isInstanceOf(PojoTypeInfo.class));
        assertThat(streams)
                .extracting(stream -> stream.getTransformation().getName())
                .containsExactly(
                        "market.ticks.v1",
                        "news.headlines.v1",
                        "market.listings.v1",
                        "faultline.rules.v1",
                        "market.calendars.v1");
    }

    @Test
    void noTaskOfASourceIsWithoutAPartition() {
        env.setParallelism(3);

        assertThat(sources(topic -> topic.equals("market.ticks.v1") ? 4 : 2))
                .extracting(DataStream::getParallelism)
                .containsExactly(3, 2, 2, 2, 2);
    }

    private List<DataStream<?>> sources(ToIntFunction<String> partitions) {
        ShockSources sources = KafkaEnds.sources(
                settings(DeliveryGuarantee.AT_LEAST_ONCE),
                StreamSettings.defaults(RunMode.LIVE, Clock.systemUTC()),
                partitions);
        return List.of(
                sources.ticks().attach(env),
                sources.headlines().attach(env),
                sources.listings().attach(env),
                sources.rules().attach(env),
                sources.calendars().attach(env));
    }

    @ParameterizedTest
    @EnumSource(
            value = DeliveryGuarantee.class,
            names = {"AT_LEAST_ONCE", "EXACTLY_ONCE"})
    void everySinkCanBeBuilt(DeliveryGuarantee guarantee) {
        ShockSinks sinks = KafkaEnds.sinks(settings(guarantee), Clock.systemUTC());

        assertThat(List.of(sinks.alerts(), sinks.incidents(), sinks.sectors(), sinks.deadLetters()))
                .doesNotContainNull();
    }

    @Test
    void settingsWithoutABrokerAreRefused() {
        assertThatThrownBy(() -> KafkaSettings.defaults(new Properties()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bootstrap.servers is missing");
        assertThatThrownBy(() -> settings(DeliveryGuarantee.NONE)).isInstanceOf(IllegalArgumentException.class);
    }

    private static KafkaSettings settings(DeliveryGuarantee guarantee) {
        Properties client = new Properties();
        client.setProperty("bootstrap.servers", "localhost:9092");
        return KafkaSettings.defaults(client).withGuarantee(guarantee);
    }
}
