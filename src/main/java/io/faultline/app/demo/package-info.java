/** A replay of a data set, end to end, in this process. */
package io.faultline.app.demo;
