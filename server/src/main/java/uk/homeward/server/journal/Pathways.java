package uk.homeward.server.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.PathwayId;

/** The pathways that the place runs. */
public final class Pathways {

    private final Map<PathwayId, Pathway> all = new LinkedHashMap<>();

    public Pathways(List<Pathway> pathways) {
        pathways.forEach(p -> all.put(p.id(), p));
        if (all.isEmpty()) {
            throw new IllegalArgumentException(
                    "the place has no pathway. Maybe: put a YAML file into its folder 'pathways'");
        }
    }

    public Pathway get(PathwayId id) {
        Pathway pathway = all.get(id);
        if (pathway == null) {
            throw new IllegalArgumentException("there is no pathway (" + id + "). Maybe: one of " + all.keySet());
        }
        return pathway;
    }

    /** The first pathway of the place: the one its front door opens. */
    public Pathway first() {
        return all.values().iterator().next();
    }

    public List<Pathway> list() {
        return List.copyOf(all.values());
    }
}
