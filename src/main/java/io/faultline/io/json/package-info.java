/** Strict JSON codecs of the wire contracts; the schemas are in {@code src/main/resources/schemas}. */
package io.faultline.io.json;
