package io.faultline.io.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.faultline.market.Tick;
import io.faultline.market.TickAction;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** The fields of the tick being read: reused from tick to tick, checked as a whole at the end. */
final class TickFields {

    private static final int CONDITIONS_LENGTH = 16;
    private static final int TRADE_ID_LENGTH = 64;
    private static final TickAction[] ACTIONS = TickAction.values();

    private final SymbolPool pool = new SymbolPool();
    private final Set<String> unknown = new HashSet<>();
    private int seen;
    private String symbol;
    private String mic;
    private long ts;
    private boolean hasTs;
    private double price;
    private double size;
    private String venue;
    private String tape;
    private String conditions;
    private String tradeId;
    private TickAction action;
    private String origTradeId;

    void clear() {
        if (!unknown.isEmpty()) {
            unknown.clear();
        }
        seen = 0;
        symbol = "";
        mic = "";
        hasTs = false;
        price = Double.NaN;
        size = Double.NaN;
        venue = null;
        tape = null;
        conditions = null;
        tradeId = null;
        action = null;
        origTradeId = null;
    }

    static boolean carriesPrice(TickAction action) {
        return action == TickAction.NEW || action == TickAction.CORRECT;
    }

    /** Takes a field; false if the contract does not know it. */
    boolean accept(String name, JsonToken token, JsonParser parser) throws IOException, RejectedRecordException {
        int bit = bitOf(name);
        if (bit < 0) {
            if (!unknown.add(name)) {
                throw duplicate(name);
            }
            return false;
        }
        if ((seen & 1 << bit) != 0) {
            throw duplicate(name);
        }
        seen |= 1 << bit;
        if (token != JsonToken.VALUE_NULL) {
            take(bit, name, token, parser);
        }
        return true;
    }

    private static int bitOf(String name) {
        return switch (name) {
            case "symbol" -> 0;
            case "mic" -> 1;
            case "ts" -> 2;
            case "price" -> 3;
            case "size" -> 4;
            case "venue" -> 5;
            case "tape" -> 6;
            case "conditions" -> 7;
            case "tradeId" -> 8;
            case "action" -> 9;
            case "origTradeId" -> 10;
            default -> -1;
        };
    }

    private void take(int bit, String name, JsonToken token, JsonParser parser)
            throws IOException, RejectedRecordException {
        switch (bit) {
            case 0 -> symbol = pooled(name, token, parser, Limits.SYMBOL_LENGTH);
            case 1 -> mic = pooled(name, token, parser, Limits.SYMBOL_LENGTH);
            case 2 -> ts = time(name, token, parser);
            case 3 -> price = number(name, token, parser, Limits.MAX_PRICE);
            case 4 -> size = number(name, token, parser, Limits.MAX_SIZE);
            case 5 -> venue = pooled(name, token, parser, Limits.SYMBOL_LENGTH);
            case 6 -> tape = pooled(name, token, parser, Limits.SYMBOL_LENGTH);
            case 7 -> conditions = pooled(name, token, parser, CONDITIONS_LENGTH);
            case 8 -> tradeId = text(name, token, parser);
            case 9 -> action = action(name, token, parser);
            default -> origTradeId = text(name, token, parser);
        }
    }

    private long time(String name, JsonToken token, JsonParser parser) throws IOException, RejectedRecordException {
        if (token != JsonToken.VALUE_NUMBER_INT) {
            StrictJson.checkToken(parser, token);
            throw wrongType(name, "an integer (epoch milliseconds)");
        }
        if (parser.getNumberType() != JsonParser.NumberType.LONG
                && parser.getNumberType() != JsonParser.NumberType.INT) {
            throw new RejectedRecordException(ErrorClass.ABSURD_TIMESTAMP, "ts has more than 64 bits");
        }
        hasTs = true;
        long value = parser.getLongValue();
        TimestampGuard.checkBounds(name, value);
        return value;
    }

    private static double number(String name, JsonToken token, JsonParser parser, double max)
            throws IOException, RejectedRecordException {
        if (!token.isNumeric()) {
            throw wrongType(name, "a number");
        }
        StrictJson.checkToken(parser, token);
        double value = parser.getDoubleValue();
        if (value < 0) {
            throw new RejectedRecordException(
                    name.equals("price") ? ErrorClass.NEGATIVE_PRICE : ErrorClass.OUT_OF_RANGE,
                    name + " " + value + " is negative");
        }
        if (value > max) {
            throw new RejectedRecordException(ErrorClass.OUT_OF_RANGE, name + " " + value + " is above " + max);
        }
        return value;
    }

