package io.faultline.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.flink.runtime.util.EnvironmentInformation;

/** What must hold of docker/Dockerfile for it to build and start. */
final class DockerfileRules {

    private static final Path IGNORED = Path.of("docker/Dockerfile.dockerignore");
    private static final Pattern PINNED =
            Pattern.compile("[\\w./-]+:\\d+\\.\\d+\\.\\d+[\\w.-]*(@sha256:[0-9a-f]{64})?");
    private static final Pattern JAVA_17 = Pattern.compile("[^:]+:(17\\.\\S+|\\S+-(java|temurin-)17\\b\\S*)");
    private static final Pattern ENTRY = Pattern.compile("\"-cp\", \"([^\"]+)\", \"([\\w.]+)\"");

    static final List<Rule<Dockerfile>> ALL = List.of(
            new Rule<>("base images are pinned arguments", DockerfileRules::bases),
            new Rule<>("every stage has the Java that the job is built for", DockerfileRules::java),
            new Rule<>("what is copied is in the checkout and not ignored", DockerfileRules::copies),
            new Rule<>("no stage that is shipped ends as root", DockerfileRules::users),
            new Rule<>("Flink is the one that the job is built with", DockerfileRules::flink),
            new Rule<>("Flink finds its configuration and the job", DockerfileRules::contents),
            new Rule<>("Flink may write where it keeps state", DockerfileRules::state),
            new Rule<>("the command line starts a class that is there", DockerfileRules::entry),
            new Rule<>("checkpoints can go to S3", DockerfileRules::plugin));

    private DockerfileRules() {}

    private static List<String> images(Dockerfile file) {
        return file.all("ARG").stream()
                .filter(argument -> argument.contains("_IMAGE="))
                .map(argument -> argument.substring(argument.indexOf('=') + 1))
                .toList();
    }

    private static List<String> bases(Dockerfile file) {
        Stream<String> unpinned =
                images(file).stream().filter(image -> !PINNED.matcher(image).matches());
        Stream<String> fixed = file.all("FROM").stream().filter(from -> !from.matches("\\$\\{[A-Z]+_IMAGE} AS [a-z]+"));
        return Stream.concat(unpinned, fixed).toList();
    }

    private static List<String> java(Dockerfile file) {
        return images(file).stream()
                .filter(image -> !JAVA_17.matcher(image).matches())
                .toList();
    }

    private static List<String> copies(Dockerfile file) {
        List<String> shipped;
        try {
            shipped = Files.readAllLines(IGNORED).stream()
                    .filter(line -> line.startsWith("!"))
                    .map(line -> line.substring(1))
                    .toList();
        } catch (IOException e) {
            return List.of(IGNORED + " cannot be read");
        }
        return file.all("COPY").stream()
                .filter(copy -> !copy.contains("--from="))
                .map(copy -> copy.replaceAll("--\\S+ ", ""))
                .flatMap(copy -> {
                    List<String> words = Arrays.asList(copy.split("\\s+", -1));
                    return words.subList(0, words.size() - 1).stream();
                })
                .filter(source -> !Files.exists(Path.of(source))
                        || shipped.stream().noneMatch(path -> source.equals(path) || source.startsWith(path + "/")))
                .toList();
    }

    private static List<String> users(Dockerfile file) {
        return Stream.of(file.stage("cli"), file.lastStage())
                .map(stage -> stage.all("USER"))
                .filter(users -> users.isEmpty() || !users.get(users.size() - 1).matches("[1-9]\\d*:[1-9]\\d*"))
                .map(users -> "ends as " + users)
                .toList();
    }

    private static List<String> flink(Dockerfile file) {
        String expected = "FLINK_IMAGE=flink:" + EnvironmentInformation.getVersion() + "-scala_2.12-java17";
        return file.all("ARG").stream().anyMatch(argument -> argument.startsWith(expected))
                ? List.of()
                : List.of("no argument " + expected);
    }

    private static List<String> contents(Dockerfile file) {
        return Stream.of(
                        "docker/config/config.yaml conf/config.yaml",
                        "/src/target/faultline-job.jar usrlib/faultline-job.jar")
                .filter(copied -> file.lastStage().all("COPY").stream()
                        .noneMatch(copy -> copy.contains("--chown=flink:flink ") && copy.endsWith(copied)))
                .toList();
    }

    /** A volume that is new takes its owner from the image. */
    private static List<String> state(Dockerfile file) {
        List<String> own = new ArrayList<>();
        for (String run : file.lastStage().all("RUN")) {
            Matcher made =
                    Pattern.compile("install -d -o flink -g flink ([^&]+)").matcher(run);
            while (made.find()) {
                own.addAll(Arrays.asList(made.group(1).strip().split(" ", -1)));
            }
        }
        return Stream.of(
                        "execution.checkpointing.dir",
                        "execution.checkpointing.savepoint-dir",
                        "high-availability.storageDir")
                .map(key -> FlinkSettings.all().get(key).replace("file://", ""))
                .filter(place -> own.stream().noneMatch(directory -> place.startsWith(directory + "/")))
                .toList();
    }

    private static List<String> entry(Dockerfile file) {
        Dockerfile cli = file.stage("cli");
        Matcher started = ENTRY.matcher(String.join(" ", cli.all("ENTRYPOINT")));
        if (!started.find()) {
            return List.of("no class to start");
        }
        List<String> breaches = new ArrayList<>();
        try {
            Class.forName(started.group(2)).getMethod("main", String[].class);
        } catch (ReflectiveOperationException e) {
            breaches.add(started.group(2) + " cannot be started");
        }
        for (String place : started.group(1).replace("/*", "").split(":", -1)) {
            if (cli.all("COPY").stream().noneMatch(copy -> copy.endsWith(" " + place))) {
                breaches.add("nothing is copied to " + place);
            }
        }
        return breaches;
    }

    private static List<String> plugin(Dockerfile file) {
        return file.lastStage().all("RUN").stream()
                        .anyMatch(run -> run.matches(".*cp opt/flink-s3-fs-presto-\\*\\.jar plugins/s3-fs-presto/.*"))
                ? List.of()
                : List.of("the S3 plugin has no folder of its own under plugins/");
    }
}
