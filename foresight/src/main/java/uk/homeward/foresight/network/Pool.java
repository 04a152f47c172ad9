package uk.homeward.foresight.network;

import java.util.List;

/**
 * Something limited that steps occupy.
 *
 * @param places how many there are at the start, net of what is out of service
 * @param changes later capacities, in order of time
 */
public record Pool(String name, int places, List<Change> changes) {

    /** From {@code atHours} after the start there are {@code places}. */
    public record Change(double atHours, int places) {}

    public Pool {
        changes = List.copyOf(changes);
        refuseNegative(name, places);
        double before = 0;
        for (Change change : changes) {
            refuseNegative(name, change.places);
            if (change.atHours < before) {
                throw new IllegalArgumentException("the changes of pool (" + name + ") run backwards at hour ("
                        + change.atHours + "). Maybe: sort them by time");
            }
            before = change.atHours;
        }
    }

    private static void refuseNegative(String name, int places) {
        if (places < 0) {
            throw new IllegalArgumentException(
                    "pool (" + name + ") has fewer than no places (" + places + "). Maybe: check out-of-service");
        }
    }

    /** A pool whose capacity never changes. */
    public static Pool of(String name, int places) {
        return new Pool(name, places, List.of());
    }
}
