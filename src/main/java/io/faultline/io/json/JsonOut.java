package io.faultline.io.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;

/** Writes fields of one JSON object; null leaves a field out, and nothing that a record holds can make it throw. */
final class JsonOut {

    /** Longs up to here are doubles without loss. */
    private static final double MAX_WHOLE = 1L << 53;

    private final JsonGenerator json;

    private JsonOut(JsonGenerator json) {
        this.json = json;
    }

    /** What writes the fields of an object. */
    @FunctionalInterface
    interface Body {
        void writeTo(JsonOut out) throws IOException;
    }

    static byte[] write(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = StrictJson.STREAMING.createGenerator(bytes)) {
            json.writeStartObject();
            body.writeTo(new JsonOut(json));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    void text(String name, String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, StrictText.repaired(value));
        }
    }

    void textUnlessEmpty(String name, String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            text(name, value);
        }
    }

    void word(String name, Enum<?> value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.name());
        }
    }

    /** A date or another value whose text form is its wire form. */
    void shown(String name, Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }

    void instant(String name, Instant value) throws IOException {
        shown(name, value);
    }

    void whole(String name, long value) throws IOException {
        json.writeNumberField(name, value);
    }

    void flag(String name, boolean value) throws IOException {
        json.writeBooleanField(name, value);
    }

    /** Not known, NaN and infinite all are "no figure": the field is left out. */
    void number(String name, Double value) throws IOException {
        if (value != null && Double.isFinite(value)) {
            if (value == Math.rint(value) && Math.abs(value) <= MAX_WHOLE) {
                json.writeNumberField(name, value.longValue());
            } else {
                json.writeNumberField(name, value.doubleValue());
            }
        }
    }

    void texts(String name, Collection<String> values) throws IOException {
        if (values != null) {
            json.writeArrayFieldStart(name);
            for (String value : values) {
                json.writeString(StrictText.repaired(value));
            }
            json.writeEndArray();
        }
    }

    void object(String name, Body body) throws IOException {
        json.writeObjectFieldStart(name);
        body.writeTo(this);
        json.writeEndObject();
    }

    /** What writes the fields of one element of a list. */
    @FunctionalInterface
    interface ElementBody<T> {
        void writeTo(JsonOut out, T element) throws IOException;
    }

    <T> void list(String name, Collection<T> elements, ElementBody<T> body) throws IOException {
        json.writeArrayFieldStart(name);
        for (T element : elements) {
            json.writeStartObject();
            body.writeTo(this, element);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
