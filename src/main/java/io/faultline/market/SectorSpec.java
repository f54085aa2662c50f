package io.faultline.market;

import java.util.List;

/**
 * What the meter needs to know about a sector.
 *
 * @param sector sector id
 * @param members listing keys ({@code symbol@mic}); kept sorted and without duplicates, so that sums do not depend on
 *     their order
 * @param benchmark listing key of the market proxy, null for none
 * @param memberDrop a member counts for breadth at or below this session return, fraction
 * @param freshForMillis a member is fresh this long after its last print
 * @param thinPrints outside the home market's regular hours a member covers only after this many prints, at most
 *     {@value #MAX_THIN_PRINTS}
 * @param sensitivity to the market, for the abnormal return
 */
public record SectorSpec(
        String sector,
        List<String> members,
        String benchmark,
        double memberDrop,
        long freshForMillis,
        int thinPrints,
        MarketSensitivity sensitivity) {

    /** So many prints of a session are told one by one outside regular hours. */
    public static final int MAX_THIN_PRINTS = 10;

    public SectorSpec {
        members = members.stream().distinct().sorted().toList();
    }
}
