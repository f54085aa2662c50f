package io.faultline.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Renders overlays as an operator's {@code kubectl apply -k} would, offline. */
final class Kustomize {

    /** All overlays. */
    static final List<String> OVERLAYS = List.of("dev", "prod");

    private static final Map<String, Manifests> RENDERED = new ConcurrentHashMap<>();

    private Kustomize() {}

    /** One overlay, rendered. Without kubectl the calling test is skipped, in CI it fails. */
    static Manifests overlay(String name) {
        requireKubectl();
        return RENDERED.computeIfAbsent(name, Kustomize::render).copy();
    }

    private static void requireKubectl() {
        boolean there = List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "kubectl")));
        if (System.getenv("CI") != null) {
            assertThat(there).as("kubectl is on the PATH").isTrue();
        }
        assumeTrue(there, "kubectl is not on the PATH: manifests are not checked");
    }

    private static Manifests render(String name) {
        try {
            Path errors = Files.createTempFile("kustomize", ".err");
            Process process = new ProcessBuilder("kubectl", "kustomize", "k8s/overlays/" + name)
                    .redirectError(errors.toFile())
                    .start();
            String yaml = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThatNoException().isThrownBy(process::waitFor);
            assertThat(Files.readString(errors)).as("messages of kubectl").isEmpty();
            assertThat(process.exitValue()).as("exit code of kubectl").isZero();
            return Manifests.of(yaml);
        } catch (IOException e) {
            throw new AssertionError("kubectl kustomize " + name, e);
        }
    }
}
