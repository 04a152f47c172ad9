package uk.homeward.server.measures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.homeward.server.journal.PlaceKey;

/**
 * The day from which the place counts. Of journeys and stays that were under way when a place began with Homeward only the
 * end is known, so that figures of the time before it would show a step that never was.
 */
@Repository
public class CountingDay {

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    CountingDay(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    /** Empty where everything counts. */
    public Optional<LocalDate> find() {
        return jdbc
                .query(
                        "select day from counting where place = ?",
                        (row, n) -> row.getObject("day", LocalDate.class),
                        place.value())
                .stream()
                .findFirst();
    }

    /** Sets it, with the reason that pages tell. */
    public void set(LocalDate day, String reason, String by, Instant at) {
        jdbc.update("""
            insert into counting (place, day, reason, by_name, at) values (?, ?, ?, ?, ?)
            on conflict (place) do update set day = excluded.day, reason = excluded.reason,
                by_name = excluded.by_name, at = excluded.at
            """, place.value(), day, reason, by, at.atOffset(ZoneOffset.UTC));
    }
}
