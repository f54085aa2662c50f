package io.faultline.deploy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes faults out of words: where something stands, and what stands there instead. */
final class Faults {

    private Faults() {}

    /** Puts a value, given in YAML, where a pointer says; an index {@code -} appends to a list. */
    static void put(JsonNode root, String at, String yaml) {
        JsonPointer place = JsonPointer.compile(at);
        JsonNode parent = root.at(place.head());
        String last = place.last().getMatchingProperty();
        if (parent instanceof ObjectNode object) {
            object.set(last, yaml(yaml));
        } else if (last.equals("-")) {
            ((ArrayNode) parent).add(yaml(yaml));
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(last), yaml(yaml));
        }
    }

    /** Takes away what stands there. */
    static void take(JsonNode root, String at) {
        JsonPointer place = JsonPointer.compile(at);
        JsonNode parent = root.at(place.head());
        String last = place.last().getMatchingProperty();
        JsonNode taken = parent instanceof ObjectNode object
                ? object.remove(last)
                : ((ArrayNode) parent).remove(Integer.parseInt(last));
        if (taken == null) {
            throw new AssertionError("nothing at " + at);
        }
    }

    /** In an object such as {@code Role/faultline}, something else than there is. */
    static Mutation<Manifests> in(String object, String at, String yaml, String rule) {
        return new Mutation<>(rule, object + at + " = " + yaml, all -> put(find(all, object), at, yaml));
    }

    /** An object that lacks something. */
    static Mutation<Manifests> without(String object, String at, String rule) {
        return new Mutation<>(rule, object + " without " + at, all -> take(find(all, object), at));
    }

    /** An overlay that lacks an object. */
    static Mutation<Manifests> without(String object, String rule) {
        return new Mutation<>(rule, "without " + object, all -> all.objects().remove(find(all, object)));
    }

    /** An object too many. */
    static Mutation<Manifests> added(String yaml, String rule) {
        String fault = "added " + yaml.replaceAll("\\s+", " ");
        return new Mutation<>(rule, fault, all -> all.objects().add(yaml(yaml)));
    }

    private static ObjectNode find(Manifests all, String object) {
        String[] parts = object.split("/", 2);
        return parts.length == 1 ? (ObjectNode) all.all(parts[0]).get(0) : all.the(parts[0], parts[1]);
    }

    private static JsonNode yaml(String text) {
        try {
            return Manifests.YAML.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not YAML: " + text, e);
        }
    }
}
