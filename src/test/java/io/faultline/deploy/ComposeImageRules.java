package io.faultline.deploy;

import static io.faultline.deploy.ComposeCommandRules.COMMANDS;
import static io.faultline.deploy.ComposeCommandRules.FLINK;
import static io.faultline.deploy.ComposeCommandRules.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.kafka.common.utils.AppInfoParser;

/** Which image the services run that this project builds, and what Flink itself is told in it. */
final class ComposeImageRules {

    private static final String ADDRESS = "JOB_MANAGER_RPC_ADDRESS";

    private static final Pattern VERSION = Pattern.compile("<artifactId>faultline</artifactId>\\s*<version>([^<]+)");

    static final List<Rule<JsonNode>> ALL = List.of(
            new Rule<>("the broker is the one that the job was tested with", ComposeImageRules::broker),
            new Rule<>("Flink's own arguments are settings that it knows", ComposeImageRules::settings),
            new Rule<>("each service runs the image that has its program", ComposeImageRules::images),
            new Rule<>(
                    "both roles of Flink are told the JobManager's address, and no more", ComposeImageRules::address));

    private ComposeImageRules() {}

    private static List<String> settings(JsonNode file) {
        List<String> breaches = new ArrayList<>();
        Set<String> known = new HashSet<>(FlinkOptions.all().keySet());
        known.add(StateRecoveryOptions.RESTORE_MODE.key());
        for (String service : FLINK) {
            List<String> command = command(file, service);
            int end = command.contains("--") ? command.indexOf("--") : command.size();
            for (String argument :
                    command.subList(Math.min(COMMANDS.get(service).size(), end), end)) {
                String given = argument.replaceAll("^\\$\\{FAULTLINE_RESTORE:-(.*)}$", "$1");
                String key = given.replaceAll("^-D([^=]+)=.+$", "$1");
                if (key.equals(given) || !known.contains(key)) {
                    breaches.add(service + ": " + argument);
                }
            }
        }
        return breaches;
    }

    private static List<String> images(JsonNode file) {
        List<String> breaches = new ArrayList<>();
        for (String service : COMMANDS.keySet()) {
            String target = FLINK.contains(service) ? "job" : "cli";
            JsonNode own = file.at("/services/" + service);
            boolean built = own.at("/build/target").asText().equals(target)
                    && own.at("/build/context").asText().equals("..")
                    && own.at("/build/dockerfile").asText().equals("docker/Dockerfile")
                    && !Dockerfile.read().stage(target).instructions().isEmpty();
            String image = "faultline-" + target + ":${FAULTLINE_VERSION:-" + version() + "}";
            if (!built || !own.path("image").asText().equals(image)) {
                breaches.add(service + ": " + own.path("image") + " from " + own.path("build"));
            }
        }
        return breaches;
    }

    private static String version() {
        try {
            Matcher version = VERSION.matcher(Files.readString(Path.of("pom.xml")));
            return version.find() ? version.group(1) : "none";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A broker as old as its image's tag may lack what the clients ask for. */
    private static List<String> broker(JsonNode file) {
        String image = file.at("/services/kafka/image").asText();
        return image.equals("apache/kafka:" + AppInfoParser.getVersion()) ? List.of() : List.of(image);
    }

    /** The image's entry point writes the address into the configuration; other settings come from the one file. */
    private static List<String> address(JsonNode file) {
        String host = FlinkSettings.all().get("jobmanager.rpc.address");
        return FLINK.stream()
                .map(service -> file.at("/services/" + service + "/environment"))
                .filter(given -> given.size() != 1
                        || !given.path(ADDRESS).asText().equals(host)
                        || !file.at("/services/" + host + "/command/0").asText().equals("standalone-job"))
                .map(given -> "environment " + given)
                .toList();
    }
}
