package io.faultline.io.kafka;

import io.faultline.io.json.ListingCodec;
import io.faultline.io.json.RejectedRecordException;
import io.faultline.market.Listing;
import io.faultline.stream.InboundListing;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the listing topic. A listing is replaced, never removed: a record without a value is refused. */
public final class ListingReader implements KafkaRecordDeserializationSchema<InboundListing> {

    private static final long serialVersionUID = 1L;

    private transient ListingCodec codec;

    @Override
    public void open(InitializationContext context) {
        codec = new ListingCodec();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> kafka, Collector<InboundListing> out) {
        out.collect(read(kafka));
    }

    private InboundListing read(ConsumerRecord<byte[], byte[]> kafka) {
        try {
            Listing listing = codec.read(kafka.value());
            Refusals.checkKey(kafka, ListingCodec.topicKey(listing));
            return new InboundListing(listing, kafka.timestamp(), null);
        } catch (RejectedRecordException e) {
            return new InboundListing(null, kafka.timestamp(), Refusals.deadLetter(kafka, e));
        }
    }

    @Override
    public TypeInformation<InboundListing> getProducedType() {
        return TypeInformation.of(InboundListing.class);
    }
}
