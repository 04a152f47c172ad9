package uk.homeward.server.identity;

import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.MatchEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Projecting;

/** The queue of doubts, with what was answered. */
@Component
public class DoubtProjection implements Projecting {

    private static final String OPEN = "OPEN";

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    public DoubtProjection(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    @Override
    public Subject.Kind kind() {
        return Subject.Kind.MATCH;
    }

    @Override
    public List<String> tables() {
        return List.of("match_doubt");
    }

    @Override
    public void write(Recorded<Event> r) {
        switch ((MatchEvent) r.event()) {
            case MatchEvent.MatchDoubted e -> asked(r, e);
            case MatchEvent.MatchPutOff e -> settled(r, "PUT_OFF", null, e.reason());
            case MatchEvent.FoundDifferent e -> settled(r, "DIFFERENT", null, e.reason());
            case MatchEvent.FoundSame e -> settled(r, "SAME", e.stands(), e.reason());
            case MatchEvent.FoundSameUndone e -> settled(r, "DIFFERENT", null, e.reason());
            case MatchEvent.MatchRefused e ->
                jdbc.update(
                        "update match_doubt set version = ? where place = ? and id = ?",
                        r.sequence(),
                        place.value(),
                        r.subject().id());
        }
    }

    private void asked(Recorded<Event> r, MatchEvent.MatchDoubted e) {
        jdbc.update(
                """
                insert into match_doubt (place, id, version, one, other, bits, words, state, asked_at, asked_by, settled_by,
                    reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '')
                """,
                place.value(),
                r.subject().id(),
                r.sequence(),
                e.one(),
                e.other(),
                e.bits(),
                e.words(),
                OPEN,
                r.occurredAt().atOffset(ZoneOffset.UTC),
                r.by().name());
    }

    /** Also for two whom nobody had asked about: somebody joined or parted them of their own accord. */
    private void settled(Recorded<Event> r, String state, @Nullable String stands, String reason) {
        String id = r.subject().id();
        jdbc.update(
                """
                insert into match_doubt (place, id, version, one, other, bits, words, state, asked_by, stands, settled_at,
                    settled_by, reason)
                values (?, ?, ?, ?, ?, 0, '', ?, '', ?, ?, ?, ?)
                on conflict (place, id) do update set version = excluded.version, state = excluded.state,
                    stands = excluded.stands, settled_at = excluded.settled_at, settled_by = excluded.settled_by,
                    reason = excluded.reason
                """,
                place.value(),
                id,
                r.sequence(),
                id.substring(0, id.indexOf('|')),
                id.substring(id.indexOf('|') + 1),
                state,
                stands,
                r.occurredAt().atOffset(ZoneOffset.UTC),
                r.by().name() + ", " + r.by().role(),
                reason);
    }
}
