package uk.homeward.server.measures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.homeward.insight.statistics.chart.Rebase;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.PlaceKey;

/** Keeps notes on measures. Nothing is lost: what is taken back stays in the history with who did it. */
@Repository
class Notes {

    private static final String COLUMNS = "id, measure, kind, day, words, by_name, made_at, withdrawn_by";

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    Notes(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    /** All notes of a measure, the newest day first, those taken back too. */
    List<Note> of(String measure) {
        return jdbc.query(
                "select " + COLUMNS + " from measure_note where place = ? and measure = ? order by day desc, id desc",
                (row, n) -> read(row),
                place.value(),
                measure);
    }

    /** The standing rebases of every measure. */
    Map<String, List<Rebase>> rebases() {
        return jdbc
                .query(
                        "select " + COLUMNS
                                + " from measure_note where place = ? and kind = 'REBASE' and withdrawn_at is null"
                                + " order by day",
                        (row, n) -> read(row),
                        place.value())
                .stream()
                .collect(Collectors.groupingBy(
                        Note::measure, Collectors.mapping(Note::rebase, Collectors.toUnmodifiableList())));
    }

    void add(String measure, Note.Kind kind, LocalDate day, String words, User by, Instant at) {
        jdbc.update(
                """
                insert into measure_note (place, measure, kind, day, words, by_id, by_name, made_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, place.value(), measure, kind.name(), day, words, by.id(), by.name(), at.atOffset(ZoneOffset.UTC));
    }

    /** Takes a note back; nothing happens to one that was taken back before. */
    void withdraw(String measure, long id, User by, Instant at) {
        jdbc.update("""
            update measure_note set withdrawn_at = ?, withdrawn_by = ?
            where place = ? and measure = ? and id = ? and withdrawn_at is null
            """, at.atOffset(ZoneOffset.UTC), by.name(), place.value(), measure, id);
    }

    private static Note read(ResultSet row) throws SQLException {
        return new Note(
                row.getLong("id"),
                row.getString("measure"),
                Note.Kind.valueOf(row.getString("kind")),
                row.getObject("day", LocalDate.class),
                row.getString("words"),
                row.getString("by_name"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("withdrawn_by"));
    }
}
