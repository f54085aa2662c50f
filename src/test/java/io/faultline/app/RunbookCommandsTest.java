package io.faultline.app;

import static io.faultline.app.CommandLines.complaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.testkit.PageCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands and options that the runbooks tell to paste are there. */
class RunbookCommandsTest {

    @Test
    void theCommandLineKnowsWhatRunbooksCall() throws IOException {
        List<String> unknown = new ArrayList<>();
        int commands = 0;
        for (Path page : PageCode.runbooks()) {
            for (List<String> command : PageCode.commands(Files.readString(page))) {
                commands++;
                complaint(command).lines().forEach(line -> unknown.add(page + ": " + line));
            }
        }

        assertThat(unknown).isEmpty();
        assertThat(commands).isGreaterThan(15);
        System.out.printf("commands in runbooks: %d%n", commands);
    }

    @Test
    void wrongOnesAreFound() {
        List<List<String>> commands = PageCode.commands("""
                Run `./faultline alerts --form-beginning |
                jq .`, or
                ```
                ./faultline topic check --config $CONFIG   # once
                ./faultline topics check --config $CONFIG > out
                AS=faultline-reference put a; AS=faultline-reference faultline rule publish a
                kubectl get flinkdeployment faultline -o json
                ```
                """);

        assertThat(commands).hasSize(4);
        assertThat(complaint(commands.get(2))).contains("rule");
        commands.remove(2);
        assertThat(complaint(commands.get(0))).contains("topic");
        assertThat(complaint(commands.get(1))).isEmpty();
        assertThat(complaint(commands.get(2))).contains("--form-beginning");
    }
}
