package io.faultline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A reviewed text that a test compares with. {@code mvn test -Dfaultline.golden.write=true} rewrites the files; the diff
 * is then for a person to read.
 */
public final class Golden {

    private static final Path DIRECTORY = Path.of("src", "test", "resources", "golden");

    private final Path path;

    private Golden(Path path) {
        this.path = path;
    }

    public static Golden file(String name) {
        return new Golden(DIRECTORY.resolve(name));
    }

    /** Fails if the text differs from the file, or if there is no file. */
    public void check(String actual) throws IOException {
        if (Boolean.getBoolean("faultline.golden.write")) {
            Files.createDirectories(DIRECTORY);
            Files.writeString(path, actual);
        }
        assertThat(path).as("golden file").exists();
        assertThat(actual).isEqualTo(Files.readString(path));
    }
}
