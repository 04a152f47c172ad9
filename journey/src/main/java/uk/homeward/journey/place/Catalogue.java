package uk.homeward.journey.place;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All things of one kind in a place, in the order of the file, each under its id. Immutable.
 *
 * @param <K> the id
 * @param <V> the thing
 */
public final class Catalogue<K, V> {

    private static final int NAMED_IN_MESSAGE = 12;

    private final String kind;
    private final Map<K, V> byId;

    private Catalogue(String kind, Map<K, V> byId) {
        this.kind = kind;
        this.byId = byId;
    }

    /**
     * Makes a catalogue.
     *
     * @param kind what the things are, in the singular, for messages: "site"
     * @throws IllegalArgumentException where two things share an id
     */
    public static <K, V> Catalogue<K, V> of(String kind, Iterable<V> things, Function<V, K> id) {
        Map<K, V> byId = new LinkedHashMap<>();
        for (V thing : things) {
            if (byId.put(id.apply(thing), thing) != null) {
                throw new IllegalArgumentException(
                        "the " + kind + " (" + id.apply(thing) + ") stands twice. Maybe: give one another id");
            }
        }
        return new Catalogue<>(kind, Collections.unmodifiableMap(byId));
    }

    /** The thing with this id; throws NoSuchElementException, naming the ids there are, if there is none. */
    public V get(K id) {
        return find(id).orElseThrow(() -> new NoSuchElementException(
                "there is no " + kind + " (" + id + ") in this place. Maybe: one of " + someIds()));
    }

    public Optional<V> find(K id) {
        return Optional.ofNullable(byId.get(id));
    }

    public boolean has(K id) {
        return byId.containsKey(id);
    }

    /** All things, in the order of the file. */
    public List<V> list() {
        return List.copyOf(byId.values());
    }

    public Stream<V> stream() {
        return byId.values().stream();
    }

    public int size() {
        return byId.size();
    }

    private String someIds() {
        String ids = byId.keySet().stream()
                .limit(NAMED_IN_MESSAGE)
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        return byId.size() > NAMED_IN_MESSAGE ? ids + ", ..." : ids;
    }

    @Override
    public String toString() {
        return byId.size() + " x " + kind;
    }
}
