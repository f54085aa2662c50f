package io.faultline.rules;

import java.io.Serializable;
import java.util.List;

/**
 * How a sector is recognised in headlines and why AI releases can touch it.
 *
 * @param terms names of the sector, its members' names and its themes, any language, lower case (e.g. {@code gpu},
 *     {@code 英伟达}); mention in a headline links the story to the sector
 * @param aiSensitivity how far any AI-model release concerns the sector without being named, 0 (not at all) to 1
 * @param peerTerms names of the group of sectors that AI news moves together with this one, as {@code terms}; a headline
 *     about a fall that names neither touches the sector not at all. Null reads as empty
 */
public record ExposureTerms(List<String> terms, double aiSensitivity, List<String> peerTerms) implements Serializable {

    /** Null in state that was written before there were peers. */
    public ExposureTerms {
        peerTerms = peerTerms == null ? List.of() : peerTerms;
    }

    /** Without peers. */
    public ExposureTerms(List<String> terms, double aiSensitivity) {
        this(terms, aiSensitivity, List.of());
    }
}
