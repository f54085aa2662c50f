/** The topics of the contract on a Kafka: planned as values, created, compared. */
package io.faultline.app.topics;
