package io.faultline.io.kafka;

import io.faultline.shock.Alert;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** CloudEvents 1.0 attributes of an alert, in the binary content mode of the Kafka protocol binding. */
final class CloudEventHeaders {

    private static final String SOURCE = "/faultline";
    private static final String TYPE = "io.faultline.alert.v1";

    private CloudEventHeaders() {}

    /** All are functions of the alert's content, so that a repeat carries the same. */
    static List<Header> of(Alert alert) {
        List<Header> headers = new ArrayList<>();
        headers.add(header("ce_specversion", "1.0"));
        headers.add(header("ce_id", alert.incidentId() + ":" + alert.revision()));
        headers.add(header("ce_source", SOURCE));
        headers.add(header("ce_type", TYPE));
        headers.add(header("ce_subject", alert.sector()));
        headers.add(header("ce_time", alert.detectedAt().toString()));
        headers.add(header("content-type", "application/json"));
        return headers;
    }

    /** A header; a null value stays null. */
    static Header header(String name, String value) {
        return new RecordHeader(name, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }
}
