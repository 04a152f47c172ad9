package uk.homeward.server.hospital;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.FlowEvent.DestinationKind;
import uk.homeward.journey.flow.DischargeCode;
import uk.homeward.journey.flow.HoldUp;
import uk.homeward.journey.flow.ReadyPeriod;
import uk.homeward.journey.flow.StayRecord;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Site;

/** Reads the stays that touch a time, for the returns. */
public final class StayRecords {

    private final JdbcTemplate jdbc;
    private final String key;
    private final Place place;

    public StayRecords(JdbcTemplate jdbc, Place place) {
        this.jdbc = jdbc;
        this.key = place.id().value();
        this.place = place;
    }

    /** Every stay in a bed of one organisation's hospitals that began before the end and had not ended by the start. */
    public List<StayRecord> between(String organisation, Instant start, Instant end) {
        String[] sites = place.sites().stream()
                .filter(site -> site.organisation().value().equals(organisation))
                .map(Site::id)
                .map(id -> id.value())
                .toArray(String[]::new);
        Object[] span = {key, sites, end.atOffset(ZoneOffset.UTC), start.atOffset(ZoneOffset.UTC)};
        Map<String, List<ReadyPeriod>> periods = new HashMap<>();
        jdbc.query(
                "select c.stay, c.started_at, c.ended_at from ready_period c" + TOUCHING + " order by c.stay, c.number",
                row -> {
                    periods.computeIfAbsent(row.getString(1), stay -> new ArrayList<>())
                            .add(new ReadyPeriod(
                                    at(row.getObject(2, OffsetDateTime.class)),
                                    orNull(row.getObject(3, OffsetDateTime.class))));
                },
                span);
        Map<String, List<HoldUp>> chains = new HashMap<>();
        jdbc.query(
                "select c.stay, c.cause, c.started_at, c.ended_at from hold_up c" + TOUCHING
                        + " order by c.stay, c.number",
                row -> {
                    chains.computeIfAbsent(row.getString(1), stay -> new ArrayList<>())
                            .add(new HoldUp(
                                    row.getString(2),
                                    "",
                                    "",
                                    at(row.getObject(3, OffsetDateTime.class)),
                                    orNull(row.getObject(4, OffsetDateTime.class))));
                },
                span);
        return jdbc.query(
                """
                select s.id, s.person, s.site, s.admitted_at, s.discharged_at, f.pathway,
                       coalesce(f.destination_kind, '') as named, coalesce(f.told_destination, '') as told,
                       coalesce(p.residence, '') = 'care-home' as in_care_home,
                       coalesce(f.died, false) or (p.died_at is not null and s.discharged_at is not null
                           and p.died_at <= s.discharged_at + interval '1 hour') as died
                from spell s left join flow f on f.place = s.place and f.stay = s.id
                left join person p on p.place = s.place and p.id = s.person
                where s.place = ? and s.site = any (?) and s.state in ('ADMITTED', 'LEFT') and s.admitted_at < ?
                  and (s.discharged_at is null or s.discharged_at >= ?)
                order by s.admitted_at, s.id
                """,
                (row, n) -> new StayRecord(
                        row.getString("id"),
                        row.getString("person"),
                        organisation,
                        row.getString("site"),
                        at(row.getObject("admitted_at", OffsetDateTime.class)),
                        orNull(row.getObject("discharged_at", OffsetDateTime.class)),
                        row.getBoolean("died"),
                        destination(row),
                        row.getObject("pathway", Integer.class),
                        periods.getOrDefault(row.getString("id"), List.of()),
                        chains.getOrDefault(row.getString("id"), List.of())),
                span);
    }

    private static final String TOUCHING = """
         join spell s on s.place = c.place and s.id = c.stay
        where s.place = ? and s.site = any (?) and s.state in ('ADMITTED', 'LEFT') and s.admitted_at < ?
          and (s.discharged_at is null or s.discharged_at >= ?)
        """;

    /** Where they went: what staff named, else what the hospital's code says. */
    private static @Nullable DestinationKind destination(ResultSet row) throws SQLException {
        String named = row.getString("named");
        return named.isEmpty()
                ? DischargeCode.read(
                                row.getString("told"),
                                row.getObject("pathway", Integer.class),
                                row.getBoolean("in_care_home"))
                        .orElse(null)
                : DestinationKind.valueOf(named);
    }

    private static Instant at(@Nullable OffsetDateTime at) {
        return Objects.requireNonNull(at).toInstant();
    }

    private static @Nullable Instant orNull(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
