package io.faultline.rules;

import java.io.Serializable;
import java.util.List;

/**
 * How a sector is recognised in headlines and why AI releases can touch it.
 *
 * @param terms names of the sector, its members' names and its themes, any language, lower case (e.g. {@code gpu},
 *     {@code 英伟达}); mention in a headline links the story to the sector
 * @param aiSensitivity how far any AI-model release concerns the sector without being named, 0 (not at all) to 1
 */
public record ExposureTerms(List<String> terms, double aiSensitivity) implements Serializable {}
