package io.faultline.traps;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.io.json.AlertCodec;
import io.faultline.io.json.Codec;
import io.faultline.io.json.SectorSampleCodec;
import io.faultline.testkit.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every revision and every close of the traps against reviewed files. */
class TrapGoldenITCase {

    @Test
    void everyRevisionIsAsReviewed() throws IOException {
        Golden.file("traps-alerts.jsonl")
                .check(lines(new AlertCodec(), TrapRun.result().alerts()));
    }

    @Test
    void everyCloseIsAsReviewed() throws IOException {
        Golden.file("traps-closes.jsonl")
                .check(lines(new SectorSampleCodec(), TrapRun.result().closings()));
    }

    /** Nothing in the set is malformed; what is not used as a price is told as that and as nothing else. */
    @Test
    void onlyPrintsThatAreNoPriceAreSetAside() {
        assertThat(TrapRun.result().deadLetters())
                .isNotEmpty()
                .allSatisfy(letter -> assertThat(letter.reason()).isNotBlank());
    }

    private static <T> String lines(Codec<T> codec, List<T> records) {
        return records.stream()
                .map(each -> new String(codec.write(each), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
