package uk.homeward.journey.place;

/** What a team does on the pathway. */
public enum TeamKind {
    /** Takes and sorts all referrals and concerns. */
    FRONT_DOOR,
    /** Older person's advice and liaison: several professions assess before any admission. */
    OPAL,
    /** Goes out within two hours. */
    CRISIS_RESPONSE,
    /** Holds things steady at home for some days. */
    SHORT_TERM_SUPPORT,
    /** Therapy-led enablement at home. */
    HOME_ENABLEMENT,
    /** Therapy in enablement beds. */
    BED_ENABLEMENT,
    /** Hospital care given in the person's own bed at home. */
    VIRTUAL_WARD,
    /** Plans the way out of hospital. */
    DISCHARGE_HUB,
    SOCIAL_WORK,
    MENTAL_HEALTH_LIAISON,
    DISTRICT_NURSING,
    FALLS,
    END_OF_LIFE,
    CONTINUING_CARE,
    BROKERAGE,
    CARERS_SUPPORT,
    VOLUNTARY_SUPPORT
}
