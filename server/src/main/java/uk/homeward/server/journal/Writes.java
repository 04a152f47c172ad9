package uk.homeward.server.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Written that belong together, sent to the database as one message. Outside of a transaction the message is one by itself: all
 * of it is done and durable when {@link #run} returns, or nothing is.
 */
final class Writes {

    /** Else PostgreSQL plans anew each time, as fewer rows than usual seem cheaper. */
    private static final String PLAN_ONCE = "select set_config('plan_cache_mode', 'force_generic_plan', true);\n";

    private static final String PLAN_AS_BEFORE = ";\nselect set_config('plan_cache_mode', 'auto', true)";
    private static final String NO_LONG_WAIT = "select set_config('lock_timeout', '100ms', true);\n";
    private static final Map<Set<Written>, String> STATEMENTS = new ConcurrentHashMap<>();
    private static final Map<Set<Written>, String> HURRIED = new ConcurrentHashMap<>();

    private final String place;
    private final Map<Written, List<@Nullable Object[]>> rows = new EnumMap<>(Written.class);

    Writes(PlaceKey place) {
        this.place = place.value();
    }

    private Writes(String place) {
        this.place = place;
    }

    /** All that several have to write. */
    static Writes together(List<Writes> several) {
        Writes all = new Writes(several.getFirst().place);
        several.forEach(one -> one.rows.forEach((kind, added) -> all.of(kind).addAll(added)));
        return all;
    }

    /** Adds one row; its moments as {@code Instant}. */
    Writes add(Written kind, @Nullable Object... values) {
        if (values.length != kind.width()) {
            throw new IllegalArgumentException("a row of " + kind + " cannot have (" + values.length + ") values");
        }
        of(kind).add(values);
        return this;
    }

    private List<@Nullable Object[]> of(Written kind) {
        return rows.computeIfAbsent(kind, k -> new ArrayList<>());
    }

    /**
     * Sends them.
     *
     * @throws org.springframework.dao.DuplicateKeyException if one of them would break a unique key; then none was done
     */
    void run(JdbcTemplate jdbc) {
        send(jdbc, message(STATEMENTS, PLAN_ONCE));
    }

    /** As {@link #run}, but gives up where it would have to wait long for somebody else's lock; then none was done. */
    void runUnlessLocked(JdbcTemplate jdbc) {
        send(jdbc, message(HURRIED, NO_LONG_WAIT + PLAN_ONCE));
    }

    private void send(JdbcTemplate jdbc, String message) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            try (PreparedStatement all = connection.prepareStatement(message)) {
                bind(connection, all);
                return all.execute();
            }
        });
    }

    /** One and the same string for the same kinds of rows, so that the driver finds what it has prepared. */
    private String message(Map<Set<Written>, String> known, String first) {
        String message = known.get(rows.keySet());
        return message != null
                ? message
                : known.computeIfAbsent(
                        EnumSet.copyOf(rows.keySet()),
                        kinds -> kinds.stream()
                                .map(Written::statement)
                                .collect(Collectors.joining(";\n", first, PLAN_AS_BEFORE)));
    }

    private void bind(Connection connection, PreparedStatement all) throws SQLException {
        int next = 1;
        for (Map.Entry<Written, List<@Nullable Object[]>> kind : rows.entrySet()) {
            all.setString(next++, place);
            for (int column = 0; column < kind.getKey().width(); column++) {
                all.setArray(next++, kind.getKey().column(connection, column, kind.getValue()));
            }
        }
    }
}
