package uk.homeward.server.capacity;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.EscalationEvent;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Projecting;

/** Writes the history of levels. */
@Component
public final class EscalationProjection implements Projecting {

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    public EscalationProjection(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    @Override
    public Subject.Kind kind() {
        return Subject.Kind.ESCALATION;
    }

    @Override
    public List<String> tables() {
        return List.of("escalation");
    }

    @Override
    public void write(Recorded<Event> r) {
        switch ((EscalationEvent) r.event()) {
            case EscalationEvent.LevelReached e ->
                jdbc.update(
                        "insert into escalation (place, number, level, before, reasons, at, told_by)"
                                + " values (?, ?, ?, ?, ?, ?, ?)",
                        place.value(),
                        r.sequence(),
                        e.level(),
                        e.before(),
                        e.reasons().toArray(String[]::new),
                        HoldsRead.at(r.occurredAt()),
                        r.by().name());
            case EscalationEvent.EscalationRefused e -> {} // kept in the journal only
        }
    }
}
