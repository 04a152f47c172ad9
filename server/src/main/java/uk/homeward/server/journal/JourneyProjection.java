package uk.homeward.server.journal;

import static uk.homeward.server.journal.Journal.at;
import static uk.homeward.server.journal.Journal.atOrNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.server.journal.JourneyRow.ClockRow;
import uk.homeward.server.journal.JourneyRow.PlaceRow;
import uk.homeward.server.journal.JourneyRow.TaskRow;

/** Writes what changed between two states of a journey; untouched rows are not written again. */
@Component
class JourneyProjection {

    private static final String OPEN = """
            insert into journey (place, id, version, person, pathway, route, sender_kind, sender, reason, urgency,
                locality, opened_at, state, at, since, accepted, ended_at, outcome, team, staff, staff_name,
                coordinator, ready_since, delay_cause, delay_owner, due_standard, due_warn_at, due_at, by_hand)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String CHANGE = """
            update journey set version = ?, state = ?, at = ?, since = ?, accepted = ?, ended_at = ?, outcome = ?,
                team = ?, staff = ?, staff_name = ?, coordinator = ?, ready_since = ?, delay_cause = ?,
                delay_owner = ?, due_standard = ?, due_warn_at = ?, due_at = ?, by_hand = ?
            where place = ? and id = ?
            """;

    private final PlaceKey place;

    JourneyProjection(PlaceKey place) {
        this.place = place;
    }

    /** Adds to {@code writes} what {@code after} changes; {@code before} is what stands, null for a new journey. */
    void write(Writes writes, @Nullable JourneyRow before, JourneyRow after) {
        if (before == null) {
            open(writes, after);
        } else {
            change(writes, after);
        }
        clocks(writes, before == null ? List.of() : before.clocks(), after);
        tasks(writes, before == null ? List.of() : before.tasks(), after);
        places(writes, before == null ? List.of() : before.places(), after);
    }

    private void open(Writes writes, JourneyRow r) {
        List<@Nullable Object> values = new ArrayList<>(List.of(place.value(), r.id(), r.version(), r.person()));
        values.addAll(List.of(r.pathway(), r.route(), r.senderKind(), r.sender(), r.reason(), r.urgency()));
        values.addAll(List.of(r.locality(), at(r.openedAt())));
        values.addAll(changing(r));
        writes.add(OPEN, values.toArray());
    }

    private void change(Writes writes, JourneyRow r) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(r.version());
        values.addAll(changing(r));
        values.add(place.value());
        values.add(r.id());
        writes.add(CHANGE, values.toArray());
    }

    /** What can change after the opening, without the version. */
    private static List<@Nullable Object> changing(JourneyRow r) {
        return Arrays.asList(
                r.state(),
                r.at(),
                at(r.since()),
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

    private void clocks(Writes writes, List<ClockRow> before, JourneyRow after) {
        for (ClockRow c : before) {
            if (after.clocks().stream().noneMatch(d -> d.number() == c.number())) {
                writes.add(
                        "delete from clock where place = ? and journey = ? and number = ?",
                        place.value(),
                        after.id(),
                        c.number());
            }
        }
        for (ClockRow c : after.clocks()) {
            if (!before.contains(c)) {
                clock(writes, after.id(), c);
            }
        }
    }

    private void clock(Writes writes, String journey, ClockRow c) {
        writes.add(
                """
                insert into clock (place, journey, number, standard, started_at, warn_at, deadline, stopped_at, met)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (place, journey, number) do update set standard = excluded.standard,
                    started_at = excluded.started_at, warn_at = excluded.warn_at, deadline = excluded.deadline,
                    stopped_at = excluded.stopped_at, met = excluded.met
                """,
                place.value(),
                journey,
                c.number(),
                c.standard(),
                at(c.startedAt()),
                atOrNull(c.warnAt()),
                atOrNull(c.deadline()),
                atOrNull(c.stoppedAt()),
                c.met());
    }

    private void tasks(Writes writes, List<TaskRow> before, JourneyRow after) {
        for (TaskRow t : before) {
            if (!after.tasks().contains(t)) {
                writes.add(
                        "delete from task where place = ? and journey = ? and id = ?",
                        place.value(),
                        after.id(),
                        t.id());
            }
        }
        for (TaskRow t : after.tasks()) {
            if (!before.contains(t)) {
                writes.add(
                        "insert into task (place, journey, id, kind, what, owner, due_at) values (?, ?, ?, ?, ?, ?, ?)",
                        place.value(),
                        after.id(),
                        t.id(),
                        t.kind(),
                        t.what(),
                        t.owner(),
                        atOrNull(t.dueAt()));
            }
        }
    }

    private void places(Writes writes, List<PlaceRow> before, JourneyRow after) {
        for (PlaceRow p : before) {
            if (after.places().stream().noneMatch(q -> same(p, q))) {
                writes.add(
                        "delete from occupancy where place = ? and journey = ? and pool = ? and unit = ?",
                        place.value(),
                        after.id(),
                        p.pool(),
                        p.unit());
                occupied(writes, p, -1);
            }
        }
        for (PlaceRow p : after.places()) {
            if (before.stream().noneMatch(q -> same(p, q))) {
                writes.add(
                        "insert into occupancy (place, journey, pool, unit, spot, since) values (?, ?, ?, ?, ?, ?)",
                        place.value(),
                        after.id(),
                        p.pool(),
                        p.unit(),
                        p.spot(),
                        at(p.since()));
                occupied(writes, p, 1);
            }
        }
    }

    private static boolean same(PlaceRow a, PlaceRow b) {
        return a.pool().equals(b.pool()) && a.unit().equals(b.unit()) && Objects.equals(a.spot(), b.spot());
    }

    private void occupied(Writes writes, PlaceRow p, int change) {
        writes.add(
                "update unit set occupied = greatest(occupied + ?, 0) where place = ? and pool = ? and unit = ?",
                change,
                place.value(),
                p.pool(),
                p.unit());
    }
}
