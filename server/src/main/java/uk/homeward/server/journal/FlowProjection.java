package uk.homeward.server.journal;

import static uk.homeward.server.journal.Journal.at;
import static uk.homeward.server.journal.Journal.atOrNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.flow.HoldUp;
import uk.homeward.journey.flow.ReadyPeriod;
import uk.homeward.journey.flow.Summary;
import uk.homeward.journey.flow.Task;

/** Writes stays on their way out as they stand: the row of the stay, its ready periods, its causes and its tasks. */
@Component
class FlowProjection {

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    FlowProjection(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    /** @param before the stay as it stood; null where nothing stood */
    void write(@Nullable Flow before, Flow after) {
        row(after);
        boolean isSaid = !after.told().isEmpty(); // where nobody said anything there is nothing else to write
        if (before == null ? isSaid : !before.readyPeriods().equals(after.readyPeriods())) {
            periods(after);
        }
        if (before == null ? isSaid : !before.holdUps().equals(after.holdUps())) {
            chain(after);
        }
        if (before == null ? isSaid : !before.tasks().equals(after.tasks())) {
            tasks(after);
        }
        if (before == null ? isSaid : !before.summaries().equals(after.summaries())) {
            summaries(after);
        }
    }

    private void row(Flow flow) {
        Map<String, @Nullable Object> columns = FlowRow.of(flow);
        List<@Nullable Object> values = new ArrayList<>(List.of(place.value(), flow.stay()));
        columns.forEach((column, value) -> values.add(value == null ? FlowRow.nothing(column) : value));
        String names = String.join(", ", columns.keySet());
        String marks = columns.keySet().stream().map(name -> "?").collect(Collectors.joining(", "));
        String updates = columns.keySet().stream()
                .map(name -> name + " = excluded." + name)
                .collect(Collectors.joining(", "));
        jdbc.update(
                "insert into flow (place, stay, " + names + ") values (?, ?, " + marks
                        + ") on conflict (place, stay) do update set " + updates,
                values.toArray());
    }

    private void periods(Flow flow) {
        List<Object[]> rows = new ArrayList<>();
        for (ReadyPeriod period : flow.readyPeriods()) {
            rows.add(row(flow, rows.size() + 1, at(period.from()), atOrNull(period.until())));
        }
        replace(
                "ready_period",
                flow,
                "insert into ready_period (place, stay, number, started_at, ended_at) values (?, ?, ?, ?, ?)",
                rows);
    }

    private void chain(Flow flow) {
        List<Object[]> rows = new ArrayList<>();
        for (HoldUp link : flow.holdUps()) {
            rows.add(row(flow, rows.size() + 1, link.cause(), at(link.from()), atOrNull(link.until())));
        }
        replace(
                "hold_up",
                flow,
                "insert into hold_up (place, stay, number, cause, started_at, ended_at) values (?, ?, ?, ?, ?, ?)",
                rows);
    }

    private void tasks(Flow flow) {
        List<Object[]> rows = new ArrayList<>();
        for (Task task : flow.tasks()) {
            rows.add(row(
                    flow,
                    task.id(),
                    task.kind().name(),
                    task.what(),
                    task.stage(),
                    task.deliverTo(),
                    at(task.askedAt()),
                    at(task.dueAt()),
                    atOrNull(task.endedAt()),
                    task.done()));
        }
        replace(
                "flow_task",
                flow,
                "insert into flow_task (place, stay, id, kind, what, stage, deliver_to, asked_at, due_at, ended_at,"
                        + " done) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private void summaries(Flow flow) {
        List<Object[]> rows = new ArrayList<>();
        for (Summary summary : flow.summaries()) {
            rows.add(row(
                    flow,
                    summary.key(),
                    summary.receiver(),
                    summary.organisation(),
                    summary.sequence(),
                    at(summary.sentAt()),
                    atOrNull(summary.acknowledgedAt()),
                    summary.acknowledgedBy(),
                    summary.outdated(),
                    summary.completeness()));
        }
        replace(
                "summary_sent",
                flow,
                "insert into summary_sent (place, stay, receiver, name, organisation, sequence, sent_at, read_at,"
                        + " read_by, outdated, complete) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    @SuppressWarnings("NullAway") // arrays of bound values may hold nulls
    private Object[] row(Flow flow, @Nullable Object... values) {
        Object[] row = new Object[values.length + 2];
        row[0] = place.value();
        row[1] = flow.stay();
        System.arraycopy(values, 0, row, 2, values.length);
        return row;
    }

    /** {@code table} is one of ours, never what a user wrote. */
    private void replace(String table, Flow flow, String insert, List<Object[]> rows) {
        jdbc.update("delete from " + table + " where place = ? and stay = ?", place.value(), flow.stay());
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(insert, rows);
        }
    }

    /** A stay that turned out to be part of another one. What was said of it stays in the journal. */
    void forget(String stay) {
        for (String table : List.of("flow", "ready_period", "hold_up", "flow_task", "summary_sent")) {
            jdbc.update("delete from " + table + " where place = ? and stay = ?", place.value(), stay);
        }
    }
}
