package uk.homeward.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.homeward.server.journal.PlaceKey;

/** The queue of pairs that somebody has to look at, and what was answered lately. */
@Repository
public class DoubtQueue {

    static final int MOST = 100;

    private static final String COLUMNS = """
        select d.one, d.other, a.given || ' ' || a.family as one_name, b.given || ' ' || b.family as other_name,
            d.bits, d.words, d.state, d.asked_at, d.asked_by, d.settled_at, d.settled_by, d.reason
        from match_doubt d
        join person a on a.place = d.place and a.id = d.one
        join person b on b.place = d.place and b.id = d.other
        """;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    DoubtQueue(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    /** A pair of the queue. */
    public record Line(
            String one,
            String other,
            String oneName,
            String otherName,
            double bits,
            String words,
            String state,
            @Nullable Instant askedAt,
            String askedBy,
            @Nullable Instant settledAt,
            String settledBy,
            String reason) {}

    /** Those that wait: likeliest first, those that were put off last. A pair of which one gave way meanwhile waits no more. */
    List<Line> waiting(String name) {
        return jdbc.query(COLUMNS + """
            where d.place = ? and d.state in ('OPEN', 'PUT_OFF') and a.merged_into is null and b.merged_into is null
                and (a.search like ? or b.search like ?)
            order by d.state, d.bits desc, d.asked_at limit ?
            """, (row, n) -> line(row), place.value(), like(name), like(name), MOST);
    }

    /** What was answered, newest first. */
    List<Line> settled(String name) {
        return jdbc.query(COLUMNS + """
            where d.place = ? and d.state in ('SAME', 'DIFFERENT') and (a.search like ? or b.search like ?)
            order by d.settled_at desc limit ?
            """, (row, n) -> line(row), place.value(), like(name), like(name), MOST);
    }

    /** Records that gave way to this one, with who said so; empty words where a hospital did. */
    List<Line> joinedTo(String person) {
        return jdbc.query("""
            select b.merged_into as one, b.id as other, a.given || ' ' || a.family as one_name,
                b.given || ' ' || b.family as other_name, coalesce(d.bits, 0) as bits, coalesce(d.words, '') as words,
                'SAME' as state, d.asked_at, coalesce(d.asked_by, '') as asked_by, d.settled_at,
                coalesce(d.settled_by, '') as settled_by, coalesce(d.reason, '') as reason
            from person b
            join person a on a.place = b.place and a.id = b.merged_into
            left join match_doubt d on d.place = b.place and d.state = 'SAME'
                and d.id = least(a.id collate "C", b.id collate "C") || '|' || greatest(a.id collate "C", b.id collate "C")
            where b.place = ? and b.merged_into = ? order by b.id
            """, (row, n) -> line(row), place.value(), person);
    }

    /** Those of whom it was said that they are another person. */
    Set<String> differentFrom(String person) {
        return Set.copyOf(jdbc.queryForList(
                "select case when one = ? then other else one end from match_doubt"
                        + " where place = ? and state = 'DIFFERENT' and (one = ? or other = ?)",
                String.class,
                person,
                place.value(),
                person,
                person));
    }

    private static String like(String name) {
        String plain = name.strip()
                .toLowerCase(java.util.Locale.ROOT)
                .replace("%", "")
                .replace("_", "")
                .replace("\\", "");
        return "%" + plain + "%";
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("one"),
                row.getString("other"),
                row.getString("one_name"),
                row.getString("other_name"),
                row.getDouble("bits"),
                row.getString("words"),
                row.getString("state"),
                instant(row, "asked_at"),
                row.getString("asked_by"),
                instant(row, "settled_at"),
                row.getString("settled_by"),
                row.getString("reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
