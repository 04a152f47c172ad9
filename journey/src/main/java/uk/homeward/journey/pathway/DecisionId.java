package uk.homeward.journey.pathway;

import uk.homeward.journey.Id;

/** The name of a decision, such as {@code triage}. */
public record DecisionId(String value) implements Id {

    public DecisionId {
        Id.requireWords("decision", value);
    }

    public static DecisionId of(String value) {
        return new DecisionId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
