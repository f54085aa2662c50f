package io.faultline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One right of a KafkaUser. */
record Acl(String type, String name, String pattern, List<String> operations) {

    /** All rights of a user. */
    static List<Acl> of(Manifests manifests, String user) {
        return manifests.all("KafkaUser").stream()
                .filter(one -> Manifests.name(one).equals(user))
                .flatMap(one -> Manifests.each(one.at("/spec/authorization/acls")))
                .map(Acl::of)
                .toList();
    }

    /** The same as words, one for each operation. */
    List<String> words() {
        return operations.stream()
                .map(operation -> type + " " + name + " " + pattern + " " + operation)
                .toList();
    }

    private static Acl of(JsonNode acl) {
        JsonNode resource = acl.path("resource");
        return new Acl(
                resource.path("type").asText(),
                resource.path("name").asText(),
                resource.path("patternType").asText("literal"),
                Manifests.texts(acl.path("operations")));
    }
}
