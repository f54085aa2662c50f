package io.faultline.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EligibilityTest {

    @ParameterizedTest(name = "tape {0}, conditions [{1}]: {2}")
    @CsvSource({
        "A, @, true, regular",
        "C, ' ', true, regular",
        "C, '', true, regular",
        "C, , true, none given",
        ", '@ T', true, no tape",
        "C, '@F', true, intermarket sweep",
        "C, '@ T', true, extended hours",
        "B, O, true, opening print",
        "A, 5, true, reopening print",
        "A, 6, true, closing print",
        "A, X, true, cross",
        "A, B, false, average price on CTA",
        "B, B, false, average price on CTA",
        "C, B, true, bunched on UTP",
        "C, W, false, average price on UTP",
        "A, W, true, not a CTA letter",
        "C, G, false, bunched sold on UTP",
        "A, 4, false, derivatively priced",
        "C, 4, false, derivatively priced",
        "A, P, false, prior reference price",
        "C, Z, false, sold out of sequence",
        "C, L, false, sold last",
        "A, U, false, extended hours out of sequence",
        "A, I, false, odd lot",
        "C, '@F I', false, one bad letter is enough",
        "A, M, false, official close marker",
        "C, Q, false, official open marker",
        "A, V, false, contingent",
        "C, 7, false, qualified contingent",
        "A, C, false, cash",
        "C, N, false, next day",
        "A, R, false, seller",
        "C, H, false, price variation",
        "A, 9, false, corrected close",
        ", I, false, odd lot whatever the tape",
        ", B, true, tapes differ",
    })
    void saleConditionsDecide(String tape, String conditions, boolean eligible, String meaning) {
        assertThat(Eligibility.maySetLast(tape, conditions)).as(meaning).isEqualTo(eligible);
    }
}
