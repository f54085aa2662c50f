package io.faultline.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faultline.testkit.MetricsDocument;
import java.util.Arrays;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

/** The table of the document is the declared metrics. */
class MetricsDocumentTest {

    @Test
    void listsEveryMetricAndNoOther() throws Exception {
        assertThat(MetricsDocument.names())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(MetricNames.values())
                        .map(MetricNames::exposed)
                        .toList());
    }

    @Test
    void aMetricTakesAllOfItsLabels() {
        assertThatThrownBy(() -> MetricNames.DEAD_LETTERS.counter(new UnregisteredMetricsGroup(), "parse"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stage_error");
    }
}
