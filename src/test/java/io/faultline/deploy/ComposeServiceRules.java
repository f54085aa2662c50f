package io.faultline.deploy;

import static io.faultline.deploy.ComposeRules.each;
import static io.faultline.deploy.Manifests.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must hold of every service of the compose file, beyond {@link ComposeRules}. */
final class ComposeServiceRules {

    /** Tools that ask a service something and are in its image; by the name of the image. */
    private static final Map<String, Set<String>> ASKS = Map.of(
            "apache/kafka", Set.of("/opt/kafka/bin/kafka-topics.sh"),
            "zookeeper", Set.of("zkServer.sh"),
            "faultline-job", Set.of("curl"),
            "prom/prometheus", Set.of("wget"),
            "prom/alertmanager", Set.of("wget"),
            "grafana/grafana", Set.of("wget"));

    private static final Pattern LOCAL_PORT = Pattern.compile("http://localhost:(\\d+)/");
    private static final Pattern FULL_VERSION =
            Pattern.compile("[\\w./-]+:(\\$\\{\\w+:-)?v?\\d+\\.\\d+\\.\\d+[\\w.-]*}?");
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(passw|_pass\\b|secret|token|access_?key|api_?key|private_?key|jaas|credential).*");
    private static final Pattern SECRET_VALUE = Pattern.compile(
            "(?i).*((passw\\w*|\\bpass|secret\\w*|token|access[-_.]?key\\w*)[\\w.-]*\\s*[=:]\\s*[^$\\s]|AKIA[0-9A-Z]{8}).*");

    static final List<Rule<JsonNode>> ALL = List.of(
            new Rule<>("health checks ask the service, with a tool of its image", each(ComposeServiceRules::health)),
            new Rule<>("services share nothing with their host, and none is root", each(ComposeServiceRules::host)),
            new Rule<>("images are pinned to a full version", each(ComposeServiceRules::images)),
            new Rule<>("no secret is hidden under another name or in a command", each(ComposeServiceRules::secrets)));

    private ComposeServiceRules() {}

    private static List<String> health(String name, JsonNode service) {
        List<String> test = texts(service.at("/healthcheck/test"));
        if (test.isEmpty()) {
            return List.of();
        }
        String image = service.path("image").asText().replaceAll(":.*", "");
        List<String> breaches = new ArrayList<>();
        boolean shell = test.get(0).equals("CMD-SHELL");
        if (!shell && !test.get(0).equals("CMD")) {
            breaches.add("health check is " + test.get(0));
        }
        String command = String.join(" ", test.subList(1, test.size()));
        String first = command.replaceAll(" .*", "");
        if (!ASKS.getOrDefault(image, Set.of()).contains(first)) {
            breaches.add("\"" + first + "\" is no tool of " + image + " that asks");
        }
        // What follows a pipe may only make the answer stricter.
        if (shell && !command.matches("[^|;&]+(\\| grep -q \\S+)?")) {
            breaches.add("health check is well whatever the answer: " + command);
        }
        for (Matcher asked = LOCAL_PORT.matcher(command); asked.find(); ) {
            if (!servedBy(name, service).contains(asked.group(1))) {
                breaches.add("health check asks port " + asked.group(1));
            }
        }
        return breaches;
    }

    private static Set<String> servedBy(String name, JsonNode service) {
        Set<String> published = new TreeSet<>();
        texts(service.path("ports")).forEach(port -> published.add(port.replaceAll(".*:", "")));
        if (name.equals("taskmanager")) {
            published.add(FlinkSettings.all().get(FlinkOptions.REPORTER + "port"));
        }
        return published;
    }

    private static List<String> host(String name, JsonNode service) {
        List<String> breaches = new ArrayList<>();
        for (String field : List.of("network_mode", "pid", "ipc", "devices", "cap_add", "userns_mode")) {
            if (service.has(field)) {
                breaches.add(field + " " + service.path(field));
            }
        }
        if (service.path("user").asText().matches("(root|0+)(:.*)?")) {
            breaches.add("runs as " + service.path("user"));
        }
        texts(service.path("volumes")).stream()
                .filter(volume -> volume.startsWith("/") || volume.startsWith("~") || volume.startsWith(".."))
                .forEach(volume -> breaches.add("mounts " + volume));
        return breaches;
    }

    private static List<String> images(String name, JsonNode service) {
        String image = service.path("image").asText();
        return FULL_VERSION.matcher(image).matches() ? List.of() : List.of("image " + image);
    }

    private static List<String> secrets(String name, JsonNode service) {
        List<String> breaches = new ArrayList<>();
        service.path("environment").fields().forEachRemaining(entry -> {
            String value = entry.getValue().asText();
            boolean asked = value.matches("\\$\\{\\w+:\\?.+}");
            boolean named = SECRET_NAME.matcher(entry.getKey()).matches();
            if (!asked && (named || SECRET_VALUE.matcher(value).matches())) {
                breaches.add(entry.getKey());
            }
        });
        Stream.of("command", "entrypoint")
                .flatMap(field -> Stream.concat(
                        texts(service.path(field)).stream(),
                        Stream.of(service.path(field).asText())))
                .filter(argument -> SECRET_VALUE.matcher(argument).matches())
                .forEach(breaches::add);
        return breaches;
    }
}
