package io.faultline.deploy;

import java.util.List;

/** Recipes that would not build, would start something else, or would hold what no image should. */
final class DockerfileMutations {

    private static final String BASES = "base images are pinned arguments";
    private static final String JAVA = "every stage has the Java that the job is built for";
    private static final String COPIES = "what is copied is in the checkout and not ignored";
    private static final String CONTENTS = "Flink finds its configuration and the job";
    private static final String STATE = "Flink may write where it keeps state";
    private static final String ENTRY = "the command line starts a class that is there";
    private static final String USERS = "no stage that is shipped ends as root";
    private static final String FLINK = "Flink is the one that the job is built with";
    private static final String S3 = "checkpoints can go to S3";
    private static final String WORDS = "only instructions that such an image needs";
    private static final String ORIGINS = "all comes from the checkout, the base images and Maven";
    private static final String ARGUMENTS = "arguments name base images, and nothing is set besides";
    private static final String PRODUCTS = "what is shipped is where the build makes it";
    private static final String SOURCES = "the build has what it reads before it runs";
    private static final String START = "Flink's image starts as it does without the job";
    private static final String USER = "Flink runs as the user of its base image";

    private static final String OPENS = "the JDK is open to the command line as to its tests";

    static final List<Mutation<String[]>> ALL = List.of(
            replace(BASES, "FLINK_IMAGE=flink:2.2.1-scala_2.12-java17", "FLINK_IMAGE=flink:latest"),
            replace(BASES, "FROM ${JRE_IMAGE}", "FROM debian"),
            replace(BASES, "maven:3.9.9-eclipse", "maven:3-eclipse"),
            replace(BASES, "eclipse-temurin:17.0.17_10", "eclipse-temurin:17"),
            replace(JAVA, "eclipse-temurin:17.0.17_10", "eclipse-temurin:11.0.29_7"),
            replace(JAVA, "-java17", "-java21"),
            replace(JAVA, "eclipse-temurin-17", "eclipse-temurin-21"),
            replace(COPIES, "pom.xml ./", "pom.xml mvnw ./"),
            replace(CONTENTS, "config.yaml conf/config.yaml", "config.yaml ./"),
            replace(CONTENTS, "usrlib/faultline-job.jar", "lib/faultline-job.jar"),
            replace(STATE, "install -d -o flink -g flink", "install -d"),
            replace(STATE, "/var/lib/faultline", "/var/lib/flink"),
            replace(ENTRY, "io.faultline.app.Main", "io.faultline.app.Mian"),
            replace(ENTRY, "target/lib /opt", "target/lib /srv"),
            replace(COPIES, "src/main src/main", "src/test src/test"),
            replace(COPIES, "docker/config/config.yaml", "docker/conf.yaml"),
            replace(USERS, "USER 9999:9999", "USER root"),
            replace(FLINK, "flink:2.2.1", "flink:2.1.0"),
            replace(S3, "plugins/s3-fs-presto/", "lib/"),
            before("USER 9999:9999", "ADD https://example.com/x.jar lib/x.jar", WORDS),
            before("USER 9999:9999", "VOLUME /var/lib/faultline", WORDS),
            before("USER root", "ADD https://example.com/x.jar lib/x.jar", ORIGINS),
            before("USER 9999:9999", "RUN curl -o lib/x.jar example.com/x.jar", ORIGINS),
            before("USER 9999:9999", "COPY --from=busybox /bin/sh /bin/sh", ORIGINS),
            before("USER 9999:9999", "ENV AWS_SECRET_ACCESS_KEY=abc123", ARGUMENTS),
            before("USER root", "ENV FLINK_PROPERTIES=\"a: b\"", ARGUMENTS),
            before("FROM ${JRE_IMAGE}", "ARG AWS_SECRET_ACCESS_KEY", ARGUMENTS),
            before("FROM ${JRE_IMAGE}", "ARG TOKEN=abc123", ARGUMENTS),
            before("USER root", "RUN export TOKEN=abc123", ARGUMENTS),
            replace(PRODUCTS, "WORKDIR /src", "WORKDIR /build"),
            replace(PRODUCTS, "-DskipTests package", "-DskipTests compile"),
            replace(PRODUCTS, "-DskipTests package", "-DskipTests package clean"),
            replace(PRODUCTS, "/src/target/lib ", "/src/target/libs "),
            replace(SOURCES, "COPY .mvn .mvn", "USER root"),
            replace(SOURCES, "src/main src/main", "src/main src"),
            before("USER root", "ENTRYPOINT [\"bash\"]", START),
            before("USER 9999:9999", "CMD [\"taskmanager\"]", START),
            before("USER root", "WORKDIR /tmp", START),
            replace(START, "${FLINK_IMAGE} AS job", "${JRE_IMAGE} AS job"),
            replace(USER, "USER 9999:9999", "USER 1000:1000"),
            replace(OPENS, "java.base/java.time=", "java.base/java.tim="));

    private DockerfileMutations() {}

    private static Mutation<String[]> before(String line, String added, String rule) {
        return replace(rule, line, added + "\n" + line);
    }

    private static Mutation<String[]> replace(String rule, String what, String with) {
        return new Mutation<>(rule, with, text -> text[0] = text[0].replace(what, with));
    }
}
