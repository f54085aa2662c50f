package io.faultline;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.Eligibility;
import io.faultline.market.PrintRole;
import io.faultline.market.SaleCondition;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/prints.md} to the code. Run with {@code -Dfaultline.docs.write=true} to write it anew. */
class PrintsDocTest {

    @Test
    void thePageShowsEveryLetterOfEachTapeWithItsRole() throws IOException {
        GeneratedDoc page = new GeneratedDoc("docs/prints.md", "PrintsDocTest", "sale conditions");
        String expected = page.with(table());
        assertThat(page.asKept()).isEqualTo(expected);
    }

    @Test
    void noLetterHasTwoMeaningsOnOneTape() {
        for (Predicate<SaleCondition> tape :
                List.<Predicate<SaleCondition>>of(SaleCondition::onCta, SaleCondition::onUtp)) {
            assertThat(Arrays.stream(SaleCondition.values()).filter(tape))
                    .extracting(SaleCondition::letter)
                    .doesNotHaveDuplicates();
        }
    }

    private static String table() {
        StringBuilder rows = new StringBuilder(
                "\n| letter | tapes A, B (CTA) | role | tape C (UTP) | role |\n|---|---|---|---|---|\n");
        TreeSet<Character> letters = new TreeSet<>();
        for (SaleCondition condition : SaleCondition.values()) {
            letters.add(condition.letter());
        }
        for (char letter : letters) {
            rows.append("| `%s` | %s | %s |\n"
                    .formatted(
                            letter,
                            onTape(letter, "A", SaleCondition::onCta),
                            onTape(letter, "C", SaleCondition::onUtp)));
        }
        return rows.append('\n').toString();
    }

    private static String onTape(char letter, String tape, Predicate<SaleCondition> printed) {
        PrintRole role = Eligibility.role(tape, String.valueOf(letter));
        String meaning = Arrays.stream(SaleCondition.values())
                .filter(printed)
                .filter(condition -> condition.letter() == letter)
                .map(SaleCondition::meaning)
                .findAny()
                .orElse("not listed");
        return meaning + " | " + role;
    }
}
