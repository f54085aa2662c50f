package io.faultline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.GeneratedDoc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of rights in the docs is that of the manifests. Run with {@code -Dfaultline.docs.write=true} to write it anew. */
class KafkaRightsDocTest {

    @Test
    void thePageShowsEveryRightOfEveryUser() throws IOException {
        GeneratedDoc page = new GeneratedDoc("docs/configuration.md", "KafkaRightsDocTest", "rights");
        Manifests users = Manifests.of(Files.readString(Path.of("k8s/components/strimzi/users.yaml")));
        String expected = page.with(table(users));
        assertThat(page.asKept()).isEqualTo(expected);
    }

    private static String table(Manifests manifests) {
        List<String> users =
                manifests.all("KafkaUser").stream().map(Manifests::name).toList();
        Set<String> resources = users.stream()
                .flatMap(user -> Acl.of(manifests, user).stream())
                .map(KafkaRightsDocTest::resource)
                .collect(Collectors.toCollection(TreeSet::new));
        StringBuilder rows = new StringBuilder(
                        row(Stream.concat(Stream.of(""), users.stream().map(user -> "`" + user + "`"))))
                .append(row(Stream.generate(() -> "---").limit(users.size() + 1L)));
        for (String resource : resources) {
            rows.append(row(Stream.concat(
                    Stream.of(resource), users.stream().map(user -> operations(manifests, user, resource)))));
        }
        return "\n" + rows + "\n";
    }

    private static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |\n")).replace("|  |", "| |");
    }

    private static String resource(Acl acl) {
        return acl.type() + " `" + acl.name() + (acl.pattern().equals("prefix") ? "*`" : "`");
    }

    private static String operations(Manifests manifests, String user, String resource) {
        String operations = Acl.of(manifests, user).stream()
                .filter(acl -> resource(acl).equals(resource))
                .flatMap(acl -> acl.operations().stream())
                .collect(Collectors.joining(", "));
        return operations.isEmpty() ? "-" : operations;
    }
}
