package io.faultline.deploy;

import static io.faultline.deploy.Manifests.each;
import static io.faultline.deploy.Manifests.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether Alertmanager's routes and inhibitions are about alerts that there are. */
final class RoutingRules {

    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"(.*)\"");

    static final List<Rule<JsonNode>> ALL = List.of(
            new Rule<>("routes lead to receivers that there are", RoutingRules::receivers),
            new Rule<>("routes are about severities that there are, and pages have one", RoutingRules::routes),
            new Rule<>("an alert that silences others is there, and as grave as they are", RoutingRules::inhibitions));

    private RoutingRules() {}

    private static List<String> receivers(JsonNode stack) {
        Set<String> there = each(stack.at("/alertmanager/receivers"))
                .map(receiver -> receiver.path("name").asText())
                .collect(Collectors.toSet());
        return stack.at("/alertmanager/route").findValuesAsText("receiver").stream()
                .filter(receiver -> !there.contains(receiver))
                .toList();
    }

    private static List<String> routes(JsonNode stack) {
        List<Map<String, String>> alerts = alerts(stack);
        List<String> breaches = new ArrayList<>();
        Set<String> routed = new TreeSet<>();
        for (JsonNode route : stack.at("/alertmanager/route/routes")) {
            List<String> matchers = texts(route.path("matchers"));
            List<Map<String, String>> matched =
                    alerts.stream().filter(alert -> matches(alert, matchers)).toList();
            if (matched.isEmpty()) {
                breaches.add("no alert goes by " + matchers);
            }
            matched.forEach(alert -> routed.add(alert.get("alertname")));
        }
        // A warning may go where all goes that has no route; whoever is woken is woken by a route.
        alerts.stream()
                .filter(alert -> !alert.get("severity").equals("warning"))
                .map(alert -> alert.get("alertname"))
                .filter(name -> !routed.contains(name))
                .forEach(name -> breaches.add(name + " wakes nobody"));
        return breaches;
    }

    private static List<String> inhibitions(JsonNode stack) {
        List<Map<String, String>> alerts = alerts(stack);
        List<String> breaches = new ArrayList<>();
        for (JsonNode rule : stack.at("/alertmanager/inhibit_rules")) {
            List<String> sources = texts(rule.path("source_matchers"));
            List<String> targets = texts(rule.path("target_matchers"));
            List<Map<String, String>> silencing =
                    alerts.stream().filter(alert -> matches(alert, sources)).toList();
            List<Map<String, String>> silenced =
                    alerts.stream().filter(alert -> matches(alert, targets)).toList();
            boolean pages =
                    silenced.stream().anyMatch(alert -> alert.get("severity").equals("page"));
            boolean grave =
                    silencing.stream().allMatch(alert -> alert.get("severity").equals("page"));
            if (silencing.isEmpty() || silenced.isEmpty() || silenced.containsAll(silencing) || (pages && !grave)) {
                breaches.add(sources + " silences " + targets);
            }
        }
        return breaches;
    }

    private static List<Map<String, String>> alerts(JsonNode stack) {
        List<Map<String, String>> alerts = new ArrayList<>();
        for (JsonNode alert : stack.path("alerts")) {
            Map<String, String> labels = new TreeMap<>();
            labels.put("alertname", alert.path("alert").asText());
            alert.path("labels")
                    .fields()
                    .forEachRemaining(
                            label -> labels.put(label.getKey(), label.getValue().asText()));
            alerts.add(labels);
        }
        return alerts;
    }

    /** By labels that the rules set; one that comes with the series can have any value. */
    private static boolean matches(Map<String, String> alert, List<String> matchers) {
        return matchers.stream().allMatch(text -> {
            Matcher read = MATCHER.matcher(text);
            if (!read.matches()) {
                throw new AssertionError("not a matcher: " + text);
            }
            String value = alert.get(read.group(1));
            boolean regex = read.group(2).endsWith("~");
            boolean same = value != null && (regex ? value.matches(read.group(3)) : value.equals(read.group(3)));
            return value == null || same != read.group(2).startsWith("!");
        });
    }
}
