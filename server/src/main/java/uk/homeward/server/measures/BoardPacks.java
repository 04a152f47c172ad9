package uk.homeward.server.measures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.homeward.insight.measures.Grain;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.PlaceKey;

/** Keeps board packs and what was written in them. */
@Repository
class BoardPacks {

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    BoardPacks(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    List<BoardPack> list() {
        return jdbc.query(
                "select * from board_pack where place = ? order by made_at desc limit 200",
                (row, n) -> read(row),
                place.value());
    }

    Optional<BoardPack> find(String id) {
        return jdbc
                .query("select * from board_pack where place = ? and id = ?", (row, n) -> read(row), place.value(), id)
                .stream()
                .findFirst();
    }

    private static BoardPack read(ResultSet row) throws SQLException {
        return new BoardPack(
                row.getString("id"),
                row.getString("title"),
                Grain.valueOf(row.getString("grain")),
                row.getString("measures").lines().toList(),
                row.getString("words"),
                row.getString("by_name"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }

    /** Returns its id. */
    String make(String title, Grain grain, List<String> measures, String words, User by, Instant at) {
        String id = UUID.randomUUID().toString();
        jdbc.update(
                """
                insert into board_pack (place, id, title, grain, measures, words, by_id, by_name, made_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                place.value(),
                id,
                title,
                grain.name(),
                String.join("\n", measures),
                words,
                by.id(),
                by.name(),
                at.atOffset(ZoneOffset.UTC));
        return id;
    }

    /** Everything that was written in a pack, the newest first. */
    List<BoardPack.Comment> comments(String pack) {
        return jdbc.query(
                "select measure, words, by_name, at from board_comment where place = ? and pack = ? order by at desc",
                (row, n) -> new BoardPack.Comment(
                        row.getString("measure"),
                        row.getString("words"),
                        row.getString("by_name"),
                        row.getObject("at", OffsetDateTime.class).toInstant()),
                place.value(),
                pack);
    }

    void comment(String pack, String measure, String words, User by, Instant at) {
        jdbc.update("""
            insert into board_comment (place, pack, measure, at, words, by_id, by_name) values (?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """, place.value(), pack, measure, at.atOffset(ZoneOffset.UTC), words, by.id(), by.name());
    }
}
