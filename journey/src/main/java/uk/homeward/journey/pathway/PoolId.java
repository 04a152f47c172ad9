package uk.homeward.journey.pathway;

import uk.homeward.journey.Id;

/** The name of a pool that a step occupies, such as {@code home-places}. */
public record PoolId(String value) implements Id {

    public PoolId {
        Id.requireWords("pool", value);
    }

    public static PoolId of(String value) {
        return new PoolId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
