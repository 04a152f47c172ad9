package uk.homeward.journey.place;

import uk.homeward.journey.Id;

/** Names a standard, such as {@code opal-2h}. */
public record StandardId(String value) implements Id, Comparable<StandardId> {

    public StandardId {
        Id.requireWords("standard", value);
    }

    public static StandardId of(String value) {
        return new StandardId(value);
    }

    @Override
    public int compareTo(StandardId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
