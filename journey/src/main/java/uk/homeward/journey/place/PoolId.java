package uk.homeward.journey.place;

/** Names a pool, such as {@code home-enablement-east}. */
public record PoolId(String value) implements Comparable<PoolId> {

    public PoolId {
        Ids.requireId("pool", value);
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
