package uk.homeward.server.assessment;

import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.AgreementEvent;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Projecting;

/** Writes the agreements as they stand. */
@Component
public final class AgreementProjection implements Projecting {

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    public AgreementProjection(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    @Override
    public Subject.Kind kind() {
        return Subject.Kind.AGREEMENT;
    }

    @Override
    public List<String> tables() {
        return List.of("agreement");
    }

    @Override
    public void write(Recorded<Event> r) {
        switch ((AgreementEvent) r.event()) {
            case AgreementEvent.AgreementMade e -> made(r, e.terms());
            case AgreementEvent.AgreementEnded e ->
                jdbc.update(
                        "update agreement set version = ?, ended_at = ?, ended = ? where place = ? and id = ?",
                        r.sequence(),
                        r.occurredAt().atOffset(ZoneOffset.UTC),
                        e.reason(),
                        place.value(),
                        r.subject().id());
            case AgreementEvent.AgreementRefused e -> {} // kept in the journal only
        }
    }

    private void made(Recorded<Event> r, AgreementEvent.Terms t) {
        jdbc.update(
                "delete from agreement where place = ? and id = ?",
                place.value(),
                r.subject().id());
        jdbc.update(
                """
                insert into agreement (place, id, version, title, assessor, receiver, forms, roles, competence, valid_days,
                    on_challenge, valid_from, valid_until, source, ended)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')
                """,
                place.value(),
                r.subject().id(),
                r.sequence(),
                t.title(),
                t.assessor(),
                t.receiver(),
                t.forms().toArray(String[]::new),
                t.roles().toArray(String[]::new),
                t.competence(),
                t.validDays(),
                t.onChallenge(),
                t.from(),
                t.until(),
                t.source());
    }
}
