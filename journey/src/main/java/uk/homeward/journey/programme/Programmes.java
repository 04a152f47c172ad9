package uk.homeward.journey.programme;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;

/** All programmes of a place, as they stand together. */
public final class Programmes {

    private final Map<String, Programme> all;

    private Programmes(Map<String, Programme> all) {
        this.all = all;
    }

    /** Folds the events of many programmes, each one's in their order. */
    public static Programmes of(List<? extends Recorded<? extends Event>> told) {
        Map<String, List<Recorded<? extends Event>>> apart = new TreeMap<>();
        told.forEach(r -> apart.computeIfAbsent(r.subject().id(), id -> new java.util.ArrayList<>())
                .add(r));
        Map<String, Programme> all = new LinkedHashMap<>();
        apart.forEach((id, events) -> {
            Programme programme = Programme.of(id, events);
            if (programme.isKnown()) {
                all.put(id, programme);
            }
        });
        return new Programmes(all);
    }

    public Collection<Programme> list() {
        return all.values();
    }

    public Optional<Programme> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** The same with one programme put in, or in place of an earlier state of it. */
    public Programmes with(Programme programme) {
        Map<String, Programme> more = new LinkedHashMap<>(all);
        more.put(programme.id(), programme);
        return new Programmes(more);
    }

    /** The whole name of a milestone that a programme mentions: {@code programme/milestone}. */
    public static String ref(String programme, String milestone) {
        return milestone.contains("/") ? milestone : programme + "/" + milestone;
    }

    /** The milestone of a whole name. */
    public Optional<Milestone> milestone(String ref) {
        int slash = ref.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : find(ref.substring(0, slash)).flatMap(p -> p.milestone(ref.substring(slash + 1)));
    }
}
