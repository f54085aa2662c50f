/** Kafka and file ends, strict JSON codecs, dead letters. */
package io.faultline.io;
