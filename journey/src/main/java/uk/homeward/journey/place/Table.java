package uk.homeward.journey.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.CsvRow;

/**
 * The rows of one file as things with ids. Also remembers the ids of rows that are faulty, so that a reference to one
 * of them is not reported as a second fault.
 */
final class Table<V> {

    private final String kind;
    private final String file;
    private final Map<String, Integer> lineOfId = new HashMap<>();
    private final List<V> values = new ArrayList<>();

    private Table(String kind, String file) {
        this.kind = kind;
        this.file = file;
    }

    /** Reads every row; an id that stands twice is a fault, and so is what {@code map} refuses. */
    static <V> Table<V> read(Csv csv, String kind, String idColumn, Function<CsvRow, V> map) {
        Table<V> table = new Table<>(kind, csv.file());
        for (CsvRow row : csv.rows()) {
            table.add(row, row.text(idColumn), map);
        }
        return table;
    }

    private void add(CsvRow row, String id, Function<CsvRow, V> map) {
        Integer first = lineOfId.putIfAbsent(id, row.line());
        if (first != null && !id.isEmpty()) {
            row.fault("the " + kind + " (" + id + ") stands twice, first on line " + first, "give it another id");
            return;
        }
        try {
            values.add(map.apply(row));
        } catch (IllegalArgumentException e) {
            row.fault(String.valueOf(e.getMessage()), "mend the row");
        }
    }

    /** The id in {@code column}; a fault where this table has no such id. */
    <K> K reference(CsvRow row, String column, Function<String, K> of, K otherwise) {
        String id = row.optional(column);
        if (!id.isEmpty() && !lineOfId.isEmpty() && !lineOfId.containsKey(id)) {
            row.fault(
                    "there is no " + kind + " (" + id + ")", "add it to " + fileName() + ", or mend '" + column + "'");
            return otherwise;
        }
        return row.value(column, of, otherwise);
    }

    /** As {@link #reference}, but empty means null. */
    <K> @Nullable K optional(CsvRow row, String column, Function<String, K> of, K otherwise) {
        return row.isBlank(column) ? null : reference(row, column, of, otherwise);
    }

    boolean has(String id) {
        return lineOfId.containsKey(id);
    }

    String file() {
        return file;
    }

    List<V> values() {
        return values;
    }

    <K> Catalogue<K, V> catalogue(Function<V, K> id) {
        return Catalogue.of(kind, values, id);
    }

    private String fileName() {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
