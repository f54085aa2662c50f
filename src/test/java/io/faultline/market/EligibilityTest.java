package io.faultline.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EligibilityTest {

    @ParameterizedTest(name = "tape {0}, conditions [{1}]: {2}")
    @CsvSource({
        "A, @, LAST, regular",
        "C, ' ', LAST, regular",
        "C, '', LAST, regular",
        "C, , LAST, none given",
        ", '@ T', LAST, no tape",
        "C, '@F', LAST, intermarket sweep",
        "C, '@ T', LAST, extended hours",
        "B, O, AUCTION_OPEN, opening print",
        "A, 5, AUCTION_REOPEN, reopening print",
        "A, 6, AUCTION_CLOSE, closing print",
        "C, '@6 X', AUCTION_CLOSE, closing cross",
        "A, X, LAST, cross",
        "A, B, NOT_LAST, average price on CTA",
        "B, B, NOT_LAST, average price on CTA",
        "C, B, LAST, bunched on UTP",
        "C, W, NOT_LAST, average price on UTP",
        "A, W, LAST, not a CTA letter",
        "A, E, LAST, automatic execution on CTA",
        "C, E, NOT_LAST, reserved on UTP",
        "C, G, NOT_LAST, bunched sold on UTP",
        "A, G, LAST, not a CTA letter",
        "A, K, LAST, rule 127",
        "C, 1, LAST, stopped stock",
        "C, 2, NOT_LAST, withdrawn",
        "A, 8, NOT_LAST, reserved",
        "A, 4, NOT_LAST, derivatively priced",
        "C, 4, NOT_LAST, derivatively priced",
        "A, P, NOT_LAST, prior reference price",
        "C, Z, NOT_LAST, sold out of sequence",
        "C, L, NOT_LAST, sold last",
        "A, U, NOT_LAST, extended hours out of sequence",
        "A, I, NOT_LAST, odd lot",
        "C, '@F I', NOT_LAST, one bad letter is enough",
        "C, '@6 I', NOT_LAST, odd lot in the closing auction",
        "A, M, OFFICIAL_CLOSE, official close",
        "C, '@ZTM', OFFICIAL_CLOSE, official close sent late",
        "C, Q, OFFICIAL_OPEN, official open",
        "A, V, NOT_LAST, contingent",
        "C, 7, NOT_LAST, qualified contingent",
        "A, C, NOT_LAST, cash",
        "C, N, NOT_LAST, next day",
        "A, R, NOT_LAST, seller",
        "C, H, NOT_LAST, price variation",
        "A, 9, CORRECTED_CLOSE, corrected close",
        ", I, NOT_LAST, odd lot whatever the tape",
        ", B, LAST, tapes differ",
        "X, W, LAST, no such tape",
        "C, é[z, LAST, no letters of any tape",
    })
    void saleConditionsDecide(String tape, String conditions, PrintRole role, String meaning) {
        assertThat(Eligibility.role(tape, conditions)).as(meaning).isEqualTo(role);
        assertThat(Eligibility.maySetLast(tape, conditions)).isEqualTo(role == PrintRole.LAST || role.isAuction());
    }

    @ParameterizedTest(name = "{0} printed on {1}: {2}")
    @CsvSource({
        "6, XNAS, AUCTION_CLOSE",
        "6, , AUCTION_CLOSE",
        "6, ARCX, LAST",
        "O, ARCX, LAST",
        "M, XNAS, OFFICIAL_CLOSE",
        "M, ARCX, NOT_LAST",
        "9, XNAS, CORRECTED_CLOSE",
        "Q, ARCX, NOT_LAST",
        "I, ARCX, NOT_LAST",
        "@, ARCX, LAST",
    })
    void auctionsAndOfficialPricesCountOnTheListingVenueOnly(String conditions, String venue, PrintRole role) {
        Tick print = new Tick("NVDA", "XNAS", 1, 118.42, 100, venue, "C", conditions, "p1", TickAction.NEW, null);

        assertThat(Eligibility.role(print)).isEqualTo(role);
    }
}
