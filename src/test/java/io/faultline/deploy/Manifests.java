package io.faultline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The objects of one rendered overlay. */
record Manifests(List<JsonNode> objects) {

    static final ObjectMapper YAML = new YAMLMapper(new YAMLFactory());

    /** Reads a stream of YAML documents. */
    static Manifests of(String yaml) {
        try {
            List<JsonNode> read = new ArrayList<>();
            YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml).forEachRemaining(read::add);
            return new Manifests(List.copyOf(read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that can be changed without changing this. */
    Manifests copy() {
        List<JsonNode> copies = new ArrayList<>();
        objects.forEach(object -> copies.add(object.deepCopy()));
        return new Manifests(copies);
    }

    /** All objects of a kind. */
    List<JsonNode> all(String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .toList();
    }

    /** Whether an object is there. */
    boolean has(String kind, String name) {
        return all(kind).stream().anyMatch(object -> name(object).equals(name));
    }

    /** An object that must be there, to be changed. */
    ObjectNode the(String kind, String name) {
        return (ObjectNode) all(kind).stream()
                .filter(object -> name(object).equals(name) || name(object).startsWith(name + "-"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    /** The job's deployment. */
    JsonNode flink() {
        return all("FlinkDeployment").get(0);
    }

    /** A setting of Flink in the job's deployment; empty if it is not set. */
    String setting(String key) {
        return flink().path("spec").path("flinkConfiguration").path(key).asText();
    }

    /** The specification of the job's pods. */
    JsonNode pod() {
        return flink().at("/spec/podTemplate/spec");
    }

    /** The main container of the job's pods. */
    JsonNode container() {
        return pod().at("/containers/0");
    }

    /** Files of the configuration that the job's pods mount, by name. */
    Map<String, String> configFiles() {
        Map<String, String> files = new HashMap<>();
        for (JsonNode volume : pod().path("volumes")) {
            String name = volume.at("/configMap/name").asText();
            all("ConfigMap").stream()
                    .filter(map -> name(map).equals(name))
                    .forEach(map -> map.path("data")
                            .fields()
                            .forEachRemaining(file ->
                                    files.put(file.getKey(), file.getValue().asText())));
        }
        return files;
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    /** Elements of a list, of none if there is no list. */
    static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** Texts of a list. */
    static List<String> texts(JsonNode list) {
        return each(list).map(JsonNode::asText).toList();
    }
}
