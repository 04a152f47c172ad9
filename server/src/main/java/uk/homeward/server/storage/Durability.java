package uk.homeward.server.storage;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Refuses a database that would lose what it has acknowledged. */
public final class Durability {

    private static final List<String> MUST_BE_ON = List.of("fsync", "full_page_writes");

    private Durability() {}

    /** Throws {@link StorageFailure} unless everything that makes a commit durable is on. */
    public static void require(JdbcTemplate jdbc) {
        for (String setting : MUST_BE_ON) {
            String value = show(jdbc, setting);
            if (!value.equals("on")) {
                throw weak(setting, value);
            }
        }
        String commit = show(jdbc, "synchronous_commit");
        if (commit.equals("off") || commit.equals("local")) {
            throw weak("synchronous_commit", commit);
        }
    }

    private static StorageFailure weak(String setting, String value) {
        return new StorageFailure("the database would lose acknowledged work: " + setting + " is (" + value
                + "). Maybe: set " + setting + " = on in postgresql.conf and reload");
    }

    private static String show(JdbcTemplate jdbc, String setting) {
        String value = jdbc.queryForObject("select current_setting(?)", String.class, setting);
        return value == null ? "unknown" : value;
    }
}
