package uk.homeward.journey.flow;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.CsvRow;
import uk.homeward.journey.source.Faults;

/** The criteria to reside of a place, in the order of its file {@code criteria-to-reside.csv}. */
public final class Criteria {

    private final Map<String, Criterion> byId;

    private Criteria(Map<String, Criterion> byId) {
        this.byId = byId;
    }

    public static Criteria of(List<Criterion> criteria) {
        Map<String, Criterion> byId = new LinkedHashMap<>();
        criteria.forEach(criterion -> byId.put(criterion.id(), criterion));
        return new Criteria(byId);
    }

    /**
     * Reads them from the place's folder.
     *
     * @throws uk.homeward.journey.source.FaultyDefinition with every fault of the file
     */
    public static Criteria load(Path folder) {
        Faults faults = new Faults();
        Csv csv = Csv.read(folder.resolve("criteria-to-reside.csv"), faults).columns("id", "title", "words", "source");
        List<Criterion> read = csv.rows().stream().map(Criteria::criterion).toList();
        faults.throwIfAny();
        return of(read);
    }

    private static Criterion criterion(CsvRow row) {
        return new Criterion(row.text("id"), row.text("title"), row.text("words"), row.text("source"));
    }

    public List<Criterion> list() {
        return List.copyOf(byId.values());
    }

    public Optional<Criterion> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
