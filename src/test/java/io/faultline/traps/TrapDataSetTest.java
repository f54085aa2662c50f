package io.faultline.traps;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.io.dataset.DataSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code datasets/traps} to the traps. {@code -Dfaultline.golden.write=true} writes the files anew. */
class TrapDataSetTest {

    private static final long MAX_BYTES = 300_000;

    @Test
    void theFilesAreWhatTheTrapsWrite() throws IOException {
        for (Map.Entry<String, String> file : TrapDataSet.files().entrySet()) {
            Path path = TrapDataSet.DIRECTORY.resolve(file.getKey());
            if (Boolean.getBoolean("faultline.golden.write")) {
                Files.writeString(path, file.getValue());
            }
            assertThat(path).content().isEqualTo(file.getValue());
        }
    }

    @Test
    void theSetIsSmall() throws IOException {
        try (Stream<Path> files = Files.list(TrapDataSet.DIRECTORY)) {
            assertThat(files.toList())
                    .allSatisfy(file -> assertThat(Files.size(file)).isLessThan(MAX_BYTES));
        }
    }

    @Test
    void everyMemberOfEverySectorIsListed() {
        DataSet data = DataSet.open(TrapDataSet.DIRECTORY);
        Set<String> members = new TreeSet<>(Set.of(TrapTape.MARKET));
        data.rules().forEach(rule -> members.addAll(rule.members()));
        List<String> listed = data.listings().stream()
                .map(listing -> listing.listingKey())
                .distinct()
                .toList();
        assertThat(members).containsExactlyInAnyOrderElementsOf(listed);
    }
}
