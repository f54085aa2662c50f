package io.faultline.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The instructions of docker/Dockerfile, continued lines joined, comments left out. */
record Dockerfile(List<String> instructions) {

    private static final String HOME = "/opt/flink/";

    static Dockerfile read() {
        try {
            return of(Files.readString(Path.of("docker/Dockerfile")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Dockerfile of(String text) {
        return new Dockerfile(text.replaceAll("\\\\\n\\s*", " ")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList());
    }

    /** Instructions of one kind, without the word. */
    List<String> all(String word) {
        return instructions.stream()
                .filter(line -> line.startsWith(word + " "))
                .map(line -> line.substring(word.length() + 1))
                .toList();
    }

    /** Instructions of the last stage. */
    Dockerfile lastStage() {
        int from = 0;
        for (int i = 0; i < instructions.size(); i++) {
            from = instructions.get(i).startsWith("FROM ") ? i : from;
        }
        return new Dockerfile(instructions.subList(from, instructions.size()));
    }

    /** Where the job's jar is in the image. */
    String jar() {
        return HOME
                + lastStage().all("COPY").stream()
                        .filter(copy -> copy.contains("faultline-job.jar"))
                        .map(copy -> copy.substring(copy.lastIndexOf(' ') + 1))
                        .findFirst()
                        .orElse("none");
    }
}
