package uk.homeward.server.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.Place;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.place.Pool;

/** How many places of each unit are taken, in memory; who is free is found as the desk finds it. */
final class UnitCounts {

    /** A unit: its capacity net of what is out of service, and how much is taken. */
    static final class Unit {
        final String id;
        final String locality;
        final int capacity;
        /** The beds that nobody lies in, in the unit's order; none where it names no beds. */
        private final NavigableSet<Integer> beds = new TreeSet<>();

        int occupied;

        Unit(String id, String locality, int capacity) {
            this.id = id;
            this.locality = locality;
            this.capacity = capacity;
        }

        private @Nullable String bed() {
            return beds.isEmpty() ? null : String.valueOf(beds.first());
        }

        int free() {
            return capacity - occupied;
        }
    }

    private final Map<String, List<Unit>> pools = new LinkedHashMap<>();
    private final Map<String, Unit> units = new HashMap<>();

    static UnitCounts of(uk.homeward.journey.place.Place place) {
        UnitCounts counts = new UnitCounts();
        for (Pool pool : place.pools().list()) {
            String locality = pool.locality() == null ? "" : pool.locality().value();
            Unit unit = new Unit(pool.id().value(), locality, pool.inService());
            if (pool.namesBeds()) {
                IntStream.rangeClosed(1, pool.inService()).forEach(unit.beds::add);
            }
            String group = pool.group().id().value();
            counts.pools.computeIfAbsent(group, g -> new ArrayList<>()).add(unit);
            counts.units.put(group + "/" + unit.id, unit);
        }
        return counts;
    }

    /** How many people could begin the step. */
    int room(Step step) {
        return step.occupies().keySet().stream().mapToInt(this::free).min().orElse(Integer.MAX_VALUE);
    }

    int free(PoolId pool) {
        return list(pool.value()).stream().mapToInt(u -> Math.max(0, u.free())).sum();
    }

    /** The units of a pool. */
    List<Unit> list(String pool) {
        return pools.getOrDefault(pool, List.of());
    }

    /** A free place in every pool that the step occupies; empty if any is full. */
    Optional<List<Place>> findFree(Step step, String locality) {
        List<Place> places = new ArrayList<>();
        for (PoolId pool : step.occupies().keySet()) {
            Optional<Unit> free = list(pool.value()).stream()
                    .filter(u -> u.free() > 0)
                    .min(Comparator.comparing((Unit u) -> !u.locality.equals(locality))
                            .thenComparing(u -> -u.free())
                            .thenComparing(u -> u.id));
            if (free.isEmpty()) {
                return Optional.empty();
            }
            places.add(new Place(pool, free.get().id, free.get().bed()));
        }
        return Optional.of(places);
    }

    /** Moves somebody from their places to others. */
    void change(List<Place> before, List<Place> after) {
        if (!before.equals(after)) {
            before.forEach(p -> count(p, -1));
            after.forEach(p -> count(p, 1));
        }
    }

    private void count(Place place, int change) {
        Unit unit = units.get(place.pool().value() + "/" + place.unit());
        if (unit != null) {
            unit.occupied += change;
            if (place.spot() != null) {
                Integer bed = Integer.valueOf(place.spot());
                boolean changed = change > 0 ? unit.beds.remove(bed) : unit.beds.add(bed);
                if (!changed) {
                    throw new IllegalStateException("bed (" + place.spot() + ") of (" + unit.id
                            + ") is taken or left twice. Maybe: a fault in UnitCounts");
                }
            }
        }
    }
}
