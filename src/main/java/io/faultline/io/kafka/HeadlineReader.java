package io.faultline.io.kafka;

import io.faultline.io.json.HeadlineCodec;
import io.faultline.io.json.RejectedRecordException;
import io.faultline.io.json.TimestampGuard;
import io.faultline.news.Headline;
import io.faultline.stream.InboundHeadline;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the headline topic and says when each headline could be known here. */
public final class HeadlineReader implements KafkaRecordDeserializationSchema<InboundHeadline> {

    private static final long serialVersionUID = 1L;

    private final TimestampGuard guard;
    private transient HeadlineCodec codec;

    /** @param guard refuses absurd times and tells knowledge time */
    public HeadlineReader(TimestampGuard guard) {
        this.guard = guard;
    }

    @Override
    public void open(InitializationContext context) {
        codec = new HeadlineCodec();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> kafka, Collector<InboundHeadline> out) {
        out.collect(read(kafka));
    }

    private InboundHeadline read(ConsumerRecord<byte[], byte[]> kafka) {
        try {
            Headline headline = codec.read(kafka.value());
            guard.checkHeadline(headline, kafka.timestamp());
            return new InboundHeadline(headline, guard.knownAt(headline, kafka.timestamp()), null);
        } catch (RejectedRecordException e) {
            return new InboundHeadline(null, kafka.timestamp(), Refusals.deadLetter(kafka, e));
        }
    }

    @Override
    public TypeInformation<InboundHeadline> getProducedType() {
        return TypeInformation.of(InboundHeadline.class);
    }
}
