package uk.homeward.server.journal;

import static uk.homeward.server.journal.Journal.at;
import static uk.homeward.server.journal.Journal.atOrNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.server.journal.JourneyRow.PlaceRow;

/** Writes what changed between two states of a journey; untouched rows are not written again. */
@Component
class JourneyProjection {

    private static final String UPSERT = """
            insert into journey (place, id, version, person, pathway, route, sender_kind, sender, reason, urgency,
                locality, state, at, since, opened_at, accepted, ended_at, outcome, team, staff, staff_name,
                coordinator, ready_since, delay_cause, delay_owner, due_standard, due_warn_at, due_at, by_hand)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (place, id) do update set version = excluded.version, state = excluded.state,
                at = excluded.at, since = excluded.since, accepted = excluded.accepted,
                ended_at = excluded.ended_at, outcome = excluded.outcome, team = excluded.team,
                staff = excluded.staff, staff_name = excluded.staff_name, coordinator = excluded.coordinator,
                ready_since = excluded.ready_since, delay_cause = excluded.delay_cause,
                delay_owner = excluded.delay_owner, due_standard = excluded.due_standard,
                due_warn_at = excluded.due_warn_at, due_at = excluded.due_at, by_hand = excluded.by_hand
            """;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    JourneyProjection(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    /** Writes {@code after}; {@code before} is what stands, null for a new journey. */
    void write(@Nullable JourneyRow before, JourneyRow after) {
        upsert(after);
        if (before == null || !before.clocks().equals(after.clocks())) {
            clocks(before, after);
        }
        if (before == null || !before.tasks().equals(after.tasks())) {
            tasks(before, after);
        }
        places(before == null ? List.of() : before.places(), after);
    }

    private void upsert(JourneyRow r) {
        jdbc.update(
                UPSERT,
                place.value(),
                r.id(),
                r.version(),
                r.person(),
                r.pathway(),
                r.route(),
                r.senderKind(),
                r.sender(),
                r.reason(),
                r.urgency(),
                r.locality(),
                r.state(),
                r.at(),
                at(r.since()),
                at(r.openedAt()),
                r.accepted(),
                atOrNull(r.endedAt()),
                r.outcome(),
                r.team(),
                r.staff(),
                r.staffName(),
                r.coordinator(),
                atOrNull(r.readySince()),
                r.delayCause(),
                r.delayOwner(),
                r.dueStandard(),
                atOrNull(r.dueWarnAt()),
                atOrNull(r.dueAt()),
                r.byHand());
    }

    private void clocks(@Nullable JourneyRow before, JourneyRow after) {
        if (before != null) {
            jdbc.update("delete from clock where place = ? and journey = ?", place.value(), after.id());
        }
        jdbc.batchUpdate(
                "insert into clock (place, journey, number, standard, started_at, warn_at, deadline, stopped_at, met)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                after.clocks(),
                after.clocks().size() + 1,
                (s, c) -> {
                    s.setString(1, place.value());
                    s.setString(2, after.id());
                    s.setInt(3, c.number());
                    s.setString(4, c.standard());
                    s.setObject(5, at(c.startedAt()));
                    s.setObject(6, atOrNull(c.warnAt()));
                    s.setObject(7, atOrNull(c.deadline()));
                    s.setObject(8, atOrNull(c.stoppedAt()));
                    s.setObject(9, c.met());
                });
    }

    private void tasks(@Nullable JourneyRow before, JourneyRow after) {
        if (before != null) {
            jdbc.update("delete from task where place = ? and journey = ?", place.value(), after.id());
        }
        jdbc.batchUpdate(
                "insert into task (place, journey, id, kind, what, owner, due_at) values (?, ?, ?, ?, ?, ?, ?)",
                after.tasks(),
                after.tasks().size() + 1,
                (s, t) -> {
                    s.setString(1, place.value());
                    s.setString(2, after.id());
                    s.setString(3, t.id());
                    s.setString(4, t.kind());
                    s.setString(5, t.what());
                    s.setString(6, t.owner());
                    s.setObject(7, atOrNull(t.dueAt()));
                });
    }

    private void places(List<PlaceRow> before, JourneyRow after) {
        for (PlaceRow p : before) {
            if (after.places().stream().noneMatch(q -> same(p, q))) {
                jdbc.update(
                        "delete from occupancy where place = ? and journey = ? and pool = ? and unit = ?",
                        place.value(),
                        after.id(),
                        p.pool(),
                        p.unit());
                occupied(p, -1);
            }
        }
        for (PlaceRow p : after.places()) {
            if (before.stream().noneMatch(q -> same(p, q))) {
                jdbc.update(
                        "insert into occupancy (place, journey, pool, unit, spot, since) values (?, ?, ?, ?, ?, ?)",
                        place.value(),
                        after.id(),
                        p.pool(),
                        p.unit(),
                        p.spot(),
                        at(p.since()));
                occupied(p, 1);
            }
        }
    }

    private static boolean same(PlaceRow a, PlaceRow b) {
        return a.pool().equals(b.pool()) && a.unit().equals(b.unit()) && java.util.Objects.equals(a.spot(), b.spot());
    }

    private void occupied(PlaceRow p, int change) {
        jdbc.update(
                "update unit set occupied = greatest(occupied + ?, 0) where place = ? and pool = ? and unit = ?",
                change,
                place.value(),
                p.pool(),
                p.unit());
    }
}
