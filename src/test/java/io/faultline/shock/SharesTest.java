package io.faultline.shock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesTest {

    @ParameterizedTest
    @CsvSource({"0, 0 %", "0.896, 89 %", "0.996, 99 %", "0.99999, 99 %", "1, 100 %", "0.29, 29 %", "0.57, 57 %"})
    void shareIsRoundedDownSoThatAllIsAll(double fraction, String text) {
        assertThat(Shares.percent(fraction)).isEqualTo(text);
    }
}
