package io.faultline.io.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.Tick;
import io.faultline.market.TickAction;
import io.faultline.news.DatePrecision;
import io.faultline.news.Headline;
import io.faultline.news.HeadlineAction;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CodecPropertyTest {

    private static final List<WireContract<?>> CONTRACTS = WireContract.all();

    @Property(tries = 300)
    void ticksReadBackAsWritten(@ForAll("ticks") Tick tick) throws RejectedRecordException {
        byte[] written = new TickCodec().write(tick);

        assertThat(new TickCodec().read(written)).isEqualTo(tick);
        assertThat(WireContract.problems("tick", WireContract.tree(written))).isEmpty();
    }

    @Property(tries = 300)
    void headlinesReadBackAsWritten(@ForAll("headlines") Headline headline) throws RejectedRecordException {
        byte[] written = new HeadlineCodec().write(headline);

        assertThat(new HeadlineCodec().read(written)).isEqualTo(headline);
        assertThat(WireContract.problems("headline", WireContract.tree(written)))
                .isEmpty();
    }

    @Property(tries = 500)
    void anyBytesAreReadOrRefused(@ForAll @Size(max = 200) byte[] bytes) {
        CONTRACTS.forEach(contract -> assertReadOrRefused(contract, bytes));
    }

    @Property(tries = 300)
    void damagedRecordsAreReadOrRefused(
            @ForAll @IntRange(min = 0, max = 100_000) int position, @ForAll byte replacement, @ForAll boolean cut) {
        for (WireContract<?> contract : CONTRACTS) {
            byte[] bytes = contract.written();
            int at = position % bytes.length;
            bytes[at] = replacement;
            assertReadOrRefused(contract, cut ? java.util.Arrays.copyOf(bytes, at) : bytes);
        }
    }

    /** Anything thrown but a refusal fails the property. */
    private static void assertReadOrRefused(WireContract<?> contract, byte[] bytes) {
        try {
            assertThat((Object) contract.codec().read(bytes)).isNotNull();
        } catch (RejectedRecordException e) {
            assertThat(e.reason()).isNotBlank().hasSizeLessThanOrEqualTo(200).doesNotContainPattern("\\p{Cntrl}");
        }
    }

    @Provide
    Arbitrary<Tick> ticks() {
        Arbitrary<String> symbols = Arbitraries.strings()
                .withCharRange('!', '~')
                .ofMinLength(1)
                .ofMaxLength(32)
                .map(text -> text.replace('@', 'x').replace('|', 'y'));
        Arbitrary<String> free = Arbitraries.strings().ascii().ofMaxLength(16).injectNull(0.3);
        Arbitrary<Long> times = Arbitraries.longs().between(TimestampGuard.EARLIEST, TimestampGuard.LATEST - 1);
        Arbitrary<Double> prices = Arbitraries.doubles().between(1e-9, 1e9).ofScale(9);
        Arbitrary<TickAction> actions = Arbitraries.of(TickAction.NEW, TickAction.CORRECT);
        Arbitrary<String> tapes = Arbitraries.of("A", "B", "C").injectNull(0.3);
        return Combinators.combine(symbols, times, prices, free, tapes, actions)
                .as((symbol, ts, price, text, tape, action) ->
                        new Tick(symbol, "XNAS", ts, price, Math.rint(price), text, tape, text, text, action, "orig"));
    }

    @Provide
    Arbitrary<Headline> headlines() {
        Arbitrary<String> titles =
                Arbitraries.strings().all().ofMinLength(1).ofMaxLength(300).map(StrictText::repaired);
        Arbitrary<Instant> times = Arbitraries.longs()
                .between(TimestampGuard.EARLIEST, TimestampGuard.LATEST - 1)
                .map(Instant::ofEpochMilli);
        Arbitrary<Instant> received = times.injectNull(0.5);
        Arbitrary<DatePrecision> precisions = Arbitraries.of(DatePrecision.class);
        Arbitrary<HeadlineAction> actions = Arbitraries.of(HeadlineAction.CREATED, HeadlineAction.UPDATED);
        return Combinators.combine(titles, times, received, precisions, actions)
                .as((title, at, got, precision, action) ->
                        new Headline("id", at, precision, got, null, "zh-Hant", title, null, List.of("NVDA"), action));
    }
}
