package io.faultline.deploy;

import io.faultline.FaultlineConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** The configuration that the job would read in its pod. */
final class JobConfig {

    private JobConfig() {}

    /** Reads the files of the mounted ConfigMap as the job does. */
    static FaultlineConfig of(Manifests manifests) {
        return with(manifests, "");
    }

    /** The same for whoever creates or checks the topics with this many replicas. */
    static FaultlineConfig of(Manifests manifests, String replicas) {
        return with(manifests, "\nfaultline.topics.replication = " + replicas + "\n");
    }

    private static FaultlineConfig with(Manifests manifests, String further) {
        try {
            Path directory = Files.createTempDirectory("faultline-config");
            for (Map.Entry<String, String> file : manifests.configFiles().entrySet()) {
                Files.writeString(directory.resolve(file.getKey()), file.getValue());
            }
            Path own = directory.resolve("faultline.properties");
            Files.writeString(own, further, StandardOpenOption.APPEND);
            return FaultlineConfig.load(own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
