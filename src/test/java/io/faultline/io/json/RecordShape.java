package io.faultline.io.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.faultline.market.TradingDay;
import io.faultline.shock.Cumulative;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** Compares a record's components with a schema's properties, down to nested records and the words of enums. */
final class RecordShape {

    private RecordShape() {}

    static void compare(Class<?> type, JsonNode schema, String path, List<String> differences) {
        Map<String, RecordComponent> components = new TreeMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            components.put(wireName(type, component), component);
        }
        TreeSet<String> properties = new TreeSet<>();
        schema.get("properties").fieldNames().forEachRemaining(properties::add);
        if (!properties.equals(components.keySet())) {
            differences.add(path + ": schema " + properties + ", record " + components.keySet());
            return;
        }
        components.forEach((name, component) ->
                compareField(component, schema.get("properties").get(name), path + "." + name, differences));
    }

    private static String wireName(Class<?> type, RecordComponent component) {
        boolean renamed = type == Cumulative.class && component.getName().equals("capWeightedReturn");
        return renamed ? "return" : component.getName();
    }

    private static void compareField(
            RecordComponent component, JsonNode property, String path, List<String> differences) {
        Class<?> type = component.getType();
        if (!types(property).contains(jsonType(type))) {
            differences.add(path + ": " + type.getSimpleName() + " is not " + types(property));
        } else if (type.isPrimitive()
                && types(property).contains("null")
                && !path.startsWith("tick.")
                && !path.startsWith("rule.thresholds.")
                && !path.startsWith("rule.estimation.")) {
            differences.add(path + ": may be null, but the record cannot hold it");
        } else if (type.isEnum()) {
            compareWords(type, property, path, differences);
        } else if (type.isRecord() && type != TradingDay.class) {
            compare(type, property, path, differences);
        } else if (type == List.class) {
            Class<?> element = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            if (element.isRecord()) {
                compare(element, property.get("items"), path + "[]", differences);
            }
        }
    }

    private static void compareWords(Class<?> type, JsonNode property, String path, List<String> differences) {
        TreeSet<String> words = new TreeSet<>();
        property.get("enum").forEach(word -> {
            if (!word.isNull()) {
                words.add(word.textValue());
            }
        });
        TreeSet<String> constants = new TreeSet<>();
        Arrays.stream(type.getEnumConstants()).map(Object::toString).forEach(constants::add);
        if (path.equals("alert.severity")) {
            constants.remove("NONE");
        }
        if (!words.equals(constants)) {
            differences.add(path + ": schema " + words + ", enum " + constants);
        }
    }

    private static List<String> types(JsonNode property) {
        JsonNode type = property.get("type");
        return type.isTextual()
                ? List.of(type.textValue())
                : StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::textValue)
                        .toList();
    }

    private static String jsonType(Class<?> type) {
        if (type == String.class || type == Instant.class || type == TradingDay.class || type.isEnum()) {
            return "string";
        }
        if (type == double.class || type == Double.class) {
            return "number";
        }
        if (type == int.class || type == long.class) {
            return "integer";
        }
        if (type == boolean.class) {
            return "boolean";
        }
        return type == List.class ? "array" : "object";
    }
}
