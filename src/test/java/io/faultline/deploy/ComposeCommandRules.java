package io.faultline.deploy;

import static io.faultline.deploy.Manifests.texts;

import com.fasterxml.jackson.databind.JsonNode;
import io.faultline.FaultlineJob;
import io.faultline.app.CommandLines;
import io.faultline.io.dataset.DataSet;
import io.faultline.io.dataset.DataSetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether the services that run what this project builds are told what they are there for, in words that are known. */
final class ComposeCommandRules {

    /** Services of this project's images, by what their command must begin with. */
    static final Map<String, List<String>> COMMANDS = Map.of(
            "topics", List.of("topics", "create"),
            "rules", List.of("rules", "publish", "--shipped", "--if-none"),
            "replay", List.of("replay"),
            "jobmanager", List.of("standalone-job", "--job-classname", FaultlineJob.class.getName()),
            "taskmanager", List.of("taskmanager"));

    static final Set<String> FLINK = Set.of("jobmanager", "taskmanager");
    private static final Pattern MODE = Pattern.compile("\\$\\{FAULTLINE_MODE:-live}");

    static final List<Rule<JsonNode>> ALL = List.of(
            new Rule<>("each service does what it is there for", ComposeCommandRules::purposes),
            new Rule<>("the command line knows what its services ask of it", ComposeCommandRules::known),
            new Rule<>("a configuration that is named is mounted, for each mode", ComposeCommandRules::configurations),
            new Rule<>("what is replayed is shipped", ComposeCommandRules::dataSets));

    private ComposeCommandRules() {}

    static List<String> command(JsonNode file, String service) {
        return texts(file.at("/services/" + service + "/command"));
    }

    private static List<String> purposes(JsonNode file) {
        List<String> breaches = new ArrayList<>();
        COMMANDS.forEach((service, words) -> {
            List<String> command = command(file, service);
            if (command.size() < words.size()
                    || !command.subList(0, words.size()).equals(words)) {
                breaches.add(service + " runs " + command);
            }
            if (file.at("/services/" + service).has("entrypoint")) {
                breaches.add(service + " does not start what its image does");
            }
        });
        return breaches;
    }

    /** The services that run this project's command line. */
    private static List<String> ownServices() {
        return COMMANDS.keySet().stream()
                .filter(name -> !FLINK.contains(name))
                .sorted()
                .toList();
    }

    private static List<String> known(JsonNode file) {
        List<String> breaches = new ArrayList<>();
        for (String service : ownServices()) {
            String complaint = CommandLines.complaint(command(file, service));
            if (!complaint.isEmpty()) {
                breaches.add(service + ": " + complaint);
            }
        }
        return breaches;
    }

    private static List<String> configurations(JsonNode file) {
        List<String> breaches = new ArrayList<>();
        for (String service : COMMANDS.keySet()) {
            List<String> command = command(file, service);
            String named = after("--config", command);
            for (String mode : List.of("live", "replay")) {
                String path = MODE.matcher(named).replaceAll(mode);
                boolean mounted = texts(file.at("/services/" + service + "/volumes")).stream()
                        .anyMatch(volume -> volume.startsWith("./" + mode + ".properties:" + path + ":"));
                boolean fixed = service.equals("replay") && mode.equals("live");
                if (!service.equals("taskmanager") && !mounted && !fixed) {
                    breaches.add(service + " reads \"" + path + "\" in mode " + mode);
                }
            }
        }
        return breaches;
    }

    private static List<String> dataSets(JsonNode file) {
        try {
            DataSet.shipped(after("--dataset", command(file, "replay")));
            return List.of();
        } catch (DataSetException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static String after(String option, List<String> command) {
        int at = command.lastIndexOf(option);
        return at < 0 || at + 1 == command.size() ? "" : command.get(at + 1);
    }
}
