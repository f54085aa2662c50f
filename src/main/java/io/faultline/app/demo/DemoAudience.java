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
import java.util.ArrayList;
import java.util.List;

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

    DemoAudience(KafkaTopics topics, AlertPrinter printer, AlertFile file) {
        this.topics = topics;
        this.printer = printer;
        this.file = file;
    }

    /**
     * Takes a record.
     *
     * @return lines to print; none for a sample or a repeat
     * @throws OperationException if the record breaks its contract: the job must not publish such
     */
    List<String> take(String topic, byte[] value) {
        try {
            if (topic.equals(topics.sectors())) {
                quiet.add(samples.read(value));
                return List.of();
            }
            Alert alert = alerts.read(value);
            if (!seen.isNew(alert)) {
                return List.of();
            }
            file.write(value);
            incidents.add(alert);
            List<String> lines = new ArrayList<>(printer.lines(alert));
            lines.add("");
            return lines;
        } catch (RejectedRecordException e) {
            throw new OperationException("a record on " + topic + " breaks its contract: " + e.reason(), e);
        }
    }

    IncidentTable incidents() {
        return incidents;
    }

    QuietSectors quietSectors() {
        return quiet;
    }
}
