package io.faultline.io.json;

import io.faultline.news.DatePrecision;
import io.faultline.news.Headline;
import io.faultline.news.HeadlineAction;
import java.time.Instant;

/** Headlines. Unknown fields are skipped. The text stays as it came: cleaning is the classifier's work. */
public final class HeadlineCodec implements Codec<Headline> {

    private static final int LANG_LENGTH = 35;
    private static final int URL_LENGTH = 4096;
    private static final int MAX_SYMBOLS = 64;

    @Override
    public Headline read(byte[] value) throws RejectedRecordException {
        Fields fields = new Fields(StrictJson.object(value, Limits.HEADLINE_BYTES));
        HeadlineAction action = fields.word("action", HeadlineAction.class);
        Instant publishedAt = fields.instant("publishedAt");
        if (action == HeadlineAction.HEARTBEAT) {
            return bare("", publishedAt, DatePrecision.TIME, null, action);
        }
        String id = fields.text("id", Limits.ID_LENGTH);
        DatePrecision precision = fields.word("datePrecision", DatePrecision.class, DatePrecision.TIME);
        Instant receivedAt = fields.optionalInstant("receivedAt");
        if (action == HeadlineAction.DELETED) {
            return bare(id, publishedAt, precision, receivedAt, action);
        }
        return new Headline(
                id,
                publishedAt,
                precision,
                receivedAt,
                fields.optionalText("source", Limits.ID_LENGTH),
                fields.optionalText("lang", LANG_LENGTH),
                fields.text("title", Limits.HEADLINE_BYTES),
                fields.optionalText("url", URL_LENGTH),
                fields.texts("symbols", MAX_SYMBOLS, Limits.SYMBOL_LENGTH),
                action);
    }

    @Override
    public byte[] write(Headline headline) {
        return JsonOut.write(out -> {
            out.textUnlessEmpty("id", headline.id());
            out.instant("publishedAt", headline.publishedAt());
            out.word("datePrecision", headline.datePrecision());
            out.instant("receivedAt", headline.receivedAt());
            out.text("source", headline.source());
            out.text("lang", headline.lang());
            out.textUnlessEmpty("title", headline.title());
            out.text("url", headline.url());
            if (headline.symbols() != null && !headline.symbols().isEmpty()) {
                out.texts("symbols", headline.symbols());
            }
            out.word("action", headline.action());
        });
    }

    private static Headline bare(
            String id, Instant publishedAt, DatePrecision precision, Instant receivedAt, HeadlineAction action) {
        return new Headline(
                id, publishedAt, precision, receivedAt, null, null, "", null, new java.util.ArrayList<>(), action);
    }
}
