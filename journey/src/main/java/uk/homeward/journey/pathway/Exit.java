package uk.homeward.journey.pathway;

import org.jspecify.annotations.Nullable;

/**
 * How a journey ends.
 *
 * @param outcome where the person is then
 * @param returns for foresight: those who come back; null means nobody does
 */
public record Exit(
        ExitId id, String title, Outcome outcome, @Nullable Returns returns) {

    /** Where the person is when the journey ends. */
    public enum Outcome {
        INDEPENDENT_AT_HOME,
        HOME_WITH_SUPPORT,
        CARE_HOME,
        HOSPITAL,
        END_OF_LIFE_CARE,
        COMMUNITY_SUPPORT,
        DIED,
        NO_NEED,
        WITHDRAWN
    }

    /** The share of people who come back by a route, and after how long. */
    public record Returns(double share, Lasting after, RouteId by) {}
}
