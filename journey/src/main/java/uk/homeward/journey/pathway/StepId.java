package uk.homeward.journey.pathway;

import uk.homeward.journey.Id;

/** The name of a step, such as {@code crisis-response}. */
public record StepId(String value) implements Id {

    public StepId {
        Id.requireWords("step", value);
    }

    public static StepId of(String value) {
        return new StepId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
