package io.faultline.io.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.faultline.market.Tick;
import java.io.IOException;

/**
 * Ticks: the hot path. Streams over the bytes, builds no tree, and keeps symbols and venues as pooled strings. Unknown
 * fields are skipped, so that feeds may add some; one instance per thread.
 */
public final class TickCodec implements Codec<Tick> {

    private final TickFields fields = new TickFields();

    @Override
    public Tick read(byte[] value) throws RejectedRecordException {
        StrictText.check(value, Limits.TICK_BYTES);
        fields.clear();
        try (JsonParser parser = StrictJson.STREAMING.createParser(value)) {
            readObject(parser);
            StrictJson.checkEnd(parser);
        } catch (IOException | RuntimeException e) {
            throw StrictJson.malformed(e);
        }
        return fields.toTick();
    }

    @Override
    public byte[] write(Tick tick) {
        return JsonOut.write(out -> {
            out.textUnlessEmpty("symbol", tick.symbol());
            out.textUnlessEmpty("mic", tick.mic());
            out.whole("ts", tick.ts());
            if (TickFields.carriesPrice(tick.action())) {
                out.number("price", tick.price());
                out.number("size", tick.size());
            }
            out.text("venue", tick.venue());
            out.text("tape", tick.tape());
            out.text("conditions", tick.conditions());
            out.text("tradeId", tick.tradeId());
            out.word("action", tick.action());
            out.text("origTradeId", tick.origTradeId());
        });
    }

    private void readObject(JsonParser parser) throws IOException, RejectedRecordException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new RejectedRecordException(ErrorClass.EMPTY, "only white space");
        }
        if (first != JsonToken.START_OBJECT) {
            StrictJson.checkToken(parser, first);
            throw new RejectedRecordException(ErrorClass.WRONG_TYPE, "a JSON object is needed");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (!fields.accept(name, token, parser)) {
                skip(parser, token);
            }
        }
    }

    /** Skips a value that the contract does not know; what is no JSON is refused all the same. */
    private static void skip(JsonParser parser, JsonToken first) throws IOException, RejectedRecordException {
        int depth = 0;
        JsonToken token = first;
        while (true) {
            StrictJson.checkToken(parser, token);
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth == 0) {
                return;
            }
            token = parser.nextToken();
        }
    }
}
