package uk.homeward.journey.pathway;

import uk.homeward.journey.Id;

/** The name of a check after care has ended, such as {@code day-91}. */
public record FollowUpId(String value) implements Id {

    public FollowUpId {
        Id.requireWords("follow-up", value);
    }

    public static FollowUpId of(String value) {
        return new FollowUpId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
