package uk.homeward.journey.place;

import uk.homeward.journey.Id;

/** Names a locality of a place, such as {@code east}. */
public record LocalityId(String value) implements Id, Comparable<LocalityId> {

    public LocalityId {
        Id.requireWords("locality", value);
    }

    public static LocalityId of(String value) {
        return new LocalityId(value);
    }

    @Override
    public int compareTo(LocalityId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
