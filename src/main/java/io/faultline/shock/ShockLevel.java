package io.faultline.shock;

/** How far a sector has fallen, in order of severity. */
public enum ShockLevel {
    /** Nothing remarkable. */
    NONE,
    /** Worth a look; opens nothing. */
    WATCH,
    /** A sector-wide collapse: opens an incident. */
    COLLAPSE,
    /** A collapse of a size seen a few times in a decade. */
    CRASH;

    static ShockLevel higher(ShockLevel left, ShockLevel right) {
        return left.compareTo(right) >= 0 ? left : right;
    }
}
