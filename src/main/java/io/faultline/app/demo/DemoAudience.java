package io.faultline.app.demo;

import io.faultline.app.OperationException;
import io.faultline.app.console.AlertPrinter;
import io.faultline.app.console.IncidentTable;
import io.faultline.app.console.QuietSectors;
import io.faultline.app.feed.SeenRevisions;
import io.faultline.io.json.AlertCodec;
import io.faultline.io.json.RejectedRecordException;
import io.faultline.io.json.SectorSampleCodec;
import io.faultline.io.kafka.KafkaTopics;
import io.faultline.shock.Alert;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes what the job has published, keeps the incidents and the deepest samples, and says what to print. */
final class DemoAudience {

    private final KafkaTopics topics;
    private final AlertPrinter printer;
    private final AlertFile file;
    private final AlertCodec alerts = new AlertCodec();
    private final SectorSampleCodec samples = new SectorSampleCodec();
    private final SeenRevisions seen = new SeenRevisions();
    private final IncidentTable incidents = new IncidentTable();
    private final QuietSectors quiet = new QuietSectors();

    private long newestSample;

    /** @param start of the data */
    DemoAudience(KafkaTopics topics, AlertPrinter printer, AlertFile file, Instant start) {
        this.topics = topics;
        this.printer = printer;
        this.file = file;
        this.newestSample = start.toEpochMilli();
    }

    /**
     * Takes a record.
     *
     * @return lines to print; none for a sample or a repeat
     * @throws OperationException if the record breaks its contract: the job must not publish such
     */
    List<String> take(ConsumerRecord<byte[], byte[]> each) {
        try {
            return each.topic().equals(topics.sectors()) ? sample(each) : alert(each.value());
        } catch (RejectedRecordException e) {
            throw new OperationException("a record on " + each.topic() + " breaks its contract: " + e.reason(), e);
        }
    }

    private List<String> sample(ConsumerRecord<byte[], byte[]> each) throws RejectedRecordException {
        newestSample = Math.max(newestSample, each.timestamp());
        // A sector in stress is sampled each second: only those without an incident need to be read.
        if (!incidents.has(new String(each.key(), StandardCharsets.UTF_8))) {
            quiet.add(samples.read(each.value()));
        }
        return List.of();
    }

    private List<String> alert(byte[] value) throws RejectedRecordException {
        Alert alert = alerts.read(value);
        if (!seen.isNew(alert)) {
            return List.of();
        }
        file.write(value);
        incidents.add(alert);
        List<String> lines = new ArrayList<>(printer.lines(alert));
        lines.add("");
        return lines;
    }

    /** Event time of the newest sample; the start of the data before the first. */
    Instant newestSample() {
        return Instant.ofEpochMilli(newestSample);
    }

    IncidentTable incidents() {
        return incidents;
    }

    QuietSectors quietSectors() {
        return quiet;
    }
}
