package io.faultline.io.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faultline.market.TradingDay;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Typed access to the fields of a JSON object. Every getter refuses a wrong type by the field's path; an optional
 * field may be absent or null.
 */
final class Fields {

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final String path;
    private final ObjectNode object;
    private final Set<String> known = new HashSet<>();

    Fields(ObjectNode object) {
        this("", object);
    }

    private Fields(String path, ObjectNode object) {
        this.path = path;
        this.object = object;
    }

    boolean has(String name) {
        known.add(name);
        JsonNode node = object.get(name);
        return node != null && !node.isNull();
    }

    /** Call last: refuses every field that was not asked for. */
    void refuseOthers() throws RejectedRecordException {
        for (var names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw rejected(ErrorClass.UNKNOWN_FIELD, name, "is not known");
            }
        }
    }

    String text(String name, int maxLength) throws RejectedRecordException {
        String text = required(name).isTextual() ? object.get(name).textValue() : null;
        if (text == null) {
            throw rejected(ErrorClass.WRONG_TYPE, name, "is not text");
        }
        if (text.isEmpty()) {
            throw rejected(ErrorClass.MISSING_FIELD, name, "is empty");
        }
        if (text.length() > maxLength) {
            throw rejected(ErrorClass.OUT_OF_RANGE, name, "has " + text.length() + " characters, at most " + maxLength);
        }
        return text;
    }

    /** Null if absent, null or empty. */
    String optionalText(String name, int maxLength) throws RejectedRecordException {
        boolean empty = !has(name)
                || (object.get(name).isTextual() && object.get(name).textValue().isEmpty());
        return empty ? null : text(name, maxLength);
    }

    String symbol(String name) throws RejectedRecordException {
        String symbol = text(name, Limits.SYMBOL_LENGTH);
        if (!Limits.isSymbol(symbol)) {
            throw rejected(ErrorClass.OUT_OF_RANGE, name, "'" + symbol + "' is no ticker");
        }
        return symbol;
    }

    String mic(String name) throws RejectedRecordException {
        String mic = text(name, Limits.SYMBOL_LENGTH);
        if (!Limits.isMic(mic)) {
            throw rejected(ErrorClass.OUT_OF_RANGE, name, "'" + mic + "' is no ISO 10383 code");
        }
        return mic;
    }

    <E extends Enum<E>> E word(String name, Class<E> words) throws RejectedRecordException {
        String word = text(name, Limits.ID_LENGTH);
        for (E known : words.getEnumConstants()) {
            if (known.name().equals(word)) {
                return known;
            }
        }
        throw rejected(ErrorClass.UNKNOWN_VALUE, name, "'" + word + "' is not known");
    }

    <E extends Enum<E>> E word(String name, Class<E> words, E ifAbsent) throws RejectedRecordException {
        return has(name) ? word(name, words) : ifAbsent;
    }

    boolean flag(String name) throws RejectedRecordException {
        JsonNode node = required(name);
        if (!node.isBoolean()) {
            throw rejected(ErrorClass.WRONG_TYPE, name, "is not true or false");
        }
        return node.booleanValue();
    }

    int whole(String name, int min, int max) throws RejectedRecordException {
        JsonNode node = required(name);
        if (!node.isIntegralNumber()) {
            throw rejected(ErrorClass.WRONG_TYPE, name, "is not an integer");
        }
        if (!node.canConvertToInt() || node.intValue() < min || node.intValue() > max) {
            throw rejected(ErrorClass.OUT_OF_RANGE, name, "is not between " + min + " and " + max);
        }
        return node.intValue();
    }

    double number(String name, double min, double max) throws RejectedRecordException {
        JsonNode node = required(name);
        if (!node.isNumber()) {
            throw rejected(ErrorClass.WRONG_TYPE, name, "is not a number");
        }
        double number = node.doubleValue();
        if (!(number >= min && number <= max)) {
            throw rejected(ErrorClass.OUT_OF_RANGE, name, number + " is not between " + min + " and " + max);
        }
        return number;
    }

    Double optionalNumber(String name, double min, double max) throws RejectedRecordException {
        return has(name) ? (Double) number(name, min, max) : null;
    }

    /** Above zero, or null if absent. */
    Double optionalPositive(String name, double max) throws RejectedRecordException {
        Double number = optionalNumber(name, Double.NEGATIVE_INFINITY, max);
        if (number != null && number <= 0) {
            boolean price = number < 0 && name.equals("referenceClose");
            throw rejected(
                    price ? ErrorClass.NEGATIVE_PRICE : ErrorClass.OUT_OF_RANGE, name, number + " is not above zero");
        }
        return number;
    }

    Instant instant(String name) throws RejectedRecordException {
        String text = text(name, Limits.ID_LENGTH);
        Instant instant;
        try {
            instant = INSTANT.matcher(text).matches() ? Instant.parse(text) : null;
        } catch (DateTimeException e) {
            instant = null;
        }
        if (instant == null) {
            throw rejected(ErrorClass.WRONG_TYPE, name, "'" + text + "' is not an instant like 2025-01-27T14:30:00Z");
        }
        TimestampGuard.checkBounds(path + name, instant.toEpochMilli(), text);
        return instant;
    }

    Instant optionalInstant(String name) throws RejectedRecordException {
        return has(name) ? instant(name) : null;
    }

    TradingDay day(String name) throws RejectedRecordException {
        String text = text(name, Limits.ID_LENGTH);
        TradingDay day;
        try {
            day = DATE.matcher(text).matches() ? TradingDay.parse(text) : null;
        } catch (IllegalArgumentException e) {
            day = null;
        }
        if (day == null) {
            throw rejected(ErrorClass.WRONG_TYPE, name, "'" + text + "' is not a date like 2025-01-27");
        }
        TimestampGuard.checkBounds(path + name, day.epochDay() * 86_400_000L, text);
        return day;
    }

    TradingDay optionalDay(String name) throws RejectedRecordException {
        return has(name) ? day(name) : null;
    }

    /** Empty if absent or null. */
    List<String> texts(String name, int maxCount, int maxLength) throws RejectedRecordException {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : has(name) ? array(name, maxCount) : List.<JsonNode>of()) {
            if (!element.isTextual()) {
                throw rejected(ErrorClass.WRONG_TYPE, name, "holds something that is not text");
            }
            if (element.textValue().isEmpty() || element.textValue().length() > maxLength) {
                throw rejected(ErrorClass.OUT_OF_RANGE, name, "holds text of no or over " + maxLength + " characters");
            }
            texts.add(element.textValue());
        }
        return texts;
    }

    Fields object(String name) throws RejectedRecordException {
        if (!(required(name) instanceof ObjectNode child)) {
            throw rejected(ErrorClass.WRONG_TYPE, name, "is not an object");
        }
        return new Fields(path + name + ".", child);
    }

    List<Fields> objects(String name, int maxCount) throws RejectedRecordException {
        required(name);
        List<Fields> objects = new ArrayList<>();
        for (JsonNode element : array(name, maxCount)) {
            if (!(element instanceof ObjectNode child)) {
                throw rejected(ErrorClass.WRONG_TYPE, name, "holds something that is not an object");
            }
            objects.add(new Fields(path + name + "[" + objects.size() + "].", child));
        }
        return objects;
    }

    RejectedRecordException rejected(ErrorClass errorClass, String name, String what) {
        return new RejectedRecordException(errorClass, path + name + " " + what);
    }

    private ArrayNode array(String name, int maxCount) throws RejectedRecordException {
        if (!(object.get(name) instanceof ArrayNode array)) {
            throw rejected(ErrorClass.WRONG_TYPE, name, "is not a list");
        }
        if (array.size() > maxCount) {
            throw rejected(ErrorClass.OUT_OF_RANGE, name, "has " + array.size() + " elements, at most " + maxCount);
        }
        return array;
    }

    private JsonNode required(String name) throws RejectedRecordException {
        if (!has(name)) {
            throw rejected(ErrorClass.MISSING_FIELD, name, "is missing");
        }
        return object.get(name);
    }
}
