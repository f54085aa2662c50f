/** Sector definitions and thresholds: what quants change without a restart. */
package io.faultline.rules;
