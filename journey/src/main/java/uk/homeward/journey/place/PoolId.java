package uk.homeward.journey.place;

import uk.homeward.journey.Id;

/** Names a pool, such as {@code home-enablement-east}. */
public record PoolId(String value) implements Id, Comparable<PoolId> {

    public PoolId {
        Id.requireWords("pool", value);
    }

    public static PoolId of(String value) {
        return new PoolId(value);
    }

    @Override
    public int compareTo(PoolId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
