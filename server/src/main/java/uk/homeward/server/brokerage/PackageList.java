package uk.homeward.server.brokerage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.homeward.server.journal.PlaceKey;

/** Reads packages for the lists. */
@Repository
public class PackageList {

    private static final String LINES = """
        select p.*, coalesce(q.given || ' ' || q.family, '') as name,
               (select string_agg(e.what || case e.state when 'PAUSED' then ' (paused)' when 'WAITS' then ' (waits for approval)'
                    else '' end, '; ' order by e.element) from package_element e
                where e.place = p.place and e.package = p.id and e.state not in ('ENDED', 'NOT_APPROVED')) as what
        from package p left join person q on q.place = p.place and q.id = p.person
        where p.place = ?
        """;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    PackageList(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    /** One package in a list. */
    public record Line(
            String id,
            String person,
            String name,
            String what,
            double weekly,
            @Nullable LocalDate nextReview,
            String budget,
            String careState,
            boolean fastTrack,
            String careContact,
            @Nullable Instant careAskedAt,
            @Nullable Instant careDecidedAt,
            @Nullable Instant explainedAt,
            @Nullable Instant acknowledgedAt) {}

    /** Something that waits for approval; without a name, as those who agree money see none. */
    public record Waiting(
            String packageId,
            String element,
            String what,
            String kind,
            double weekly,
            String shares,
            LocalDate from,
            String waitsFor) {

        /** {@code council 60%, NHS 40%}. */
        public String paidBy() {
            return (shares.toLowerCase(Locale.UK).replace('_', ' ').replace(",", "%, ") + "%").replace("nhs", "NHS");
        }
    }

    /** Somebody for whom a provider gives something now. */
    public record Affected(
            String packageId,
            String person,
            String name,
            String element,
            String what,
            double hours,
            String state,
            String locality) {}

    List<Line> all(String name, int most) {
        List<Object> values = new ArrayList<>(List.of(place.value()));
        String narrowed = LINES;
        if (!name.isBlank()) {
            narrowed += " and lower(q.given || ' ' || q.family) like ?";
            values.add("%" + name.toLowerCase(java.util.Locale.ROOT).replaceAll("[%_\\\\]", "") + "%");
        }
        values.add(most);
        return jdbc.query(
                narrowed + " order by p.opened_at desc, p.id limit ?", (row, n) -> line(row), values.toArray());
    }

    /** Whose review is due by this day, the latest first. */
    List<Line> reviewsBy(LocalDate day, int most) {
        return jdbc.query(
                LINES
                        + " and p.next_review <= ? and exists (select 1 from package_element e where e.place = p.place"
                        + " and e.package = p.id and e.state not in ('ENDED', 'NOT_APPROVED')) order by p.next_review,"
                        + " p.id limit ?",
                (row, n) -> line(row),
                place.value(),
                day,
                most);
    }

    /** Continuing-care cases: those that wait for somebody first. */
    List<Line> continuingCare(int most) {
        return jdbc.query(
                LINES
                        + " and p.cc_asked_at is not null order by p.cc_decided_at is not null and"
                        + " (p.cc_acknowledged_at is not null or p.cc_state = 'ELIGIBLE'), p.cc_fast_track desc,"
                        + " p.cc_asked_at, p.id limit ?",
                (row, n) -> line(row),
                place.value(),
                most);
    }

    List<Waiting> waiting(int most) {
        return jdbc.query(
                "select package, element, what, kind, weekly, shares, from_day, waits_for from package_element where"
                        + " place = ? and waits_for <> '' and state = 'WAITS' order by from_day, package, element limit ?",
                (row, n) -> new Waiting(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getDouble(5),
                        row.getString(6),
                        row.getObject(7, LocalDate.class),
                        row.getString(8)),
                place.value(),
                most);
    }

    List<Affected> of(String provider) {
        return jdbc.query(
                """
                select e.package, p.person, coalesce(q.given || ' ' || q.family, ''), e.element, e.what, e.hours, e.state, p.locality
                from package_element e join package p on p.place = e.place and p.id = e.package
                left join person q on q.place = p.place and q.id = p.person
                where e.place = ? and e.provider = ? and e.state not in ('ENDED', 'NOT_APPROVED')
                order by 3, 1
                """,
                (row, n) -> new Affected(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getDouble(6),
                        row.getString(7),
                        row.getString(8)),
                place.value(),
                provider);
    }

    Optional<String> findOf(String person) {
        return jdbc
                .queryForList(
                        "select id from package where place = ? and person = ? order by opened_at desc limit 1",
                        String.class,
                        place.value(),
                        person)
                .stream()
                .findFirst();
    }

    private static Line line(ResultSet row) throws SQLException {
        String what = row.getString("what");
        return new Line(
                row.getString("id"),
                row.getString("person"),
                row.getString("name"),
                what == null ? "" : what,
                row.getDouble("weekly"),
                row.getObject("next_review", LocalDate.class),
                row.getString("budget"),
                row.getString("cc_state"),
                row.getBoolean("cc_fast_track"),
                row.getString("cc_contact"),
                at(row, "cc_asked_at"),
                at(row, "cc_decided_at"),
                at(row, "cc_explained_at"),
                at(row, "cc_acknowledged_at"));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
