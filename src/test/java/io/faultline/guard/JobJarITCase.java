package io.faultline.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What {@code flink run} is given: the job and its connector, no cluster, no broker, no command line. */
class JobJarITCase {

    private static final Path JAR = Path.of("target", "faultline-job.jar");

    @Test
    void holdsTheJobAndWhatItNeeds() throws IOException {
        assertThat(entries())
                .contains(
                        "io/faultline/FaultlineJob.class",
                        "io/faultline/FaultlineTopology.class",
                        "org/apache/flink/cep/CEP.class",
                        "org/apache/flink/connector/kafka/source/KafkaSource.class",
                        "org/apache/kafka/clients/consumer/KafkaConsumer.class",
                        "com/fasterxml/jackson/databind/ObjectMapper.class",
                        "com/opengamma/strata/basics/date/HolidayCalendars.class",
                        "calendars/venues.csv",
                        "lexicon/vendors.csv",
                        "lexicon/release.model",
                        "com/ibm/icu/text/Transliterator.class");
    }

    @Test
    void holdsNothingElse() throws IOException {
        assertThat(entries())
                .noneMatch(entry -> entry.startsWith("io/faultline/app/"))
                .noneMatch(entry -> entry.startsWith("datasets/"))
                .noneMatch(entry -> entry.startsWith("picocli/"))
                .noneMatch(entry -> entry.startsWith("kafka/") && entry.endsWith(".class"))
                .noneMatch(entry -> entry.startsWith("io/faultline/io/replay/"))
                .noneMatch(entry -> entry.startsWith("org/apache/kafka/metadata/"))
                .noneMatch(entry -> entry.startsWith("org/apache/flink/streaming/api/environment/"))
                .noneMatch(entry -> entry.startsWith("org/apache/logging/"))
                .noneMatch(entry -> entry.startsWith("org/slf4j/"))
                .noneMatch(entry -> entry.startsWith("scala/"));
    }

    @Test
    void namesItsEntryPoint() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS))
                    .isEqualTo("io.faultline.FaultlineJob");
        }
    }

    private static List<String> entries() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }
}
