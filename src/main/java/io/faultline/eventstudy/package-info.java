/** Market model of a sector, estimated from its own closes: what its fall is measured against. */
package io.faultline.eventstudy;
