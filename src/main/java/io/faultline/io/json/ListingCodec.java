package io.faultline.io.json;

import io.faultline.market.Listing;
import io.faultline.market.ListingKind;
import io.faultline.market.TradingDay;

/** Listings. Unknown fields are skipped. Checks that what the market stage computes with is there and in range. */
public final class ListingCodec implements Codec<Listing> {

    private static final int CURRENCY_LENGTH = 3;
    private static final double MAX_RATE = 1e6;
    private static final double MAX_BETA = 10;

    @Override
    public Listing read(byte[] value) throws RejectedRecordException {
        Fields fields = new Fields(StrictJson.object(value, Limits.REFERENCE_BYTES));
        Listing listing = new Listing(
                fields.symbol("symbol"),
                fields.mic("mic"),
                fields.day("asOf"),
                fields.optionalText("name", Limits.ID_LENGTH),
                fields.optionalText("issuer", Limits.ID_LENGTH),
                fields.word("kind", ListingKind.class),
                fields.text("currency", CURRENCY_LENGTH),
                fields.optionalPositive("fxToUsd", MAX_RATE),
                fields.optionalPositive("sharesOutstanding", Limits.MAX_SHARES),
                fields.optionalPositive("marketCapUsd", Limits.MAX_USD),
                fields.optionalPositive("referenceClose", Limits.MAX_PRICE),
                fields.optionalDay("referenceDate"),
                fields.optionalPositive("splitRatio", MAX_RATE),
                fields.optionalNumber("specialDividend", 0, Limits.MAX_PRICE),
                fields.optionalNumber("beta", -MAX_BETA, MAX_BETA),
                fields.optionalPositive("residualSigma", 1));
        checkStock(listing, fields);
        checkCurrency(listing, fields);
        checkReference(listing, fields);
        return listing;
    }

    /** Key on the listing topic: {@code symbol@mic|asOf}. */
    public static String topicKey(Listing listing) {
        return listing.listingKey() + "|" + listing.asOf();
    }

    /** The {@code symbol@mic} in a record's key. */
    public static String listingKey(String topicKey) {
        return topicKey.substring(0, Math.max(0, topicKey.lastIndexOf('|')));
    }

    @Override
    public byte[] write(Listing listing) {
        return JsonOut.write(out -> {
            out.text("symbol", listing.symbol());
            out.text("mic", listing.mic());
            out.shown("asOf", listing.asOf());
            out.text("name", listing.name());
            out.text("issuer", listing.issuer());
            out.word("kind", listing.kind());
            out.text("currency", listing.currency());
            out.number("fxToUsd", listing.fxToUsd());
            out.number("sharesOutstanding", listing.sharesOutstanding());
            out.number("marketCapUsd", listing.marketCapUsd());
            out.number("referenceClose", listing.referenceClose());
            out.shown("referenceDate", listing.referenceDate());
            out.number("splitRatio", listing.splitRatio());
            out.number("specialDividend", listing.specialDividend());
            out.number("beta", listing.beta());
            out.number("residualSigma", listing.residualSigma());
        });
    }

    private static void checkStock(Listing listing, Fields fields) throws RejectedRecordException {
        if (listing.kind() != ListingKind.STOCK) {
            return;
        }
        if (listing.sharesOutstanding() == null) {
            throw fields.rejected(ErrorClass.MISSING_FIELD, "sharesOutstanding", "is missing, a stock needs it");
        }
        if (listing.issuer() == null) {
            throw fields.rejected(ErrorClass.MISSING_FIELD, "issuer", "is missing, a stock needs it");
        }
    }

    private static void checkCurrency(Listing listing, Fields fields) throws RejectedRecordException {
        if (!listing.currency().matches("[A-Z]{3}")) {
            throw fields.rejected(ErrorClass.OUT_OF_RANGE, "currency", "is no ISO 4217 code");
        }
        boolean dollars = listing.currency().equals("USD");
        if (!dollars && listing.fxToUsd() == null) {
            throw fields.rejected(
                    ErrorClass.MISSING_FIELD, "fxToUsd", "is missing, prices in " + listing.currency() + " need it");
        }
        if (dollars && listing.fxToUsd() != null && listing.fxToUsd() != 1.0) {
            throw fields.rejected(ErrorClass.OUT_OF_RANGE, "fxToUsd", "of USD is not 1");
        }
    }

    private static void checkReference(Listing listing, Fields fields) throws RejectedRecordException {
        TradingDay date = listing.referenceDate();
        if ((listing.referenceClose() == null) != (date == null)) {
            throw fields.rejected(
                    ErrorClass.MISSING_FIELD, "referenceClose", "and referenceDate come together or not at all");
        }
        if (date != null && date.compareTo(listing.asOf()) >= 0) {
            throw fields.rejected(ErrorClass.OUT_OF_RANGE, "referenceDate", "is not before asOf");
        }
        if (date != null
                && listing.specialDividend() != null
                && listing.specialDividend() >= listing.referenceClose()) {
            throw fields.rejected(ErrorClass.OUT_OF_RANGE, "specialDividend", "is not below referenceClose");
        }
    }
}