    private String pooled(String name, JsonToken token, JsonParser parser, int maxLength)
            throws IOException, RejectedRecordException {
        checkText(name, token, parser, maxLength);
        return pool.get(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    }

    private static String text(String name, JsonToken token, JsonParser parser)
            throws IOException, RejectedRecordException {
        checkText(name, token, parser, TRADE_ID_LENGTH);
        return parser.getText();
    }

    private static void checkText(String name, JsonToken token, JsonParser parser, int maxLength)
            throws IOException, RejectedRecordException {
        if (token != JsonToken.VALUE_STRING) {
            StrictJson.checkToken(parser, token);
            throw wrongType(name, "text");
        }
        int length = parser.getTextLength();
        if (length > maxLength) {
            throw new RejectedRecordException(
                    ErrorClass.OUT_OF_RANGE, name + " has " + length + " characters, at most " + maxLength);
        }
        char[] text = parser.getTextCharacters();
        int end = parser.getTextOffset() + length;
        for (int i = parser.getTextOffset(); i < end; i++) {
            if (Character.isSurrogate(text[i])) {
                StrictJson.checkToken(parser, token);
                return;
            }
        }
    }

    private static TickAction action(String name, JsonToken token, JsonParser parser)
            throws IOException, RejectedRecordException {
        checkText(name, token, parser, Limits.SYMBOL_LENGTH);
        String word = parser.getText();
        for (TickAction known : ACTIONS) {
            if (known.name().equals(word)) {
                return known;
            }
        }
        throw new RejectedRecordException(ErrorClass.UNKNOWN_VALUE, "action '" + word + "' is not known");
    }

    Tick toTick() throws RejectedRecordException {
        require(action != null, "action");
        require(hasTs, "ts");
        if (action == TickAction.HEARTBEAT) {
            return new Tick("", "", ts, 0, 0, null, null, null, null, action, null);
        }
        checkListing();
        boolean aboutAnother = action == TickAction.CANCEL || action == TickAction.CORRECT;
        require(!aboutAnother || (origTradeId != null && !origTradeId.isEmpty()), "origTradeId");
        if (!carriesPrice(action)) {
            return tick(0, 0);
        }
        require(!Double.isNaN(price), "price");
        require(!Double.isNaN(size), "size");
        if (price == 0) {
            throw new RejectedRecordException(ErrorClass.OUT_OF_RANGE, "price is zero");
        }
        return tick(price, size);
    }

    private Tick tick(double tickPrice, double tickSize) {
        return new Tick(symbol, mic, ts, tickPrice, tickSize, venue, tape, conditions, tradeId, action, origTradeId);
    }

    private void checkListing() throws RejectedRecordException {
        require(!symbol.isEmpty(), "symbol");
        require(!mic.isEmpty(), "mic");
        if (!Limits.isSymbol(symbol)) {
            throw new RejectedRecordException(ErrorClass.OUT_OF_RANGE, "symbol '" + symbol + "' is no ticker");
        }
        if (!Limits.isMic(mic)) {
            throw new RejectedRecordException(ErrorClass.OUT_OF_RANGE, "mic '" + mic + "' is no ISO 10383 code");
        }
        if (tape != null && !tape.equals("A") && !tape.equals("B") && !tape.equals("C")) {
            throw new RejectedRecordException(ErrorClass.UNKNOWN_VALUE, "tape '" + tape + "' is not A, B or C");
        }
    }

    private static void require(boolean present, String name) throws RejectedRecordException {
        if (!present) {
            throw new RejectedRecordException(ErrorClass.MISSING_FIELD, name + " is missing");
        }
    }

    private static RejectedRecordException duplicate(String name) {
        return new RejectedRecordException(ErrorClass.DUPLICATE_FIELD, name + " appears twice");
    }

    private static RejectedRecordException wrongType(String name, String needed) {
        return new RejectedRecordException(ErrorClass.WRONG_TYPE, name + " is not " + needed);
    }
}
