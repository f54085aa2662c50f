package io.faultline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.List;

/** The schema of a custom resource definition, made to refuse fields that it does not know. */
final class StrictSchema {

    private static final String ANYTHING = "x-kubernetes-preserve-unknown-fields";
    private static final String NUMBER_OR_TEXT = "x-kubernetes-int-or-string";

    private final JsonSchema schema;

    private StrictSchema(JsonSchema schema) {
        this.schema = schema;
    }

    /** The schema of the stored version of a definition. */
    static StrictSchema of(JsonNode definition) {
        JsonNode version = Manifests.each(definition.at("/spec/versions"))
                .filter(one -> one.path("storage").asBoolean())
                .findFirst()
                .orElseThrow();
        ObjectNode root = version.at("/schema/openAPIV3Schema").deepCopy();
        ObjectNode properties = (ObjectNode) root.path("properties");
        for (String known : List.of("apiVersion", "kind")) {
            properties.putObject(known).put("type", "string");
        }
        properties.putObject("metadata").put("type", "object").put(ANYTHING, true);
        close(root);
        return new StrictSchema(
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(root));
    }

    /** Everything that is wrong with an object. */
    List<String> errors(JsonNode object) {
        return schema.validate(object).stream().map(Object::toString).sorted().toList();
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object) {
            boolean closed = object.path("properties").isObject()
                    && !object.path(ANYTHING).asBoolean()
                    && !object.has("additionalProperties");
            if (object.path(NUMBER_OR_TEXT).asBoolean()) {
                object.remove("type");
                object.putArray("type").add("integer").add("string");
            }
            if (closed) {
                object.put("additionalProperties", false);
            }
        }
        node.forEach(StrictSchema::close);
    }
}
