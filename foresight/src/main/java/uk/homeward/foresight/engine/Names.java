package uk.homeward.foresight.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import uk.homeward.foresight.network.Network;

/** Numbers for the names of a network; refuses names that are missing or stand twice. */
final class Names {

    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Integer> pools = new HashMap<>();
    private final Map<String, Integer> sources = new HashMap<>();

    Names(Network network) {
        network.steps().forEach(s -> add(places, s.name()));
        network.decisions().forEach(d -> add(places, d.name()));
        network.exits().forEach(e -> add(places, e.name()));
        network.pools().forEach(p -> add(pools, p.name()));
        network.sources().forEach(s -> add(sources, s.name()));
    }

    private static void add(Map<String, Integer> map, String name) {
        if (map.put(name, map.size()) != null) {
            throw new IllegalArgumentException("the name (" + name + ") stands twice. Maybe: rename one of them");
        }
    }

    /** The number of a step, decision or exit. */
    int place(String name) {
        return find(places, "step, decision or exit", name);
    }

    int pool(String name) {
        return find(pools, "pool", name);
    }

    int source(String name) {
        return find(sources, "source", name);
    }

    private static int find(Map<String, Integer> map, String kind, String name) {
        Integer number = map.get(name);
        if (number == null) {
            throw new IllegalArgumentException("there is no " + kind + " (" + name + "). Maybe: one of "
                    + map.keySet().stream().sorted().toList());
        }
        return number;
    }

    /** The numbers of some places by name. */
    <T> int[] places(java.util.List<T> of, Function<T, String> name) {
        return of.stream().mapToInt(t -> place(name.apply(t))).toArray();
    }
}
