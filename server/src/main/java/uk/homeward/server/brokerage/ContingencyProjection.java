package uk.homeward.server.brokerage;

import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.ContingencyEvent;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Projecting;

/** Writes which provider fails, and which tasks of the plan are done. */
@Component
public class ContingencyProjection implements Projecting {

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    public ContingencyProjection(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    @Override
    public Subject.Kind kind() {
        return Subject.Kind.CONTINGENCY;
    }

    @Override
    public List<String> tables() {
        return List.of("contingency", "contingency_task");
    }

    @Override
    public void write(Recorded<Event> r) {
        String provider = r.subject().id();
        switch ((ContingencyEvent) r.event()) {
            case ContingencyEvent.ProviderFailed e -> {
                jdbc.update("delete from contingency_task where place = ? and provider = ?", place.value(), provider);
                jdbc.update(
                        """
                        insert into contingency (place, provider, version, failed_at, reason) values (?, ?, ?, ?, ?)
                        on conflict (place, provider) do update set failed_at = excluded.failed_at,
                            reason = excluded.reason, over_at = null
                        """,
                        place.value(),
                        provider,
                        r.sequence(),
                        r.occurredAt().atOffset(ZoneOffset.UTC),
                        e.reason());
            }
            case ContingencyEvent.ContingencyTaskDone e ->
                jdbc.update(
                        "insert into contingency_task (place, provider, task, done_at, done_by, note) values (?, ?, ?, ?, ?, ?)",
                        place.value(),
                        provider,
                        e.task(),
                        r.occurredAt().atOffset(ZoneOffset.UTC),
                        r.by().name(),
                        e.note());
            case ContingencyEvent.FailureOver e ->
                jdbc.update(
                        "update contingency set over_at = ? where place = ? and provider = ?",
                        r.occurredAt().atOffset(ZoneOffset.UTC),
                        place.value(),
                        provider);
            case ContingencyEvent.ContingencyRefused e -> {}
        }
        jdbc.update(
                "update contingency set version = ? where place = ? and provider = ?",
                r.sequence(),
                place.value(),
                provider);
    }
}
