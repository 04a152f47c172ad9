package uk.homeward.journey.place;

import java.util.Map;
import java.util.TreeMap;

/**
 * Values that hold from an age on, until the next one. Immutable.
 *
 * @param <V> the values
 */
public final class ByAge<V> {

    private final TreeMap<Integer, V> fromAge;

    private ByAge(TreeMap<Integer, V> fromAge) {
        this.fromAge = fromAge;
    }

    public static <V> ByAge<V> of(Map<Integer, V> fromAge) {
        if (fromAge.isEmpty()) {
            throw new IllegalArgumentException("there are no ages. Maybe: begin with the youngest, such as 65");
        }
        return new ByAge<>(new TreeMap<>(fromAge));
    }

    /** The value for an age; for one below the first, the first value. */
    public V at(int age) {
        Map.Entry<Integer, V> entry = fromAge.floorEntry(age);
        return entry == null ? fromAge.firstEntry().getValue() : entry.getValue();
    }
}
