package uk.homeward.server.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    /** Reads the pathways of a place, in the order of their files' names. */
    public static Pathways of(Path place) {
        try (Stream<Path> files = Files.list(place.resolve("pathways"))) {
            return new Pathways(files.filter(f -> f.toString().endsWith(".yaml"))
                    .sorted()
                    .map(Pathway::load)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the pathways of (" + place + ") cannot be read. Maybe: is it the folder of a place?", e);
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
