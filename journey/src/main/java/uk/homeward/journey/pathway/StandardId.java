package uk.homeward.journey.pathway;

import uk.homeward.journey.Id;

/** The name of a standard, such as {@code response-2h}. */
public record StandardId(String value) implements Id {

    public StandardId {
        Id.requireWords("standard", value);
    }

    public static StandardId of(String value) {
        return new StandardId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
