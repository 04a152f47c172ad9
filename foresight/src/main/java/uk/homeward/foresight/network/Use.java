package uk.homeward.foresight.network;

/** {@code amount} places of a pool, for as long as a step lasts and until the next place is free. */
public record Use(String pool, int amount) {

    public Use {
        if (amount < 1) {
            throw new IllegalArgumentException("a step uses (" + amount + ") places of pool (" + pool
                    + "). Maybe: give at least 1, or leave the pool out");
        }
    }
}
