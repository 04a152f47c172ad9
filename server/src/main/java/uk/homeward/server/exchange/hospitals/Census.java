package uk.homeward.server.exchange.hospitals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.place.HospitalWard;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.WardId;
import uk.homeward.journey.place.WardKind;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.PlaceKey;

/** Who is in a hospital by the journeys, and who is there by what the hospitals have told. */
@Component
class Census {

    static final String VISIT = "D-";

    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final Place place;
    private final String[] hospitalSteps;
    private final String[] otherSteps;
    private final String[] wards;
    private final List<HospitalWard> departments;

    Census(JdbcTemplate jdbc, PlaceKey key, Place place, Pathways pathways) {
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
        this.hospitalSteps = steps(pathways, true);
        this.otherSteps = steps(pathways, false);
        this.wards = place.hospitalWards().stream()
                .filter(ward -> ward.kind() != WardKind.ENABLEMENT)
                .map(ward -> ward.id().value())
                .toArray(String[]::new);
        this.departments = place.hospitalWards().stream()
                .filter(ward -> ward.kind() == WardKind.EMERGENCY_DEPARTMENT)
                .toList();
    }

    private static String[] steps(Pathways pathways, boolean hospital) {
        return pathways.list().stream()
                .flatMap(pathway -> pathway.steps().values().stream())
                .filter(step -> (step.setting() == Step.Setting.HOSPITAL) == hospital)
                .map(step -> step.id().value())
                .toArray(String[]::new);
    }

    /**
     * A visit that a hospital told of and has not ended.
     *
     * @param organisation the organisation that told it
     * @param ward the ward or department; empty where it was not told
     * @param bed the bed; empty where none was told
     */
    record Told(
            String organisation,
            String visit,
            String person,
            boolean inBed,
            String ward,
            String bed,
            String site,
            Instant since) {}

    /** Everybody whose journey has them in a hospital now, by person; in a bed before in a department. */
    Map<String, Whereabouts> here() {
        Map<String, Whereabouts> here = new HashMap<>();
        rows(null).forEach(at -> here.putIfAbsent(at.person(), at));
        return here;
    }

    /** Where this person is now; empty if in no hospital. */
    Optional<Whereabouts> here(String person) {
        return rows(new String[] {person}).stream().findFirst();
    }

    private List<Whereabouts> rows(String @Nullable [] people) {
        return jdbc.query("""
            select j.id, j.person, o.unit, o.spot, coalesce(o.since, j.since) as since
            from journey j
            left join occupancy o on o.place = j.place and o.journey = j.id and o.unit = any (?)
            where j.place = ? and j.ended_at is null and (o.unit is not null or j.at = any (?))
                and (?::text[] is null or j.person = any (?))
            order by o.unit is null, since desc
            """, (row, n) -> whereabouts(row), wards, key.value(), hospitalSteps, people, people);
    }

    private Whereabouts whereabouts(ResultSet row) throws SQLException {
        String journey = row.getString("id");
        String unit = row.getString("unit");
        HospitalWard ward = unit == null
                ? departments.get(Math.floorMod(journey.hashCode(), departments.size()))
                : place.hospitalWards().get(new WardId(unit));
        return new Whereabouts(
                journey,
                row.getString("person"),
                ward.id(),
                Objects.requireNonNullElse(row.getString("spot"), ""),
                ward.kind() != WardKind.EMERGENCY_DEPARTMENT,
                at(row, "since"));
    }

    /** Every visit that the demo's hospitals told of and have not ended, by person. */
    Map<String, List<Told>> told() {
        Map<String, List<Told>> told = new HashMap<>();
        jdbc.query(
                """
                select id, visit, person, state, ward, bed, site, coalesce(admitted_at, arrived_at) as since
                from spell
                where place = ? and discharged_at is null and state in ('ARRIVED', 'ADMITTED') and visit like ?
                """,
                row -> {
                    told.computeIfAbsent(row.getString("person"), person -> new ArrayList<>())
                            .add(told(row));
                },
                key.value(),
                VISIT + "%");
        return told;
    }

    private static Told told(ResultSet row) throws SQLException {
        String id = row.getString("id");
        return new Told(
                id.substring(0, id.indexOf('/')),
                row.getString("visit"),
                row.getString("person"),
                row.getString("state").equals("ADMITTED"),
                row.getString("ward"),
                row.getString("bed"),
                row.getString("site"),
                at(row, "since"));
    }

    /** Why somebody came, as their arrival told; blank where it did not. */
    String reason(Told stay) {
        return jdbc
                .queryForList("""
                    select payload::json ->> 'reason' from event
                    where place = ? and subject_kind = 'SPELL' and subject_id = ? and type = 'Arrived'
                        and payload::json ->> 'visit' = ?
                    """, String.class, key.value(), stay.organisation() + "/" + stay.person(), stay.visit())
                .stream()
                .findFirst()
                .orElse("");
    }

    /** Which of these visits were ever told, at any hospital. */
    Set<String> known(Collection<String> visits) {
        return Set.copyOf(jdbc.queryForList(
                "select distinct visit from spell where place = ? and visit = any (?)",
                String.class,
                key.value(),
                visits.toArray(String[]::new)));
    }

    /** Which of these people are in no hospital any more, and since when: by the last journey that they set out on. */
    Map<String, Instant> gone(Collection<String> people) {
        Map<String, Instant> gone = new HashMap<>();
        jdbc.query(
                """
                select person, since from (
                    select distinct on (person) person, coalesce(ended_at, since) as since, at, ended_at
                    from journey where place = ? and person = any (?)
                    order by person, ended_at is not null, opened_at desc) last
                where ended_at is not null or at = any (?)
                """,
                row -> {
                    gone.put(row.getString("person"), at(row, "since"));
                },
                key.value(),
                people.toArray(String[]::new),
                otherSteps);
        return gone;
    }

    Map<String, Patient> patients(Collection<String> people) {
        List<Patient> patients =
                new ArrayList<>(jdbc.query("""
                    select id, nhs_number, family, given, born, sex, address, postcode, practice from person
                    where place = ? and id = any (?)
                    """, (row, n) -> patient(row), key.value(), people.toArray(String[]::new)));
        Map<String, Patient> byId = new HashMap<>();
        patients.forEach(patient -> byId.put(patient.id(), patient));
        return byId;
    }

    private static Patient patient(ResultSet row) throws SQLException {
        @Nullable LocalDate born = row.getObject("born", LocalDate.class);
        return new Patient(
                row.getString("id"),
                row.getString("nhs_number"),
                row.getString("family"),
                row.getString("given"),
                born,
                row.getString("sex"),
                row.getString("address"),
                row.getString("postcode"),
                row.getString("practice"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
