package io.faultline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faultline.news.Classification;
import io.faultline.news.HeadlineClassifier;
import io.faultline.news.HeadlineKind;
import io.faultline.news.ReleaseModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconFilesTest {

    @TempDir
    Path directory;

    @Test
    void aVendorAndItsModelsAreKnownFromTablesAlone() throws IOException {
        Files.writeString(directory.resolve("vendors.csv"), "# mine\nquuxlab,lab,quux labs\n");
        Files.writeString(directory.resolve("models.csv"), "quuxlab,quux-*,model,plain,quux\n");

        Classification told = HeadlineClassifier.with(LexiconFiles.read(List.of("."), directory))
                .classify("Quux Labs releases Quux-3, an open reasoning model");

        assertThat(told.kind()).isEqualTo(HeadlineKind.RELEASE);
        assertThat(told.vendor()).isEqualTo("quuxlab");
        assertThat(told.model()).isEqualTo("quux-3");
    }

    @Test
    void bytesThatAreNoTextAreToldWithTheirLine() throws IOException {
        Files.write(directory.resolve("words.csv"), new byte[] {'#', '\n', '#', '\n', (byte) 0xff, '\n'});

        assertThatThrownBy(() -> LexiconFiles.read(List.of("words.csv"), directory))
                .isInstanceOf(ConfigException.class)
                .hasMessageEndingWith("words.csv:3: is not UTF-8 text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "vendors.csv; 'a,lab';            vendors.csv:2: 2 columns instead of 3",
                "vendors.csv; 'a,shop,b';         vendors.csv:2: \"shop\" is none of lab, company, ambiguous",
                "vendors.csv; 'A b,lab,b';        is no id",
                "vendors.csv; 'a,lab, | ';        no word in column 3",
                "models.csv;  'who,x,model,plain,x'; unknown vendor who",
                "models.csv;  'openai,x-*-*,model,plain,x'; an asterisk at its end only",
                "vendors.csv; 'a*,lab,b';         is no id",
                "words.csv;   'NONE,,en,x';       \"NONE\" is none of",
                "release.model; 'a b';            release.model:",
                "rivals.csv;  'MACRO,weak,en,x';  \"weak\" is none of strong, plain",
                "other.csv;   'a,b';              a table is named"
            })
    void aWrongRowIsToldWithFileAndLine(String name, String row, String message) throws IOException {
        Files.writeString(directory.resolve(name), "# first line\n" + row + "\n");

        assertThatThrownBy(() -> LexiconFiles.read(List.of(name), directory))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aTrainedModelAmongThemTakesThePlaceOfTheShippedOne() throws IOException {
        String title = "DeepSeek open-sources its new language model";
        float[] against = new float[ReleaseModel.FEATURES];
        Arrays.fill(against, -9);
        ReleaseModel never = new ReleaseModel(against, 0.99, 0.99);
        Files.writeString(directory.resolve("release.model"), never.write(List.of("knows nothing")));

        HeadlineClassifier mine = HeadlineClassifier.with(LexiconFiles.read(List.of("."), directory));

        assertThat(HeadlineClassifier.shipped().classify(title).kind()).isEqualTo(HeadlineKind.RELEASE);
        assertThat(mine.classify(title).kind()).isEqualTo(HeadlineKind.OTHER);
    }

    @Test
    void aMissingFileIsTold() {
        assertThatThrownBy(() -> LexiconFiles.read(List.of("none.csv"), directory))
                .hasMessageContaining("no such file");
    }
}
