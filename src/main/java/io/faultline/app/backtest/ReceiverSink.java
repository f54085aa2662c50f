package io.faultline.app.backtest;

import io.faultline.stream.StreamOutput;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;

/**
 * Hands records to a receiver in this process.
 *
 * @param <T> record type
 */
final class ReceiverSink<T> implements Sink<T>, StreamOutput<T> {

    private static final long serialVersionUID = 1L;

    private final InProcess<Receiver<T>> receiver;

    ReceiverSink(InProcess<Receiver<T>> receiver) {
        this.receiver = receiver;
    }

    /** Called from the threads of the job. */
    interface Receiver<T> {
        void take(T each);

        /** All records up to this event time have been handed over by one of the parallel tasks. */
        default void timeIs(long epochMilli) {}
    }

    @Override
    public DataStreamSink<T> attach(DataStream<T> stream) {
        return stream.sinkTo(this);
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new Writer<>(receiver.get());
    }

    private record Writer<T>(Receiver<T> receiver) implements SinkWriter<T> {
        @Override
        public void write(T element, Context context) {
            receiver.take(element);
        }

        @Override
        public void writeWatermark(Watermark watermark) {
            receiver.timeIs(watermark.getTimestamp());
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
    }
}
