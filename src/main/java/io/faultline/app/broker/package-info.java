/** A Kafka broker in this process, for the demo and for tests. */
package io.faultline.app.broker;
