/** Market model and abnormal returns. */
package io.faultline.eventstudy;
