package io.faultline.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** Instructions of the stage of this name; of none if there is none. */
    Dockerfile stage(String name) {
        List<String> own = new ArrayList<>();
        boolean inside = false;
        for (String line : instructions) {
            inside = line.startsWith("FROM ") ? line.endsWith(" AS " + name) : inside;
            if (inside) {
                own.add(line);
            }
        }
        return new Dockerfile(own);
    }

    /** Instructions of the last stage, the one that is built unless another is named. */
    Dockerfile lastStage() {
        List<String> stages = all("FROM");
        return stage(stages.get(stages.size() - 1).replaceAll(".* AS ", ""));
    }

    /** Whom the last stage ends as, as {@code user:group}. */
    String user() {
        List<String> users = lastStage().all("USER");
        return users.isEmpty() ? "root:root" : users.get(users.size() - 1);
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
