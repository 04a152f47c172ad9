package uk.homeward.journey.place;

/** What a site is. */
public enum SiteKind {
    ACUTE_HOSPITAL,
    SPECIALIST_HOSPITAL,
    COMMUNITY_HOSPITAL,
    ENABLEMENT_CENTRE,
    ASSESSMENT_UNIT,
    HUB,
    WALK_IN_CENTRE
}
