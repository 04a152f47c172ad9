package uk.homeward.journey.programme;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.homeward.journey.source.Faults;
import uk.homeward.journey.source.Yaml;

/** The rows of the maturity matrix, as the place's data writes them down. */
public record MaturityMatrix(String title, String source, List<Practice> practices) {

    public MaturityMatrix {
        practices = List.copyOf(practices);
    }

    /** One row: what is done, and what shows silver and gold. */
    public record Practice(String id, String title, String silver, String gold) {}

    public Optional<Practice> find(String practice) {
        return practices.stream().filter(p -> p.id().equals(practice)).findFirst();
    }

    /**
     * Reads a matrix; a file that is not there has no rows.
     *
     * @throws uk.homeward.journey.source.FaultyDefinition with every fault
     */
    public static MaturityMatrix read(Path file) {
        if (!Files.exists(file)) {
            return new MaturityMatrix("", "", List.of());
        }
        Faults faults = new Faults();
        Yaml yaml = Yaml.read(file, faults).allow("title", "source", "practices");
        Set<String> ids = new HashSet<>();
        List<Practice> practices = yaml.get("practices").items().stream()
                .map(p -> practice(p, ids))
                .toList();
        MaturityMatrix matrix =
                new MaturityMatrix(yaml.get("title").text(), yaml.get("source").text(), practices);
        faults.throwIfAny();
        return matrix;
    }

    private static Practice practice(Yaml yaml, Set<String> ids) {
        yaml.allow("id", "title", "silver", "gold");
        String id = yaml.get("id").text();
        if (!ids.add(id)) {
            yaml.fault("the practice (" + id + ") stands twice", "give each its own id");
        }
        return new Practice(
                id,
                yaml.get("title").text(),
                yaml.get("silver").text(),
                yaml.get("gold").text());
    }
}
