package uk.homeward.server.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.homeward.server.journal.JourneyRow.ClockRow;
import uk.homeward.server.journal.JourneyRow.PlaceRow;
import uk.homeward.server.journal.JourneyRow.TaskRow;

/** Writes what changed between two states of a journey; untouched rows are not written again. */
final class JourneyProjection {

    private JourneyProjection() {}

    /** Adds to {@code writes} what {@code after} changes; {@code before} is what stands, null for a new journey. */
    static void write(Writes writes, @Nullable JourneyRow before, JourneyRow after) {
        if (before == null) {
            open(writes, after);
        } else {
            change(writes, after);
        }
        clocks(writes, before == null ? List.of() : before.clocks(), after);
        tasks(writes, before == null ? List.of() : before.tasks(), after);
        places(writes, before == null ? List.of() : before.places(), after);
    }

    private static void open(Writes writes, JourneyRow r) {
        List<@Nullable Object> values = new ArrayList<>(List.of(r.id(), r.version(), r.person(), r.pathway()));
        values.addAll(List.of(r.route(), r.senderKind(), r.sender(), r.reason(), r.urgency(), r.locality()));
        values.add(r.openedAt());
        values.addAll(changing(r));
        writes.add(Written.JOURNEY_OPENED, values.toArray());
    }

    private static void change(Writes writes, JourneyRow r) {
        List<@Nullable Object> values = new ArrayList<>(List.of(r.id(), r.version()));
        values.addAll(changing(r));
        writes.add(Written.JOURNEY_CHANGED, values.toArray());
    }

    /** What can change after the opening, without the version. */
    private static List<@Nullable Object> changing(JourneyRow r) {
        return Arrays.asList(
                r.state(),
                r.at(),
                r.since(),
                r.accepted(),
                r.endedAt(),
                r.outcome(),
                r.team(),
                r.staff(),
                r.staffName(),
                r.coordinator(),
                r.readySince(),
                r.delayCause(),
                r.delayOwner(),
                r.dueStandard(),
                r.dueWarnAt(),
                r.dueAt(),
                r.byHand());
    }

    private static void clocks(Writes writes, List<ClockRow> before, JourneyRow after) {
        for (ClockRow c : before) {
            if (after.clocks().stream().noneMatch(d -> d.number() == c.number())) {
                writes.add(Written.CLOCK_GONE, after.id(), c.number());
            }
        }
        for (ClockRow c : after.clocks()) {
            if (!before.contains(c)) {
                writes.add(
                        Written.CLOCK,
                        after.id(),
                        c.number(),
                        c.standard(),
                        c.startedAt(),
                        c.warnAt(),
                        c.deadline(),
                        c.stoppedAt(),
                        c.met());
            }
        }
    }

    private static void tasks(Writes writes, List<TaskRow> before, JourneyRow after) {
        for (TaskRow t : before) {
            if (!after.tasks().contains(t)) {
                writes.add(Written.TASK_GONE, after.id(), t.id());
            }
        }
        for (TaskRow t : after.tasks()) {
            if (!before.contains(t)) {
                writes.add(Written.TASK, after.id(), t.id(), t.kind(), t.what(), t.owner(), t.dueAt());
            }
        }
    }

    private static void places(Writes writes, List<PlaceRow> before, JourneyRow after) {
        for (PlaceRow p : before) {
            if (after.places().stream().noneMatch(q -> same(p, q))) {
                writes.add(Written.PLACE_LEFT, after.id(), p.pool(), p.unit());
                writes.add(Written.UNIT_COUNT, p.pool(), p.unit(), -1);
            }
        }
        for (PlaceRow p : after.places()) {
            if (before.stream().noneMatch(q -> same(p, q))) {
                writes.add(Written.PLACE_TAKEN, after.id(), p.pool(), p.unit(), p.spot(), p.since());
                writes.add(Written.UNIT_COUNT, p.pool(), p.unit(), 1);
            }
        }
    }

    private static boolean same(PlaceRow a, PlaceRow b) {
        return a.pool().equals(b.pool()) && a.unit().equals(b.unit()) && Objects.equals(a.spot(), b.spot());
    }
}
