package uk.homeward.server.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import uk.homeward.journey.pathway.DecisionId;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.StepId;

/**
 * The pathways that the place runs, and those that it ran before: a journey stays on the definition that it began with, so a
 * step that is taken out of a pathway does not take the ground from under those who are on it.
 */
public final class Pathways {

    private static final NavigableMap<Integer, Pathway> NONE = Collections.emptyNavigableMap();

    private final Map<PathwayId, Definition> all = new LinkedHashMap<>();
    private final Map<PathwayId, NavigableMap<Integer, Pathway>> versions = new ConcurrentHashMap<>();

    private final Set<String> learned = ConcurrentHashMap.newKeySet();

    /** A pathway and the text of its file. */
    record Definition(Pathway pathway, String text) {}

    private Pathways(List<Definition> definitions) {
        definitions.forEach(d -> all.put(d.pathway().id(), d));
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
                    .map(Pathways::definition)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the pathways of (" + place + ") cannot be read. Maybe: is it the folder of a place?", e);
        }
    }

    private static Definition definition(Path file) {
        try {
            return new Definition(Pathway.load(file), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the pathway (" + file + ") cannot be read", e);
        }
    }

    /** As the place runs it now. */
    public Pathway get(PathwayId id) {
        Definition definition = all.get(id);
        if (definition == null) {
            throw new IllegalArgumentException("there is no pathway (" + id + "). Maybe: one of " + all.keySet());
        }
        return definition.pathway();
    }

    /** The version under which a journey was opened; as the place runs it now where that version was never told. */
    public Pathway get(PathwayId id, int version) {
        Pathway now = get(id);
        return version == now.version() ? now : versions.getOrDefault(id, NONE).getOrDefault(version, now);
    }

    /** The newest version in which there is this step or decision; as it is run now where there never was. */
    public Pathway having(PathwayId id, String at) {
        Pathway now = get(id);
        if (at.isEmpty() || has(now, at)) {
            return now;
        }
        return older(id).stream().filter(p -> has(p, at)).findFirst().orElse(now);
    }

    private static boolean has(Pathway pathway, String at) {
        return pathway.steps().containsKey(StepId.of(at)) || pathway.decisions().containsKey(DecisionId.of(at));
    }

    /** The first pathway of the place: the one its front door opens. */
    public Pathway first() {
        return all.values().iterator().next().pathway();
    }

    public List<Pathway> list() {
        return all.values().stream().map(Definition::pathway).toList();
    }

    /** Those that are run now, then the older versions of each, newest first. */
    public List<Pathway> everyVersion() {
        List<Pathway> every = new ArrayList<>(list());
        all.keySet().forEach(id -> every.addAll(older(id)));
        return every;
    }

    private List<Pathway> older(PathwayId id) {
        NavigableMap<Integer, Pathway> told = versions.getOrDefault(id, NONE);
        return List.copyOf(told.descendingMap().values());
    }

    List<Definition> definitions() {
        return List.copyOf(all.values());
    }

    /** Takes in a version that was told; the one that is run now is not read twice. */
    void learn(PathwayId id, String text) {
        Definition now = all.get(id);
        if ((now == null || !now.text().equals(text)) && learned.add(text)) {
            Pathway older = Pathway.parse(id.value() + " (older)", text);
            versions.computeIfAbsent(id, i -> new ConcurrentSkipListMap<>()).put(older.version(), older);
        }
    }
}
