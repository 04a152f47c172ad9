package uk.homeward.insight.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a table while it is filled; columns that are not put stay null. */
final class FactRow {

    private static final Map<FactTable, Map<String, Integer>> INDEXES = indexes();

    private final Map<String, Integer> index;
    private final @Nullable Object[] values;

    FactRow(FactTable table) {
        this.index = INDEXES.getOrDefault(table, Map.of());
        this.values = new @Nullable Object[index.size()];
    }

    private static Map<FactTable, Map<String, Integer>> indexes() {
        Map<FactTable, Map<String, Integer>> all = new EnumMap<>(FactTable.class);
        for (FactTable table : FactTable.values()) {
            Map<String, Integer> index = new HashMap<>();
            List<Column> columns = table.columns();
            for (int i = 0; i < columns.size(); i++) {
                index.put(columns.get(i).name(), i);
            }
            all.put(table, index);
        }
        return all;
    }

    /** Puts a value: blank text is null, a constant is its word in lower case with hyphens, an instant is told in UTC. */
    FactRow put(String column, @Nullable Object value) {
        Integer at = index.get(column);
        if (at == null) {
            throw new IllegalArgumentException("there is no column (" + column + ")");
        }
        values[at] = switch (value) {
            case null -> null;
            case String text -> text.isBlank() ? null : text;
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            case Instant instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
            default -> value;
        };
        return this;
    }

    /** Puts the local day of a moment. */
    FactRow day(String column, @Nullable Instant at, ZoneId zone) {
        return put(column, at == null ? null : LocalDate.ofInstant(at, zone));
    }

    /** Puts the local hour of a moment. */
    FactRow hour(String column, @Nullable Instant at, ZoneId zone) {
        return put(column, at == null ? null : at.atZone(zone).getHour());
    }

    @Nullable
    Object[] values() {
        return values;
    }
}
