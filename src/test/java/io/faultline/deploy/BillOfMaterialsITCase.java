package io.faultline.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the build made: the job's jar holds what it should, and the bill of materials names all of it. */
class BillOfMaterialsITCase {

    private static final Path JAR = Path.of("target/faultline-job.jar");
    private static final Path BILL = Path.of("target/faultline-bom.json");

    @Test
    void namesEveryLibraryOfTheJarWithVersionHashAndLicence() throws IOException {
        // Its maker skips it when Maven is offline.
        assumeTrue(Files.exists(BILL) || System.getenv("CI") != null, BILL + " is made when Maven is online");
        JsonNode components = new ObjectMapper().readTree(BILL.toFile()).path("components");
        Map<String, JsonNode> named = new TreeMap<>();
        components.forEach(one -> named.put(
                one.path("group").asText() + ":" + one.path("name").asText() + ":"
                        + one.path("version").asText(),
                one));
        assertThat(named.values()).allSatisfy(one -> {
            assertThat(one.path("hashes")).as("hashes of %s", one.path("name")).isNotEmpty();
            assertThat(one.path("licenses"))
                    .as("licences of %s", one.path("name"))
                    .isNotEmpty();
        });
        Set<String> libraries = libraries();
        assertThat(libraries).hasSizeGreaterThan(5);
        assertThat(named.keySet()).containsAll(libraries);
        System.out.printf(
                "bill of materials: %d libraries, %d of them found in the job's jar%n", named.size(), libraries.size());
    }

    @Test
    void theJarHasTheJobAndNothingThatAClusterBrings() throws IOException {
        Set<String> entries = new TreeSet<>();
        try (JarFile jar = new JarFile(JAR.toFile())) {
            jar.stream().map(JarEntry::getName).forEach(entries::add);
        }
        assertThat(entries).contains("io/faultline/FaultlineJob.class", "org/apache/flink/cep/CEP.class");
        assertThat(entries)
                .noneMatch(entry -> entry.startsWith("io/faultline/app/"))
                .noneMatch(entry -> entry.startsWith("org/apache/flink/runtime/"))
                .noneMatch(entry -> entry.startsWith("org/slf4j/") || entry.startsWith("org/apache/logging/"))
                .noneMatch(entry -> entry.startsWith("kafka/server/") || entry.startsWith("picocli/"));
    }

    /** Libraries that left their coordinates in the jar. */
    private static Set<String> libraries() throws IOException {
        Set<String> libraries = new TreeSet<>();
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                if (entry.getName().matches("META-INF/maven/.*/pom\\.properties")) {
                    Properties own = new Properties();
                    own.load(jar.getInputStream(entry));
                    libraries.add(own.getProperty("groupId") + ":" + own.getProperty("artifactId") + ":"
                            + own.getProperty("version"));
                }
            }
        }
        libraries.removeIf(library -> library.startsWith("io.faultline:"));
        // ICU's parts are put together into one library by its makers.
        return libraries.stream()
                .map(library -> library.replaceAll("^com\\.ibm\\.icu:[^:]+:", "com.ibm.icu:icu4j:"))
                .collect(Collectors.toSet());
    }
}
