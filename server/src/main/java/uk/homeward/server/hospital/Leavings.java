package uk.homeward.server.hospital;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.homeward.journey.flow.FlowPlace;
import uk.homeward.journey.flow.Limits;
import uk.homeward.server.journal.PlaceKey;

/** Reads who left the hospitals, and how it went. */
@Repository
public class Leavings {

    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final FlowPlace place;

    Leavings(JdbcTemplate jdbc, PlaceKey key, FlowPlace place) {
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
    }

    /**
     * One person who left.
     *
     * @param delayDays days from the discharge-ready date; null if none was recorded
     */
    public record Leaving(
            String stay,
            String name,
            String site,
            String ward,
            Instant leftAt,
            boolean livesAlone,
            @Nullable LocalDate expected,
            @Nullable Integer delayDays,
            @Nullable Integer pathway,
            String destination,
            String arrivalCheck,
            @Nullable Instant arrivedAt,
            @Nullable Instant summarySentAt,
            @Nullable Instant summaryReadAt) {

        public String address() {
            return "/stays/" + StayRef.encode(stay);
        }

        /** True if they left before midday. */
        public boolean isEarly(ZoneId zone) {
            return leftAt.atZone(zone).toLocalTime().isBefore(LocalTime.NOON);
        }

        /** True if they came home late, live alone, and nobody has looked in yet. */
        public boolean isUnseen(ZoneId zone) {
            LocalTime time = leftAt.atZone(zone).toLocalTime();
            boolean late = !time.isBefore(Limits.LATE_FROM) || time.isBefore(Limits.LATE_UNTIL);
            return livesAlone && late && arrivedAt == null;
        }
    }

    /** Who left a bed in these hospitals on a local day, the last first. */
    List<Leaving> on(LocalDate day, List<String> sites) {
        return jdbc.query(
                """
                select s.id, p.given || ' ' || p.family as name, s.site, coalesce(s.location, '') as location,
                       s.discharged_at, p.lives_alone, f.expected, f.delay_days, f.pathway,
                       coalesce(f.destination, '') as destination, coalesce(f.arrival_check, '') as arrival_check,
                       f.arrival_checked_at, f.summary_sent_at, f.summary_read_at
                from spell s join person p on p.place = s.place and p.id = s.person
                left join flow f on f.place = s.place and f.stay = s.id
                where s.place = ? and s.site = any (?) and s.discharged_at >= ? and s.discharged_at < ?
                  and s.admitted_at is not null and s.state = 'LEFT'
                order by s.discharged_at desc, s.id
                """,
                (row, n) -> leaving(row),
                key.value(),
                sites.toArray(String[]::new),
                place.at(day, 0).atOffset(ZoneOffset.UTC),
                place.at(day.plusDays(1), 0).atOffset(ZoneOffset.UTC));
    }

    private static Leaving leaving(ResultSet row) throws SQLException {
        String location = row.getString("location");
        return new Leaving(
                row.getString("id"),
                row.getString("name"),
                row.getString("site"),
                location.split("/", 2)[0],
                Objects.requireNonNull(StayLines.at(row, "discharged_at")),
                row.getBoolean("lives_alone"),
                row.getObject("expected", LocalDate.class),
                row.getObject("delay_days", Integer.class),
                row.getObject("pathway", Integer.class),
                row.getString("destination"),
                row.getString("arrival_check"),
                StayLines.at(row, "arrival_checked_at"),
                StayLines.at(row, "summary_sent_at"),
                StayLines.at(row, "summary_read_at"));
    }
}
