package uk.homeward.server.access;

import java.util.function.Supplier;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.server.journal.PlaceKey;

/**
 * Lets the database show no rows but those of one person while their record is read: the second lock behind
 * {@link RecordDoor}. What forgets to ask for the right person reads nothing.
 */
@Component
@DependsOnDatabaseInitialization
class OnePerson {

    private static final String ENTER = """
        with recursive same(id) as (
            select id from person where place = ? and id = ?
            union select p.id from person p join same on p.place = ? and p.merged_into = same.id
        ), patients(id) as (
            select l.patient from patient_link l join same on l.place = ? and l.person = same.id
            union all
            select id from same where not exists (select 1 from patient_link where place = ? and patient = same.id)
        )
        select set_config('homeward.patients', coalesce((select string_agg(id, ' ') from patients), ''), true),
               set_config('homeward.sensitive', ?, true),
               set_config('homeward.person', coalesce(string_agg(id, ' '), ''), true),
               set_config('role', 'homeward_reader', true)
        from same
        """;
    private static final String LEAVE =
            "select set_config('role', 'none', true), set_config('homeward.sensitive', '', true),"
                    + " set_config('homeward.person', '', true),"
                    + " set_config('homeward.patients', '', true)";

    private static final String YES = "yes";

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final boolean apart;

    OnePerson(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
        this.apart = Boolean.TRUE.equals(jdbc.queryForObject("""
            select exists (select 1 from pg_roles where rolname = 'homeward_reader'
                           and pg_has_role(current_user, oid, 'member') and not (select rolsuper from pg_roles
                           where rolname = current_user))
            """, Boolean.class));
    }

    /**
     * Reads within the caller's transaction; who was found to be the same person counts as that person. Nothing can be
     * written meanwhile, and what is marked as sensitive is there only where {@code sensitive} says so. Where the operator keeps no two users apart, the database shows everything.
     */
    <T> T read(String person, boolean sensitive, Supplier<T> read) {
        if (!apart) {
            jdbc.query("select set_config('homeward.sensitive', ?, true)", row -> {}, sensitive ? YES : "");
            return read.get();
        }
        jdbc.query(
                ENTER,
                row -> {},
                place.value(),
                person,
                place.value(),
                place.value(),
                place.value(),
                sensitive ? YES : "");
        T result = read.get(); // if it fails, the transaction ends and the role with it
        jdbc.query(LEAVE, row -> {});
        return result;
    }
}
