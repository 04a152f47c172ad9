package uk.homeward.server.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.server.journal.Seals.Head;

/**
 * Takes rows out of a chain whose time to be kept is over, and leaves their digests where they stood: a check still recomputes
 * every seal, so that nothing else can hide behind an erasure. For the owner of the schema alone; the server cannot.
 */
public final class Erasure {

    private static final int AT_ONCE = 1_000;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    public Erasure(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    /** A row that is no longer there. */
    @SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
    record Gone(int era, long transaction, long number, String organisation, byte[] digest) {

        boolean isBefore(int otherEra, long otherTransaction, long otherNumber) {
            return era != otherEra
                    ? era < otherEra
                    : transaction != otherTransaction ? transaction < otherTransaction : number < otherNumber;
        }
    }

    /**
     * Erases rows, in the caller's transaction.
     *
     * @param erasure the id under which the journal tells of it
     * @param where a condition on the chain's table, after the place
     * @return how many
     */
    public int erase(Chain chain, String erasure, String where, Object... values) {
        List<Object> all = new ArrayList<>(List.of(place.value()));
        all.addAll(List.of(values));
        List<Gone> rows = jdbc.query(
                "select era, transaction::text::bigint as number_of_transaction, " + chain.columns() + " from "
                        + chain.table() + " where place = ? and (" + where + ")",
                (row, n) -> new Gone(
                        row.getInt("era"),
                        row.getLong("number_of_transaction"),
                        row.getLong(chain.number()),
                        row.getString("organisation"),
                        chain.digest(row)),
                all.toArray());
        jdbc.batchUpdate(
                "insert into erased (place, chain, number, organisation, era, transaction, digest, erasure)"
                        + " values (?, ?, ?, ?, ?, ?::text::xid8, ?, ?)",
                rows,
                AT_ONCE,
                (statement, row) -> {
                    statement.setString(1, place.value());
                    statement.setString(2, chain.name());
                    statement.setLong(3, row.number());
                    statement.setString(4, row.organisation());
                    statement.setInt(5, row.era());
                    statement.setString(6, Long.toString(row.transaction()));
                    statement.setBytes(7, row.digest());
                    statement.setString(8, erasure);
                });
        unguarded(
                chain.table(),
                () -> jdbc.update(
                        "delete from " + chain.table() + " where place = ? and " + chain.number() + " = any (?)",
                        place.value(),
                        rows.stream().map(Gone::number).toArray(Long[]::new)));
        return rows.size();
    }

    /** Does something to a table that is else never changed; the guard stands again before the transaction ends. */
    public void unguarded(String table, Runnable change) {
        jdbc.execute("alter table " + table + " disable trigger user");
        change.run();
        jdbc.execute("alter table " + table + " enable trigger user");
    }

    /** What was erased of the rows between two heads, in the order of the chain. */
    Deque<Gone> between(Chain chain, String organisation, Head before, Head last) {
        return new ArrayDeque<>(jdbc.query(
                "select era, transaction::text::bigint, number, organisation, digest from erased where place = ? and"
                        + " chain = ? and organisation = ? and (era, transaction, number) > (?, ?::text::xid8, ?)"
                        + " and (era, transaction, number) <= (?, ?::text::xid8, ?) order by era, transaction, number",
                (row, n) -> new Gone(row.getInt(1), row.getLong(2), row.getLong(3), row.getString(4), row.getBytes(5)),
                place.value(),
                chain.name(),
                organisation,
                before.era(),
                before.lastTransaction(),
                before.lastPosition(),
                last.era(),
                last.lastTransaction(),
                last.lastPosition()));
    }

    long count(Chain chain) {
        Long count = jdbc.queryForObject(
                "select count(*) from erased where place = ? and chain = ?", Long.class, place.value(), chain.name());
        return count == null ? 0 : count;
    }

    /** Erasures of which the journal does not tell, or tells another number of rows. */
    List<String> untold(Chain chain) {
        String told = chain == Chain.JOURNAL ? "events" : "looks";
        return jdbc.queryForList("""
            select chain || ': ' || count(*) || ' rows were erased, of which the journal does not tell (' || erasure || ')'
            from erased x where place = ? and chain = ?
            group by chain, erasure
            having count(*) <> coalesce((select (e.payload::json ->> '%s')::bigint from event e
                where e.place = ? and e.subject_kind = 'ERASURE' and e.subject_id = x.erasure limit 1), -1)
            """.formatted(told), String.class, place.value(), chain.name(), place.value());
    }
}
