package uk.homeward.journey.place;

import uk.homeward.journey.Id;

/** Names a cause of delay, such as {@code awaiting-medicines}. */
public record CauseId(String value) implements Id, Comparable<CauseId> {

    public CauseId {
        Id.requireWords("delay cause", value);
    }

    public static CauseId of(String value) {
        return new CauseId(value);
    }

    @Override
    public int compareTo(CauseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
