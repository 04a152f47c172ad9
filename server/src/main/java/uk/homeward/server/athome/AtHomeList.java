package uk.homeward.server.athome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.place.LocalityId;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.TeamId;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.PlaceKey;

/** Reads who is in enablement at home, latest clock first. */
@Repository
public class AtHomeList {

    /** How many stand on one page. */
    public static final int PAGE = 50;

    private static final String OPEN = " from journey j where j.place = ? and j.ended_at is null and j.at = any(?)"
            + " and (? = '' or j.locality = ?)";

    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final Place place;
    private final AtHomeProgress progress;
    private final Map<String, Step> steps = new HashMap<>();

    AtHomeList(JdbcTemplate jdbc, PlaceKey key, Place place, AtHomeProgress progress, Pathways pathways) {
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
        this.progress = progress;
        Pathway pathway = pathways.first();
        EnablementSteps.of(pathway, Step.Setting.HOME).forEach(s -> steps.put(s.id().value(), s));
    }

    /** How many there are in all: in the step, waiting for it, and past the limit. */
    public record Totals(int there, int waiting, int late, int ending) {}

    Totals totals(String locality, Instant now) {
        Totals totals = jdbc.queryForObject(
                "select count(*) filter (where state <> 'WAITING'), count(*) filter (where state = 'WAITING'),"
                        + " count(*) filter (where due_at < ?), count(*) filter (where due_at >= ? and due_warn_at < ?)"
                        + OPEN,
                (row, n) -> new Totals(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)),
                at(now),
                at(now),
                at(now),
                key.value(),
                steps.keySet().toArray(new String[0]),
                locality,
                locality);
        return totals == null ? new Totals(0, 0, 0, 0) : totals;
    }

    List<AtHomeLine> list(String locality, int page) {
        Map<String, Integer> versions = new HashMap<>();
        List<AtHomeLine> lines = jdbc.query(
                "select j.id, j.version, j.at, j.state, j.since, j.due_at, j.due_warn_at, j.team, j.locality,"
                        + " j.person, p.given || ' ' || p.family as name, p.born, (select min(due_at) from task t where"
                        + " t.place = j.place and t.journey = j.id and kind = 'VISIT') as next_visit from (select *"
                        + OPEN
                        + " order by j.due_at nulls last, j.since, j.id limit " + PAGE + " offset ?) as j"
                        + " left join person p on p.place = j.place and p.id = j.person"
                        + " order by j.due_at nulls last, j.since, j.id",
                (row, n) -> {
                    versions.put(row.getString("id"), row.getInt("version"));
                    return line(row, AtHomeLine.Progress.NONE);
                },
                key.value(),
                steps.keySet().toArray(new String[0]),
                locality,
                locality,
                PAGE * (page - 1));
        Map<String, AtHomeLine.Progress> done = progress.of(versions);
        return lines.stream()
                .map(l -> with(l, done.getOrDefault(l.journey(), AtHomeLine.Progress.NONE)))
                .toList();
    }

    private AtHomeLine line(ResultSet row, AtHomeLine.Progress done) throws SQLException {
        boolean waits = row.getString("state").equals("WAITING");
        Instant since = orNull(row, "since");
        Step step = steps.get(row.getString("at"));
        String team = row.getString("team");
        String locality = row.getString("locality");
        return new AtHomeLine(
                row.getString("id"),
                row.getString("person"),
                String.valueOf(row.getString("name")),
                row.getObject("born", LocalDate.class),
                locality.isEmpty() || !place.localities().has(LocalityId.of(locality))
                        ? ""
                        : place.localities().get(LocalityId.of(locality)).title(),
                team.isEmpty()
                        ? ""
                        : place.teams()
                                .find(TeamId.of(team))
                                .map(t -> t.title())
                                .orElse(team),
                waits ? null : since,
                waits ? since : null,
                step == null || step.plannedFor() == null
                        ? 0
                        : (int) step.plannedFor().toDays(),
                orNull(row, "due_at"),
                orNull(row, "due_warn_at"),
                done,
                orNull(row, "next_visit"));
    }

    private static AtHomeLine with(AtHomeLine l, AtHomeLine.Progress done) {
        return new AtHomeLine(
                l.journey(),
                l.person(),
                l.name(),
                l.born(),
                l.locality(),
                l.team(),
                l.started(),
                l.waitingSince(),
                l.plannedDays(),
                l.dueAt(),
                l.warnAt(),
                done,
                l.nextVisit());
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(java.time.ZoneOffset.UTC);
    }

    static @Nullable Instant orNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
