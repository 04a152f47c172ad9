package uk.homeward.server.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import uk.homeward.foresight.engine.Findings;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.PlaceKey;

/** Keeps scenarios. Whoever made one sees it; others see it once it is shared. */
@Repository
class Scenarios {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS =
            "id, title, owner, owner_name, shared, made_at, changes, yaml, base, runs, seed, millis, result, as_is, fault";

    private final JdbcTemplate jdbc;
    private final PlaceKey key;

    Scenarios(JdbcTemplate jdbc, PlaceKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    List<ScenarioLine> list(User user) {
        return jdbc.query(
                """
                select id, title, owner, owner_name, shared, made_at, result is not null as played from scenario
                where place = ? and (owner = ? or shared) order by made_at desc limit 200
                """,
                (row, n) -> new ScenarioLine(
                        row.getString("id"),
                        row.getString("title"),
                        row.getString("owner_name"),
                        row.getString("owner").equals(user.id()),
                        row.getBoolean("shared"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("played")),
                key.value(),
                user.id());
    }

    /** Empty where there is none of this id that the user may see. */
    Optional<SavedScenario> find(String id, User user) {
        return jdbc
                .query(
                        "select " + COLUMNS + " from scenario where place = ? and id = ? and (owner = ? or shared)",
                        (row, n) -> read(row),
                        key.value(),
                        id,
                        user.id())
                .stream()
                .findFirst();
    }

    private static SavedScenario read(ResultSet row) throws SQLException {
        return new SavedScenario(
                row.getString("id"),
                row.getString("title"),
                row.getString("owner"),
                row.getString("owner_name"),
                row.getBoolean("shared"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("changes").lines().toList(),
                row.getString("yaml"),
                row.getString("base"),
                row.getInt("runs"),
                row.getLong("seed"),
                row.getInt("millis"),
                findings(row.getString("result")),
                findings(row.getString("as_is")),
                row.getString("fault"));
    }

    private static @Nullable Findings findings(@Nullable String text) {
        return text == null ? null : JSON.readValue(text, Findings.class);
    }

    @Transactional
    void add(SavedScenario s) {
        jdbc.update(
                """
                insert into scenario (place, id, title, owner, owner_name, shared, made_at, changes, yaml, base, runs, seed)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                key.value(),
                s.id(),
                s.title(),
                s.owner(),
                s.ownerName(),
                s.shared(),
                s.madeAt().atOffset(ZoneOffset.UTC),
                String.join("\n", s.changes()),
                s.yaml(),
                s.base(),
                s.runs(),
                s.seed());
    }

    @Transactional
    void played(String id, Findings result, Findings asIs, int millis) {
        jdbc.update(
                "update scenario set result = ?, as_is = ?, millis = ?, fault = null where place = ? and id = ?",
                JSON.writeValueAsString(result),
                JSON.writeValueAsString(asIs),
                millis,
                key.value(),
                id);
    }

    @Transactional
    void failed(String id, String fault) {
        jdbc.update("update scenario set fault = ? where place = ? and id = ?", fault, key.value(), id);
    }

    /** Names it anew and shares it or not; false for somebody else's. */
    @Transactional
    boolean keep(String id, User user, String title, boolean shared) {
        return jdbc.update(
                        "update scenario set title = ?, shared = ? where place = ? and id = ? and owner = ?",
                        title,
                        shared,
                        key.value(),
                        id,
                        user.id())
                == 1;
    }

    @Transactional
    boolean remove(String id, User user) {
        return jdbc.update("delete from scenario where place = ? and id = ? and owner = ?", key.value(), id, user.id())
                == 1;
    }
}
