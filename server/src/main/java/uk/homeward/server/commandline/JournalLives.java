package uk.homeward.server.commandline;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.calibration.LivedEvent;
import uk.homeward.foresight.calibration.Lives;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.journeys.History;
import uk.homeward.server.journal.EventCodec;

/**
 * Reads the journeys of a journal in the order in which they were opened, each with its events in order and amended times
 * applied. Nobody's name is read; one journey is held at a time.
 */
final class JournalLives {

    private static final Actor NOBODY = new Actor("", "", "", "");
    /** Without a join, which PostgreSQL plans badly while a database that was just filled has no statistics. */
    private static final String SQL = """
            select subject_id, sequence, type, occurred_at, payload
            from (select subject_id, sequence, type, occurred_at, payload,
                         first_value(occurred_at) over (partition by subject_id order by sequence) as opened
                  from event where place = ? and subject_kind = 'JOURNEY') e
            where opened < ?
            order by opened, subject_id, sequence
            """;

    private final String place;
    private final ZoneId zone;
    private final EventCodec codec = new EventCodec();

    JournalLives(String place, ZoneId zone) {
        this.place = place;
        this.zone = zone;
    }

    /** The days between the first journey and the last event; null where there is no journey. */
    static LocalDate @Nullable [] span(DataSource source, String place, ZoneId zone) {
        String sql =
                "select min(occurred_at), max(occurred_at) from event where place = ? and subject_kind = 'JOURNEY'";
        try (Connection connection = source.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, place);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                OffsetDateTime first = row.getObject(1, OffsetDateTime.class);
                OffsetDateTime last = row.getObject(2, OffsetDateTime.class);
                return first == null ? null : new LocalDate[] {day(first, zone), day(last, zone)};
            }
        } catch (SQLException e) {
            throw new CommandFailure("the journal could not be read: " + e.getMessage());
        }
    }

    private static LocalDate day(OffsetDateTime at, ZoneId zone) {
        return at.atZoneSameInstant(zone).toLocalDate();
    }

    void readInto(Lives lives, DataSource source, LocalDate to) {
        try (Connection connection = source.getConnection();
                PreparedStatement query = connection.prepareStatement(SQL)) {
            connection.setAutoCommit(false); // so that rows come in portions
            query.setFetchSize(5_000);
            query.setString(1, place);
            query.setObject(2, to.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC));
            try (ResultSet rows = query.executeQuery()) {
                read(rows, lives);
            }
        } catch (SQLException e) {
            throw new CommandFailure("the journal could not be read: " + e.getMessage());
        }
    }

    private void read(ResultSet rows, Lives lives) throws SQLException {
        List<Recorded<JourneyEvent>> journey = new ArrayList<>();
        while (rows.next()) {
            Recorded<JourneyEvent> event = event(rows);
            if (!journey.isEmpty() && !journey.getFirst().subject().equals(event.subject())) {
                tell(journey, lives);
                journey.clear();
            }
            journey.add(event);
        }
        tell(journey, lives);
    }

    private void tell(List<Recorded<JourneyEvent>> journey, Lives lives) {
        for (Recorded<JourneyEvent> event : History.of(journey).events()) {
            LocalDateTime at = LocalDateTime.ofInstant(event.occurredAt(), zone);
            lives.add(new LivedEvent(event.subject().id(), at, event.event()));
        }
    }

    private Recorded<JourneyEvent> event(ResultSet row) throws SQLException {
        Instant at = row.getObject("occurred_at", OffsetDateTime.class).toInstant();
        JourneyEvent event = (JourneyEvent) codec.read(row.getString("type"), row.getString("payload"));
        return new Recorded<>(
                Subject.journey(row.getString("subject_id")), row.getInt("sequence"), at, at, NOBODY, event);
    }
}
