package uk.homeward.journey.pathway;

import uk.homeward.journey.Id;

/** The name of an exit, such as {@code independent}. */
public record ExitId(String value) implements Id {

    public ExitId {
        Id.requireWords("exit", value);
    }

    public static ExitId of(String value) {
        return new ExitId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
