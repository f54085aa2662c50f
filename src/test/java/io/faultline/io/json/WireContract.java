package io.faultline.io.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.faultline.market.CalendarEntry;
import io.faultline.market.Listing;
import io.faultline.market.Tick;
import io.faultline.news.Headline;
import io.faultline.rules.SectorRule;
import io.faultline.shock.Alert;
import io.faultline.shock.SectorSample;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** A contract in its three forms: schema, record and codec, with a full record of it. */
record WireContract<T>(String name, Class<T> type, Codec<T> codec, T sample) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<WireContract<?>> all() {
        return List.of(
                new WireContract<>("tick", Tick.class, new TickCodec(), WireSamples.tick()),
                new WireContract<>("headline", Headline.class, new HeadlineCodec(), WireSamples.headline()),
                new WireContract<>("listing", Listing.class, new ListingCodec(), WireSamples.listing()),
                new WireContract<>("calendar", CalendarEntry.class, new CalendarCodec(), WireSamples.calendarEntry()),
                new WireContract<>("rule", SectorRule.class, new RuleCodec(), WireSamples.rule()),
                new WireContract<>("alert", Alert.class, new AlertCodec(), WireSamples.alert()),
                new WireContract<>("sector-sample", SectorSample.class, new SectorSampleCodec(), WireSamples.sample()));
    }

    byte[] written() {
        return codec.write(sample);
    }

    /** How the codec refuses a document; empty if it takes it. */
    Optional<RejectedRecordException> refusal(byte[] json) {
        try {
            codec.read(json);
            return Optional.empty();
        } catch (RejectedRecordException e) {
            return Optional.of(e);
        }
    }

    JsonNode schema() {
        return schemaTree(name);
    }

    /** What the schema says against a document; empty if it is valid. */
    List<String> problems(JsonNode document) {
        return problems(name, document);
    }

    static List<String> problems(String contract, JsonNode document) {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schemaTree(contract));
        return schema.validate(document).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(JsonNode tree) {
        try {
            return JSON.writeValueAsBytes(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode schemaTree(String contract) {
        String resource = "/schemas/" + contract + ".v1.schema.json";
        try (InputStream schema = WireContract.class.getResourceAsStream(resource)) {
            return JSON.readTree(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
