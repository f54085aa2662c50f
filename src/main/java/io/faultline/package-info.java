/** The job's entry point, its graph, and everything that can be configured. */
package io.faultline;
