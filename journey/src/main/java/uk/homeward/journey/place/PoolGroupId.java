package uk.homeward.journey.place;

/** Names what pathways ask for, such as {@code enablement-bed}; several pools can serve it. */
public record PoolGroupId(String value) implements Comparable<PoolGroupId> {

    public PoolGroupId {
        Ids.requireId("pool group", value);
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
