package io.faultline.shock;

/** Why a revision is made; decides how its explanation begins. */
enum Occasion {
    ONSET,
    ESCALATION,
    FALL_GOES_ON,
    NEW_LEG,
    SECOND_FALL,
    CLOSE,
    CORRECTED_CLOSE,
    LATER_CLOSE,
    LINK_FOUND,
    ATTRIBUTION,
    EVIDENCE_WITHDRAWN,
    RESOLUTION
}
