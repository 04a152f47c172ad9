package uk.homeward.journey.place;

/** What an organisation is. */
public enum OrganisationKind {
    ACUTE_TRUST,
    SPECIALIST_TRUST,
    COMMUNITY_TRUST,
    MENTAL_HEALTH_TRUST,
    INTEGRATED_CARE_BOARD,
    GP_FEDERATION,
    COUNCIL,
    AMBULANCE,
    POLICE,
    FIRE,
    HOUSING,
    VOLUNTARY,
    CARE_HOME_GROUP,
    HOME_CARE_GROUP,
    SUPPLIER;

    /** The side on which this organisation's share of a delay is counted. */
    public Side side() {
        return switch (this) {
            case ACUTE_TRUST,
                    SPECIALIST_TRUST,
                    COMMUNITY_TRUST,
                    MENTAL_HEALTH_TRUST,
                    INTEGRATED_CARE_BOARD,
                    GP_FEDERATION,
                    AMBULANCE -> Side.NHS;
            case COUNCIL, HOUSING, VOLUNTARY, CARE_HOME_GROUP, HOME_CARE_GROUP -> Side.SOCIAL_CARE;
            case POLICE, FIRE, SUPPLIER -> Side.BOTH;
        };
    }
}
