package uk.homeward.server.journal;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.capacity.Hold.State;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.HoldEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Slot;
import uk.homeward.journey.event.Subject;

/** Writes the holds that stand. It is here and not with the other parts of capacity because the desk counts holds too. */
@Component
public final class HoldProjection implements Projecting {

    private static final OffsetDateTime FOR_EVER = OffsetDateTime.MAX;
    private static final OffsetDateTime NEVER_AGAIN = OffsetDateTime.MIN;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    public HoldProjection(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    @Override
    public Subject.Kind kind() {
        return Subject.Kind.HOLD;
    }

    @Override
    public List<String> tables() {
        return List.of("hold");
    }

    @Override
    public void write(Recorded<Event> r) {
        switch ((HoldEvent) r.event()) {
            case HoldEvent.PlaceHeld e -> placed(r, e);
            case HoldEvent.HoldConfirmed e -> changed(r, State.CONFIRMED, e.note());
            case HoldEvent.HoldGivenBack e -> changed(r, State.GIVEN_BACK, e.reason());
            case HoldEvent.HoldExpired e -> changed(r, State.EXPIRED, "");
            case HoldEvent.HoldTaken e -> changed(r, State.TAKEN, "");
            case HoldEvent.PersonCame e -> changed(r, State.THERE, "");
            case HoldEvent.PlaceLeft e -> changed(r, State.LEFT, e.reason());
            case HoldEvent.OneOfTwoLeft e -> oneLeft(r, e);
            case HoldEvent.HoldRefused e ->
                jdbc.update(
                        "update hold set version = ? where place = ? and id = ?",
                        r.sequence(),
                        place.value(),
                        r.subject().id());
        }
    }

    private void placed(Recorded<Event> r, HoldEvent.PlaceHeld e) {
        @Nullable Slot slot = e.slot();
        jdbc.update(
                """
                insert into hold (place, id, version, pool, unit, spot, area, part, skill, amount, person, purpose, state,
                    placed_by, placed_for, placed_at, expires_at, keeps_until, changed_at, note,
                    partner)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'HELD', ?, ?, ?, ?, ?, ?, '', ?)
                """,
                place.value(),
                r.subject().id(),
                r.sequence(),
                e.pool().value(),
                e.unit(),
                e.spot(),
                slot == null ? "" : slot.area(),
                slot == null ? "" : slot.part().name(),
                slot == null ? "" : slot.skill(),
                e.amount(),
                e.person(),
                e.purpose(),
                r.by().name(),
                r.by().organisation(),
                Journal.at(r.occurredAt()),
                Journal.at(e.expiresAt()),
                Journal.at(e.expiresAt()),
                Journal.at(r.occurredAt()),
                e.partner());
    }

    private void oneLeft(Recorded<Event> r, HoldEvent.OneOfTwoLeft e) {
        jdbc.update(
                "update hold set version = ?, amount = amount - 1, person = ?, partner = '', changed_at = ?, note = ?"
                        + " where place = ? and id = ?",
                r.sequence(),
                e.remains(),
                Journal.at(r.occurredAt()),
                e.reason(),
                place.value(),
                r.subject().id());
    }

    private void changed(Recorded<Event> r, State state, String note) {
        jdbc.update(
                "update hold set version = ?, state = ?, keeps_until = ?, changed_at = ?, note = ?"
                        + " where place = ? and id = ?",
                r.sequence(),
                state.name(),
                state.keeps() ? FOR_EVER : NEVER_AGAIN,
                Journal.at(r.occurredAt()),
                note,
                place.value(),
                r.subject().id());
    }
}
