package uk.homeward.journey.pathway;

import uk.homeward.journey.Id;

/** The name of one option of a decision. */
public record OptionId(String value) implements Id {

    public OptionId {
        Id.requireWords("option", value);
    }

    public static OptionId of(String value) {
        return new OptionId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
