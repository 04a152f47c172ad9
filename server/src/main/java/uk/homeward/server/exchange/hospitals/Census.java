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

    /** A visit that a hospital told of and has not ended. */
    record Told(String visit, String person, boolean inBed, String ward, String site) {}

    /** Everybody whose journey has them in a hospital now, by visit. */
    Map<String, Whereabouts> here() {
        Map<String, Whereabouts> here = new HashMap<>();
        jdbc.query(
                """
                select j.id, j.person, o.unit, coalesce(o.since, j.since) as since
                from journey j
                left join occupancy o on o.place = j.place and o.journey = j.id and o.unit = any (?)
                where j.place = ? and j.ended_at is null and (o.unit is not null or j.at = any (?))
                """,
                row -> {
                    Whereabouts whereabouts = whereabouts(row);
                    here.put(whereabouts.visit(), whereabouts);
                },
                wards,
                key.value(),
                hospitalSteps);
        return here;
    }

    private Whereabouts whereabouts(ResultSet row) throws SQLException {
        String journey = row.getString("id");
        String unit = row.getString("unit");
        HospitalWard ward = unit == null
                ? departments.get(Math.floorMod(journey.hashCode(), departments.size()))
                : place.hospitalWards().get(new WardId(unit));
        return new Whereabouts(
                VISIT + journey,
                row.getString("person"),
                ward.id(),
                ward.kind() != WardKind.EMERGENCY_DEPARTMENT,
                at(row, "since"));
    }

    /** Every visit that the demo's hospitals told of and have not ended, by visit. */
    Map<String, Told> told() {
        Map<String, Told> told = new HashMap<>();
        jdbc.query(
                """
                select visit, person, state, coalesce(location, '') as location, site from spell
                where place = ? and discharged_at is null and state in ('ARRIVED', 'ADMITTED') and visit like ?
                """,
                row -> {
                    String ward = row.getString("location").split("/", 2)[0];
                    boolean inBed = row.getString("state").equals("ADMITTED");
                    told.put(
                            row.getString("visit"),
                            new Told(
                                    row.getString("visit"),
                                    row.getString("person"),
                                    inBed,
                                    ward,
                                    row.getString("site")));
                },
                key.value(),
                VISIT + "%");
        return told;
    }

    /** Which of these visits are over, and since when: the journey ended, or is at a step outside of hospital. */
    Map<String, Instant> over(Collection<String> visits) {
        Map<String, Instant> over = new HashMap<>();
        jdbc.query(
                """
                select id, coalesce(ended_at, since) as since from journey
                where place = ? and id = any (?) and (ended_at is not null or at = any (?))
                """,
                row -> {
                    over.put(VISIT + row.getString("id"), at(row, "since"));
                },
                key.value(),
                visits.stream().map(visit -> visit.substring(VISIT.length())).toArray(String[]::new),
                otherSteps);
        return over;
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
