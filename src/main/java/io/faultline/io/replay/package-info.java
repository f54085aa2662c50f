/** Publishes a data set to Kafka as if it happened now: records in time order, simulated time as their timestamps. */
package io.faultline.io.replay;
