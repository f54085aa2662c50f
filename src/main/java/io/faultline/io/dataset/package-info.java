/** Data set directories: reference data, headlines and prices of a stretch of market history, read as one stream. */
package io.faultline.io.dataset;
