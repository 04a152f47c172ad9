package uk.homeward.journey.pathway;

import uk.homeward.journey.Id;

/** The name of a way into a pathway, such as {@code gateway}. */
public record RouteId(String value) implements Id {

    public RouteId {
        Id.requireWords("route", value);
    }

    public static RouteId of(String value) {
        return new RouteId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
