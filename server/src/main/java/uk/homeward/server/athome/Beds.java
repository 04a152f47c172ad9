package uk.homeward.server.athome;

import static uk.homeward.server.athome.AtHomeList.orNull;

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
import uk.homeward.journey.place.CauseId;
import uk.homeward.journey.place.LocalityId;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Units;
import uk.homeward.server.person.Plain;

/** Reads the enablement beds: the pools that steps of enablement in a community bed occupy. */
@Repository
class Beds {

    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final Place place;
    private final String[] steps;
    private final String[] pools;
    private final int plannedDays;

    Beds(JdbcTemplate jdbc, PlaceKey key, Place place, Pathways pathways) {
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
        Pathway pathway = pathways.first();
        List<Step> all = EnablementSteps.of(pathway, Step.Setting.COMMUNITY_BED);
        this.steps = all.stream().map(s -> s.id().value()).toArray(String[]::new);
        this.pools = all.stream()
                .flatMap(s -> s.occupies().keySet().stream())
                .map(p -> p.value())
                .distinct()
                .toArray(String[]::new);
        this.plannedDays = all.stream()
                .map(Step::plannedFor)
                .filter(java.util.Objects::nonNull)
                .mapToInt(d -> (int) d.toDays())
                .max()
                .orElse(0);
    }

    Bed read() {
        List<Bed.Guest> guests = guests();
        return new Bed(centres(guests), guests, coming());
    }

    private List<Bed.Centre> centres(List<Bed.Guest> guests) {
        Map<String, Integer> ready = new HashMap<>();
        guests.stream().filter(g -> g.readySince() != null).forEach(g -> ready.merge(g.unit(), 1, Integer::sum));
        return jdbc.query(
                "select u.unit, u.title, u.capacity, u.out_of_service, " + Units.KNOWN
                        + " as occupied, u.confirmed_at from unit u"
                        + " where u.place = ? and u.pool = any(?) order by u.title",
                (row, n) -> new Bed.Centre(
                        row.getString("unit"),
                        row.getString("title"),
                        (int) Math.round(row.getDouble("capacity")),
                        (int) Math.round(row.getDouble("out_of_service")),
                        row.getInt("occupied"),
                        ready.getOrDefault(row.getString("title"), 0),
                        row.getObject("confirmed_at", OffsetDateTime.class).toInstant()),
                key.value(),
                pools);
    }

    /** Those who are ready to leave first, longest first; then the others by how long they have been there. */
    private List<Bed.Guest> guests() {
        return jdbc.query(
                """
                select o.journey, p.given || ' ' || p.family as name, p.born, u.title, o.since, j.ready_since,
                    j.delay_cause
                from occupancy o
                join unit u on u.place = o.place and u.pool = o.pool and u.unit = o.unit
                join journey j on j.place = o.place and j.id = o.journey
                left join person p on p.place = j.place and p.id = j.person
                where o.place = ? and o.pool = any(?)
                order by j.ready_since nulls last, o.since, o.journey
                """,
                (row, n) -> new Bed.Guest(
                        row.getString("journey"),
                        String.valueOf(row.getString("name")),
                        row.getObject("born", LocalDate.class),
                        row.getString("title"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        plannedDays,
                        orNull(row, "ready_since"),
                        cause(row.getString("delay_cause"))),
                key.value(),
                pools);
    }

    private List<Bed.Coming> coming() {
        return jdbc.query(
                """
                select j.id, p.given || ' ' || p.family as name, p.born, j.locality, j.since, j.due_warn_at, j.due_at
                from journey j left join person p on p.place = j.place and p.id = j.person
                where j.place = ? and j.ended_at is null and j.state = 'WAITING' and j.at = any(?)
                order by j.due_at nulls last, j.since, j.id
                """,
                (row, n) -> new Bed.Coming(
                        row.getString("id"),
                        String.valueOf(row.getString("name")),
                        row.getObject("born", LocalDate.class),
                        locality(row.getString("locality")),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        orNull(row, "due_warn_at"),
                        orNull(row, "due_at")),
                key.value(),
                steps);
    }

    private String locality(String id) {
        return id.isEmpty() || !place.localities().has(LocalityId.of(id))
                ? ""
                : place.localities().get(LocalityId.of(id)).title();
    }

    private String cause(@Nullable String id) {
        return id == null || id.isEmpty()
                ? ""
                : place.delayCauses().find(CauseId.of(id)).map(c -> c.title()).orElse(Plain.title(id));
    }
}
