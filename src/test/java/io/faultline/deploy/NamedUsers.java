package io.faultline.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The users of the manifests on a real broker: each logs in by its name, and may do what is declared and nothing else. */
final class NamedUsers {

    private static final String LOGIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%1$s\" password=\"%1$s\"";

    private NamedUsers() {}

    private static Manifests declared() throws IOException {
        return Manifests.of(Files.readString(Path.of("k8s/components/strimzi/users.yaml")));
    }

    /** Settings of a broker with a second listener that asks for a name; who comes by the first is the administrator. */
    static Map<String, String> listener(int port) throws IOException {
        String users = declared().all("KafkaUser").stream()
                .map(Manifests::name)
                .map(" user_%1$s=\"%1$s\""::formatted)
                .collect(Collectors.joining());
        return Map.of(
                "listeners", "SASL_PLAINTEXT://127.0.0.1:" + port,
                "advertised.listeners", "SASL_PLAINTEXT://127.0.0.1:" + port,
                "listener.security.protocol.map", "SASL_PLAINTEXT:SASL_PLAINTEXT",
                "sasl.enabled.mechanisms", "PLAIN",
                "listener.name.sasl_plaintext.plain.sasl.jaas.config", LOGIN.formatted("broker") + users + ";",
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users", "User:ANONYMOUS");
    }

    /** Client properties of a user, with a password in the place of a certificate. */
    static Properties login(String user, int port) {
        Properties client = new Properties();
        client.put("bootstrap.servers", "127.0.0.1:" + port);
        client.put("security.protocol", "SASL_PLAINTEXT");
        client.put("sasl.mechanism", "PLAIN");
        client.put("sasl.jaas.config", LOGIN.formatted(user) + ";");
        return client;
    }

    /** All rights that are declared, of all users. */
    static List<AclBinding> rights() throws IOException {
        Manifests users = declared();
        List<AclBinding> bindings = new ArrayList<>();
        for (String user : users.all("KafkaUser").stream().map(Manifests::name).toList()) {
            for (Acl acl : Acl.of(users, user)) {
                acl.operations().forEach(operation -> bindings.add(binding(user, acl, operation)));
            }
        }
        return bindings;
    }

    private static AclBinding binding(String user, Acl acl, String operation) {
        ResourceType type = acl.type().equals("transactionalId")
                ? ResourceType.TRANSACTIONAL_ID
                : ResourceType.valueOf(acl.type().toUpperCase(Locale.ROOT));
        PatternType pattern = acl.pattern().equals("prefix") ? PatternType.PREFIXED : PatternType.LITERAL;
        // DescribeConfigs is DESCRIBE_CONFIGS to the broker.
        String name = operation.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        return new AclBinding(
                new ResourcePattern(type, acl.name(), pattern),
                new AccessControlEntry("User:" + user, "*", AclOperation.valueOf(name), AclPermissionType.ALLOW));
    }
}
