package io.faultline.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.IVersionProvider;

/** The version of the product, from the build, and of what it runs on. */
final class ProductVersion implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        Properties build = new Properties();
        try (InputStream in = ProductVersion.class.getResourceAsStream("/faultline-version.properties")) {
            build.load(in);
        }
        return new String[] {
            "faultline " + build.getProperty("version"),
            "Flink " + EnvironmentInformation.getVersion() + ", Kafka client " + AppInfoParser.getVersion() + ", Java "
                    + Runtime.version()
        };
    }
}
