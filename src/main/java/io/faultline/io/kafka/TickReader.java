package io.faultline.io.kafka;

import io.faultline.io.json.RejectedRecordException;
import io.faultline.io.json.TickCodec;
import io.faultline.io.json.TimestampGuard;
import io.faultline.market.Tick;
import io.faultline.stream.InboundTick;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the tick topic; bytes that are no tick come out as a refusal. */
public final class TickReader implements KafkaRecordDeserializationSchema<InboundTick> {

    private static final long serialVersionUID = 1L;

    private final TimestampGuard guard;
    private transient TickCodec codec;

    /** @param guard refuses absurd times */
    public TickReader(TimestampGuard guard) {
        this.guard = guard;
    }

    @Override
    public void open(InitializationContext context) {
        codec = new TickCodec();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> kafka, Collector<InboundTick> out) {
        out.collect(read(kafka));
    }

    private InboundTick read(ConsumerRecord<byte[], byte[]> kafka) {
        try {
            Tick tick = codec.read(kafka.value());
            guard.checkTick(tick.ts(), kafka.timestamp());
            return new InboundTick(tick, tick.ts(), null);
        } catch (RejectedRecordException e) {
            return new InboundTick(null, kafka.timestamp(), Refusals.deadLetter(kafka, e));
        }
    }

    @Override
    public TypeInformation<InboundTick> getProducedType() {
        return TypeInformation.of(InboundTick.class);
    }
}
