/** A Flink cluster in this process. */
package io.faultline.app.cluster;
