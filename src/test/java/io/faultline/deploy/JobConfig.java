package io.faultline.deploy;

import io.faultline.FaultlineConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The configuration that the job would read in its pod. */
final class JobConfig {

    private JobConfig() {}

    /** Reads the files of the mounted ConfigMap as the job does. */
    static FaultlineConfig of(Manifests manifests) {
        try {
            Path directory = Files.createTempDirectory("faultline-config");
            for (Map.Entry<String, String> file : manifests.configFiles().entrySet()) {
                Files.writeString(directory.resolve(file.getKey()), file.getValue());
            }
            return FaultlineConfig.load(directory.resolve("faultline.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
