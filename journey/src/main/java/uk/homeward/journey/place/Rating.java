package uk.homeward.journey.place;

/** The Care Quality Commission's overall rating. */
public enum Rating {
    OUTSTANDING,
    GOOD,
    REQUIRES_IMPROVEMENT,
    INADEQUATE,
    NOT_RATED
}
