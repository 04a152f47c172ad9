package uk.homeward.journey.place;

/** Who has to act, as the national returns split it: the NHS, social care, or both together. */
public enum Side {
    NHS,
    SOCIAL_CARE,
    BOTH
}
