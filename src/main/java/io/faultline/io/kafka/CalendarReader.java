package io.faultline.io.kafka;

import io.faultline.io.json.CalendarCodec;
import io.faultline.io.json.RejectedRecordException;
import io.faultline.market.CalendarEntry;
import io.faultline.stream.InboundCalendar;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the calendar topic; a record without a value removes the entry of its key. */
public final class CalendarReader implements KafkaRecordDeserializationSchema<InboundCalendar> {

    private static final long serialVersionUID = 1L;

    private transient CalendarCodec codec;

    @Override
    public void open(InitializationContext context) {
        codec = new CalendarCodec();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> kafka, Collector<InboundCalendar> out) {
        out.collect(read(kafka));
    }

    private InboundCalendar read(ConsumerRecord<byte[], byte[]> kafka) {
        try {
            if (kafka.value() == null) {
                return new InboundCalendar(Refusals.removedKey(kafka), null, null);
            }
            CalendarEntry entry = codec.read(kafka.value());
            Refusals.checkKey(kafka, entry.key());
            return new InboundCalendar(entry.key(), entry, null);
        } catch (RejectedRecordException e) {
            return new InboundCalendar(Refusals.keyText(kafka), null, Refusals.deadLetter(kafka, e));
        }
    }

    @Override
    public TypeInformation<InboundCalendar> getProducedType() {
        return TypeInformation.of(InboundCalendar.class);
    }
}
