/** Flink functions, patterns, state, watermarks and metrics: thin shells around the pure packages. */
package io.faultline.stream;
