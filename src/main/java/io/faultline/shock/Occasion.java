package io.faultline.shock;

/** Why a revision is made; decides how its explanation begins. */
enum Occasion {
    ONSET,
    ESCALATION,
    FALL_GOES_ON,
    NEW_LEG,
    SECOND_FALL,
    CLOSE,
    LATER_CLOSE,
    LINK_FOUND,
    ATTRIBUTION,
    EVIDENCE_WITHDRAWN,
    CORRECTED_CLOSE,
    CORRECTED_PRINTS,
    LEG_WITHDRAWN,
    RETRACTION,
    RESOLUTION
}
