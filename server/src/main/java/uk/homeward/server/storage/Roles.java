package uk.homeward.server.storage;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The users of the database. Who owns the schema migrates it; the server works as {@code app}, who can change nothing that is
 * append-only; a person's record is read as {@code reader}, who sees the rows of one person.
 */
final class Roles {

    static final String APP = "homeward_app";
    static final String READER = "homeward_reader";

    private Roles() {}

    /**
     * Sees that both exist, and that the server may act as the reader. Row-level security binds the reader only: what the
     * server writes for everybody goes past it.
     *
     * @param owner a superuser
     * @param password of hexadecimal digits
     */
    static void prepare(JdbcTemplate owner, String password) {
        create(owner, READER, "nologin");
        create(owner, APP, "login");
        owner.execute("alter role " + APP + " bypassrls password '" + password + "'");
        owner.execute("grant " + READER + " to " + APP);
    }

    private static void create(JdbcTemplate owner, String role, String kind) {
        Boolean there =
                owner.queryForObject("select exists (select 1 from pg_roles where rolname = ?)", Boolean.class, role);
        if (!Boolean.TRUE.equals(there)) {
            owner.execute("create role " + role + " " + kind);
        }
    }
}
