/** A real cluster of separate JVMs, with the configuration and the job jar as shipped, whose processes are killed. */
package io.faultline.cluster;
