/** The Kafka ends of the job: sources that turn any bytes into records or refusals, and sinks. */
package io.faultline.io.kafka;
