package uk.homeward.journey.pathway;

import uk.homeward.journey.Id;

/** The name of a pathway, such as {@code intermediate-care}. */
public record PathwayId(String value) implements Id {

    public PathwayId {
        Id.requireWords("pathway", value);
    }

    public static PathwayId of(String value) {
        return new PathwayId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
