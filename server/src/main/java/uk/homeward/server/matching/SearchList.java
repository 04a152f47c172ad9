package uk.homeward.server.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.homeward.journey.event.SearchEvent.Urgency;
import uk.homeward.journey.place.ProviderKind;
import uk.homeward.server.journal.PlaceKey;

/** Reads searches for the lists. */
@Repository
public class SearchList {

    private static final String LINES = """
        select s.*, p.given || ' ' || p.family as name, o.provider as offered_to, o.until, o.state as offer_state,
               coalesce(o.question <> '' and o.answer = '' and o.state = 'WAITING', false) as asks
        from search s join person p on p.place = s.place and p.id = s.person
        left join lateral (select * from search_offer o where o.place = s.place and o.search = s.id
            and o.state in ('WAITING', 'ACCEPTED') order by o.offered_at desc limit 1) o on true
        where s.place = ?
        """;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    SearchList(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    /** Searches that go on; escalated and urgent ones first, then who has waited longest. */
    List<SearchLine> open(int most) {
        return jdbc.query(
                LINES + " and s.ended_at is null order by s.escalated_at nulls last, case s.urgency when 'URGENT' then"
                        + " 0 when 'SOON' then 1 else 2 end, s.opened_at, s.id limit ?",
                (row, n) -> line(row),
                place.value(),
                most);
    }

    /** Searches that go on and were refused so often that nobody senior may overlook them. */
    List<SearchLine> escalated() {
        return jdbc.query(
                LINES
                        + " and s.ended_at is null and s.escalated_at is not null order by s.escalated_at, s.id limit"
                        + " 100",
                (row, n) -> line(row),
                place.value());
    }

    /** What is over, the latest first. */
    List<SearchLine> over(int most) {
        return jdbc.query(
                LINES + " and s.ended_at is not null order by s.ended_at desc, s.id limit ?",
                (row, n) -> line(row),
                place.value(),
                most);
    }

    /** The search of this person that goes on; empty if there is none. */
    public Optional<String> findOpen(String person) {
        return jdbc
                .queryForList(
                        "select id from search where place = ? and person = ? and ended_at is null"
                                + " order by opened_at desc limit 1",
                        String.class,
                        place.value(),
                        person)
                .stream()
                .findFirst();
    }

    private static SearchLine line(ResultSet row) throws SQLException {
        String setting = row.getString("setting");
        return new SearchLine(
                row.getString("id"),
                row.getString("person"),
                row.getString("name"),
                row.getString("stay"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                setting.isEmpty() ? null : ProviderKind.valueOf(setting),
                Urgency.valueOf(row.getString("urgency")),
                row.getInt("fitting"),
                row.getString("chosen"),
                row.getInt("refusals"),
                at(row, "escalated_at"),
                row.getString("taken_on_by"),
                row.getString("state"),
                row.getString("placed_at"),
                row.getObject("placed_from", LocalDate.class),
                text(row.getString("offered_to")),
                at(row, "until"),
                text(row.getString("offer_state")),
                row.getBoolean("asks"));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
