package uk.homeward.server.journal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes every projection anew from the journal alone, beside those that stand, and says where what stands is not what the
 * events say. The new rows lie in temporary tables of the same names, which hide the standing ones for as long as the
 * transaction lasts: so the very code that writes the projections every day writes these.
 */
public final class Rebuild {

    private static final List<String> OWN = List.of(
            "person",
            "identifier",
            "person_note",
            "journey",
            "clock",
            "task",
            "occupancy",
            "unit",
            "spot",
            "offered_hours",
            "out_of_area",
            "spell",
            "flow",
            "ready_period",
            "hold_up",
            "flow_task",
            "summary_sent");

    private static final int EXAMPLES = 5;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Journal journal;
    private final PlaceKey place;
    private final List<String> tables;
    private final Supplier<Projector> projectors;

    Rebuild(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Journal journal,
            PlaceKey place,
            List<String> more,
            Supplier<Projector> projectors) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.journal = journal;
        this.place = place;
        this.tables = Stream.concat(OWN.stream(), more.stream()).toList();
        this.projectors = projectors;
    }

    /**
     * How one table compares.
     *
     * @param rows how many rows the journal says there are
     * @param lacking how many of them do not stand
     * @param surplus how many stand that the journal does not know
     * @param different how many stand with other values
     * @param examples keys of some rows that do not agree
     */
    public record Compared(String table, long rows, long lacking, long surplus, long different, List<String> examples) {

        public Compared {
            examples = List.copyOf(examples);
        }

        public boolean agrees() {
            return lacking + surplus + different == 0;
        }
    }

    /** The tables that hold nothing but what events come to. */
    List<String> tables() {
        return tables;
    }

    /** What was read and how each table compares. */
    public record Outcome(long events, List<Compared> tables) {

        public Outcome {
            tables = List.copyOf(tables);
        }

        public boolean agrees() {
            return tables.stream().allMatch(Compared::agrees);
        }
    }

    /** Compares, and changes nothing. A running server goes on meanwhile. */
    public Outcome check(LongConsumer progress) {
        TransactionTemplate snapshot =
                new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return Objects.requireNonNull(snapshot.execute(status -> {
            Outcome outcome = rebuilt(progress);
            status.setRollbackOnly();
            return outcome;
        }));
    }

    /** Compares, and puts right what does not agree. Whoever wants to write waits until it is done. */
    public Outcome mend(LongConsumer progress) {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.execute("lock table event in share row exclusive mode");
            Outcome outcome = rebuilt(progress);
            outcome.tables().stream().filter(t -> !t.agrees()).forEach(t -> mend(t.table()));
            return outcome;
        }));
    }

    private Outcome rebuilt(LongConsumer progress) {
        String schema = Objects.requireNonNull(jdbc.queryForObject("select current_schema()", String.class));
        tables.forEach(table -> jdbc.execute("create temporary table " + table + " (like " + schema + "." + table
                + " including all) on commit drop"));
        Projector projector = projectors.get();
        long[] events = {0};
        journal.readAll(event -> {
            projector.take(event);
            if (++events[0] % 100_000 == 0) {
                progress.accept(events[0]);
            }
        });
        projector.end();
        return new Outcome(
                events[0], tables.stream().map(table -> compared(schema, table)).toList());
    }

    private Compared compared(String schema, String table) {
        String key = key(schema, table);
        jdbc.execute("create temporary table " + differing(table) + " on commit drop as "
                + "select coalesce(s.k, r.k) as k, s.k is not null as stands, r.k is not null as rebuilt"
                + " from (select " + key + " as k, t::text as content from " + schema + "." + table
                + " t where place = '" + place.value().replace("'", "''") + "') s"
                + " full join (select " + key + " as k, t::text as content from pg_temp." + table + " t) r"
                + " on s.k = r.k where s.content is distinct from r.content");
        Map<String, Object> counts = jdbc.queryForMap("select count(*) filter (where not stands) as lacking,"
                + " count(*) filter (where not rebuilt) as surplus,"
                + " count(*) filter (where stands and rebuilt) as different from " + differing(table));
        return new Compared(
                table,
                number(jdbc.queryForObject("select count(*) from pg_temp." + table, Long.class)),
                number(counts.get("lacking")),
                number(counts.get("surplus")),
                number(counts.get("different")),
                jdbc.queryForList("select k from " + differing(table) + " order by 1 limit " + EXAMPLES, String.class));
    }

    private void mend(String table) {
        String schema = Objects.requireNonNull(jdbc.queryForObject("select current_schema()", String.class));
        String key = key(schema, table);
        String those = " where " + key + " in (select k from " + differing(table) + ")";
        jdbc.update("delete from " + schema + "." + table + those + " and place = ?", place.value());
        jdbc.update("insert into " + schema + "." + table + " select * from pg_temp." + table + those);
    }

    private static String differing(String table) {
        return "differing_" + table;
    }

    private static long number(@Nullable Object count) {
        return count instanceof Number n ? n.longValue() : 0;
    }

    /** The key of a table's rows as one text, such as {@code concat_ws('/', journey, number)}; without the place. */
    private String key(String schema, String table) {
        List<String> columns = jdbc.queryForList("""
            select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
            where i.indrelid = ?::regclass and i.indisprimary and a.attname <> 'place'
            order by array_position(i.indkey::int[], a.attnum::int)
            """, String.class, schema + "." + table);
        return "concat_ws(' / ', " + String.join(", ", columns) + ")";
    }
}
