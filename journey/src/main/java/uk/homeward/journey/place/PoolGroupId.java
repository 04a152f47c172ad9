package uk.homeward.journey.place;

import uk.homeward.journey.Id;

/** Names what pathways ask for, such as {@code enablement-beds}: the same word as the pathway's own pool. */
public record PoolGroupId(String value) implements Id, Comparable<PoolGroupId> {

    public PoolGroupId {
        Id.requireWords("pool group", value);
    }

    public static PoolGroupId of(String value) {
        return new PoolGroupId(value);
    }

    @Override
    public int compareTo(PoolGroupId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
