package io.faultline.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How docker/Dockerfile comes by what it ships, and what it must not have. */
final class DockerfileBuildRules {

    /** Not ADD, which fetches; not ENV, which stays in the image's history; not VOLUME, which undoes an owner. */
    private static final Set<String> WORDS =
            Set.of("ARG", "FROM", "WORKDIR", "COPY", "RUN", "USER", "ENTRYPOINT", "CMD");

    private static final Pattern FETCHES =
            Pattern.compile("https?:|ftp:|\\b(curl|wget|apt|apt-get|apk|pip|npm|git)\\b");
    private static final Pattern SETS = Pattern.compile("\\bexport |(^|\\s)[A-Z][A-Z0-9_]*=");
    private static final Pattern PACKAGES = Pattern.compile("(--mount=\\S+ )?mvn( -\\S+)* package");

    private static final Pattern OPENS = Pattern.compile("<jdk.opens>([^<]+)</jdk.opens>");

    /** What the phase "package" leaves under target/. */
    private static final Set<String> BUILT = Set.of("target/lib", "target/classes", "target/faultline-job.jar");

    static final List<Rule<Dockerfile>> ALL = List.of(
            new Rule<>("only instructions that such an image needs", DockerfileBuildRules::words),
            new Rule<>("all comes from the checkout, the base images and Maven", DockerfileBuildRules::origins),
            new Rule<>("arguments name base images, and nothing is set besides", DockerfileBuildRules::arguments),
            new Rule<>("what is shipped is where the build makes it", DockerfileBuildRules::products),
            new Rule<>("the build has what it reads before it runs", DockerfileBuildRules::sources),
            new Rule<>("Flink's image starts as it does without the job", DockerfileBuildRules::start),
            new Rule<>("Flink runs as the user of its base image", DockerfileBuildRules::user),
            new Rule<>("the JDK is open to the command line as to its tests", DockerfileBuildRules::opens));

    private DockerfileBuildRules() {}

    private static List<String> words(Dockerfile file) {
        return file.instructions().stream()
                .filter(line -> !WORDS.contains(line.replaceAll("\\s.*", "")))
                .toList();
    }

    private static List<String> origins(Dockerfile file) {
        Stream<String> fetched = Stream.of("ADD", "COPY", "RUN")
                .flatMap(word -> file.all(word).stream())
                .filter(line -> FETCHES.matcher(line).find());
        Stream<String> foreign =
                file.all("COPY").stream().filter(copy -> copy.contains("--from=") && !copy.contains("--from=build "));
        return Stream.concat(fetched, foreign).toList();
    }

    private static List<String> arguments(Dockerfile file) {
        Stream<String> others = file.all("ARG").stream().filter(argument -> !argument.matches("[A-Z]+_IMAGE=\\S+"));
        Stream<String> set =
                file.all("RUN").stream().filter(run -> SETS.matcher(run).find());
        return Stream.of(others, set, file.all("ENV").stream())
                .flatMap(all -> all)
                .toList();
    }

    /** The directory that a stage works in; "/" without one. */
    private static String directory(Dockerfile stage) {
        List<String> directories = stage.all("WORKDIR");
        return directories.isEmpty() ? "/" : directories.get(directories.size() - 1) + "/";
    }

    private static List<String> products(Dockerfile file) {
        Dockerfile build = file.stage("build");
        List<String> runs = build.all("RUN");
        List<String> breaches = new ArrayList<>();
        if (runs.size() != 1 || !PACKAGES.matcher(runs.get(0)).matches()) {
            breaches.add("the build runs " + runs);
        }
        for (String copy : file.all("COPY")) {
            if (copy.contains("--from=build ")) {
                String source = copy.replaceAll("--\\S+ ", "").replaceAll("\\s.*", "");
                String product = source.startsWith(directory(build))
                        ? source.substring(directory(build).length())
                        : source;
                if (!BUILT.contains(product)) {
                    breaches.add(source + " is not built in " + directory(build));
                }
            }
        }
        return breaches;
    }

    private static List<String> sources(Dockerfile file) {
        Map<String, String> needed = Map.of(".mvn", ".mvn", "pom.xml", "./", "src/main", "src/main");
        List<String> before = new ArrayList<>();
        for (String line : file.stage("build").instructions()) {
            if (line.startsWith("RUN ")) {
                break;
            }
            before.add(line);
        }
        return needed.entrySet().stream()
                .map(source -> "COPY " + source.getKey() + " " + source.getValue())
                .filter(copy -> !before.contains(copy))
                .toList();
    }

    private static List<String> start(Dockerfile file) {
        Dockerfile job = file.lastStage();
        List<String> breaches = new ArrayList<>();
        if (!file.all("FROM")
                .equals(Arrays.asList("${MAVEN_IMAGE} AS build", "${JRE_IMAGE} AS cli", "${FLINK_IMAGE} AS job"))) {
            breaches.add("stages are " + file.all("FROM"));
        }
        Stream.of("ENTRYPOINT", "CMD", "WORKDIR", "ENV")
                .flatMap(word -> job.all(word).stream())
                .forEach(breaches::add);
        return breaches;
    }

    private static List<String> user(Dockerfile file) {
        String user = file.user();
        return user.equals("9999:9999") ? List.of() : List.of("user " + user);
    }

    private static List<String> opens(Dockerfile file) {
        String entry = String.join(" ", file.stage("cli").all("ENTRYPOINT"));
        try {
            Matcher tested = OPENS.matcher(Files.readString(Path.of("pom.xml")));
            return tested.find()
                    ? Stream.of(tested.group(1).split(" ", -1))
                            .filter(option -> !entry.contains("\"" + option + "\""))
                            .toList()
                    : List.of("no jdk.opens in pom.xml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
