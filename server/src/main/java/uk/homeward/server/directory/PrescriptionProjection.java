package uk.homeward.server.directory;

import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.PrescriptionEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Projecting;

/** Writes social prescriptions and what came of them. */
@Component
public final class PrescriptionProjection implements Projecting {

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    public PrescriptionProjection(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    @Override
    public Subject.Kind kind() {
        return Subject.Kind.PRESCRIPTION;
    }

    @Override
    public List<String> tables() {
        return List.of("social_prescription");
    }

    @Override
    public void write(Recorded<Event> r) {
        switch ((PrescriptionEvent) r.event()) {
            case PrescriptionEvent.Prescribed e ->
                jdbc.update(
                        """
                        insert into social_prescription (place, id, version, person, service, service_title, matters,
                            prescribed_at, prescribed_by, organisation, note)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')
                        """,
                        place.value(),
                        r.subject().id(),
                        r.sequence(),
                        e.person(),
                        e.service(),
                        e.serviceTitle(),
                        e.matters(),
                        r.occurredAt().atOffset(ZoneOffset.UTC),
                        r.by().name(),
                        r.by().organisation());
            case PrescriptionEvent.PrescriptionEnded e ->
                jdbc.update(
                        "update social_prescription set version = ?, ended_at = ?, outcome = ?, note = ?"
                                + " where place = ? and id = ?",
                        r.sequence(),
                        r.occurredAt().atOffset(ZoneOffset.UTC),
                        e.outcome().name(),
                        e.note(),
                        place.value(),
                        r.subject().id());
            case PrescriptionEvent.PrescriptionRefused e -> {} // kept in the journal only
        }
    }
}
