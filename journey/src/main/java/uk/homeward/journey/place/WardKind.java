package uk.homeward.journey.place;

/** What a hospital ward or department does. */
public enum WardKind {
    EMERGENCY_DEPARTMENT,
    ACUTE_MEDICAL_UNIT,
    FRAILTY_UNIT,
    SHORT_STAY,
    MEDICAL,
    STROKE,
    ORTHOPAEDIC,
    SURGICAL,
    DISCHARGE_LOUNGE,
    ASSESSMENT,
    ENABLEMENT
}
