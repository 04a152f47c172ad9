package uk.homeward.journey.place;

/** How a pool is counted. */
public enum PoolKind {
    /** Beds, each one a place of its own. */
    BEDS,
    /** People on a team's books at once. */
    CASELOAD,
    /** Hours of visits in a week. */
    HOURS,
    /** Pieces of work that can be done at once. */
    SLOTS
}
