package io.faultline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytesTest {

    @ParameterizedTest
    @CsvSource({
        "1024,    1024",
        "1k,      1024",
        "1792m,   1879048192",
        "1792Mi,  1879048192",
        "1536 mb, 1610612736",
        "1 gb,    1073741824",
        "2Gi,     2147483648",
        "2G,      2147483648",
        "1.5g,    1610612736",
        "1T,      1099511627776",
        "'',      -1",
        "much,    -1",
        "-1m,     -1",
    })
    void readsEveryUnit(String size, long bytes) {
        assertThat(Bytes.of(size)).isEqualTo(bytes);
    }
}
