package io.faultline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Every metric is in the document. */
class MetricsDocumentTest {

    @Test
    void namesEveryMetric() throws Exception {
        String document = Files.readString(Path.of("docs", "metrics.md"));

        for (Field field : MetricNames.class.getFields()) {
            assertThat(Modifier.isStatic(field.getModifiers())).isTrue();
            assertThat(document).as("metric %s", field.getName()).contains((String) field.get(null));
        }
    }
}
