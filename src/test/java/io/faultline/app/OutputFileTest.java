package io.faultline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

    @TempDir
    Path directory;

    @Test
    void whatIsCommittedTakesThePlaceOfWhatWasThere() throws IOException {
        Path file = Files.writeString(directory.resolve("model"), "old");
        try (OutputFile output = OutputFile.open(file)) {
            Files.writeString(output.draft(), "new");
            assertThat(file).hasContent("old");
            output.commit();
        }
        assertThat(file).hasContent("new");
        assertThat(directory.toFile().list()).containsExactly("model");
    }

    @Test
    void whatIsNotCommittedLeavesAllAsItWas() throws IOException {
        Path file = Files.writeString(directory.resolve("model"), "old");
        try (OutputFile output = OutputFile.open(file)) {
            Files.writeString(output.draft(), "half of the n");
        }
        assertThat(file).hasContent("old");
        assertThat(directory.toFile().list()).containsExactly("model");
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(directory.resolve("model"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);
        try (OutputFile output = OutputFile.open(link)) {
            Files.writeString(output.draft(), "new");
            output.commit();
        }
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void aPlaceThatCannotHoldItIsToldAtOnce() {
        assertThatThrownBy(() -> OutputFile.open(directory))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("is a directory");
        assertThatThrownBy(() -> OutputFile.open(Path.of("")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("the name is empty");
        assertThatThrownBy(() -> OutputFile.open(directory.resolve("none/model")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("there is no directory");
    }
}
