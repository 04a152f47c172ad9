package uk.homeward.journey.place;

import uk.homeward.journey.Id;

/** Names a place, such as {@code birmingham-solihull}. */
public record PlaceId(String value) implements Id, Comparable<PlaceId> {

    public PlaceId {
        Id.requireWords("place", value);
    }

    public static PlaceId of(String value) {
        return new PlaceId(value);
    }

    @Override
    public int compareTo(PlaceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
