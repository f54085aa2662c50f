package io.faultline.io.kafka;

import io.faultline.io.json.RejectedRecordException;
import io.faultline.io.json.RuleCodec;
import io.faultline.rules.SectorRule;
import io.faultline.stream.InboundRule;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the rule topic; a record without a value removes the rule of its key. */
public final class RuleReader implements KafkaRecordDeserializationSchema<InboundRule> {

    private static final long serialVersionUID = 1L;

    private transient RuleCodec codec;

    @Override
    public void open(InitializationContext context) {
        codec = new RuleCodec();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> kafka, Collector<InboundRule> out) {
        out.collect(read(kafka));
    }

    private InboundRule read(ConsumerRecord<byte[], byte[]> kafka) {
        try {
            if (kafka.value() == null) {
                return new InboundRule(Refusals.removedKey(kafka), null, null);
            }
            SectorRule rule = codec.read(kafka.value());
            Refusals.checkKey(kafka, rule.ruleId());
            return new InboundRule(rule.ruleId(), rule, null);
        } catch (RejectedRecordException e) {
            return new InboundRule(Refusals.keyText(kafka), null, Refusals.deadLetter(kafka, e));
        }
    }

    @Override
    public TypeInformation<InboundRule> getProducedType() {
        return TypeInformation.of(InboundRule.class);
    }
}
