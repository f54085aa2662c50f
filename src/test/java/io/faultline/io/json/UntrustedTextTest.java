package io.faultline.io.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faultline.testkit.SmallMarket;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of records that reaches logs, metric labels and alerts is cleaned or refused. */
class UntrustedTextTest {

    private static final String[] UNWANTED = {
        "\n", "\r", "\u001b", "\u0085", "\u202e", "\u2028", "\u2066", "\u200b", "\u0000"
    };

    @Property(tries = 500)
    void aLogLineIsOneLineAndNothingInItIsObeyed(@ForAll String text) {
        String line = LogText.oneLine(text);

        assertThat(line.codePoints().map(Character::getType))
                .doesNotContain(
                        (int) Character.CONTROL,
                        (int) Character.FORMAT,
                        (int) Character.SURROGATE,
                        (int) Character.LINE_SEPARATOR,
                        (int) Character.PARAGRAPH_SEPARATOR);
        assertThat(LogText.oneLine(line)).isEqualTo(line);
        assertThat(new RejectedRecordException(ErrorClass.EMPTY, text.repeat(50)).reason())
                .hasSizeLessThanOrEqualTo(200)
                .doesNotContain(UNWANTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\n", "\\u001b[2J", "\\u202e", "\\u2028", "\\u00ad", "\\ue000", "\\udb40\\udc01", "\\u0085", " "
            })
    void symbolsMetricLabelsAndTitlesOfAlertsTakeNone(String escape) {
        byte[] tick = ("{\"symbol\":\"NV" + escape
                        + "DA\",\"mic\":\"XNAS\",\"ts\":1737990000000,\"price\":1,\"size\":1," + "\"action\":\"NEW\"}")
                .getBytes(UTF_8);
        assertRefused(() -> new TickCodec().read(tick));
        assertThat(WireContract.problems("tick", WireContract.tree(tick))).isNotEmpty();

        String rule = new String(new RuleCodec().write(SmallMarket.rule()), UTF_8);
        assertRefused(() -> new RuleCodec().read(with(rule, "ruleId", escape)));
        assertRefused(() -> new RuleCodec().read(with(rule, "sector", escape)));
        assertRefused(() -> new RuleCodec().read(with(rule, "benchmark", escape)));
        if (!escape.isBlank() && !escape.equals("\\ue000")) {
            assertRefused(() -> new RuleCodec().read(with(rule, "title", escape)));
            assertThat(WireContract.problems("rule", WireContract.tree(with(rule, "title", escape))))
                    .isNotEmpty();
        }
    }

    private static byte[] with(String rule, String field, String inside) {
        String start = "\"" + field + "\":\"";
        assertThat(rule).contains(start);
        return rule.replace(start, start + "a" + inside).getBytes(UTF_8);
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        RejectedRecordException.class,
                        refusal -> assertThat(refusal.reason()).doesNotContain(UNWANTED));
    }
}
