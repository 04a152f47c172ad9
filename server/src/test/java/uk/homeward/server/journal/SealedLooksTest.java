package uk.homeward.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.server.ServerTest;
import uk.homeward.server.access.Looks;
import uk.homeward.server.access.Role;
import uk.homeward.server.access.User;
import uk.homeward.server.time.PlaceTime;

/** Who looked at whose record cannot be changed without showing. */
class SealedLooksTest extends ServerTest {

    private final Seals seals = bean(Seals.class);
    private final JournalCheck check = bean(JournalCheck.class);
    private final Heads heads = bean(Heads.class);
    private final PlaceTime time = bean(PlaceTime.class);
    private final JdbcTemplate jdbc = bean(JdbcTemplate.class);
    private final JdbcTemplate owner = new JdbcTemplate(owner());
    private final String organisation = newId("org");

    @Test
    void the_servers_own_user_can_neither_change_nor_delete_a_look() {
        long look = lookSealed();
        assertThatThrownBy(() -> jdbc.update("update look set person = 'x' where number = ?", look))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied for table look");
        assertThatThrownBy(() -> jdbc.update("delete from look where number = ?", look))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied for table look");
    }

    @Test
    void names_the_look_that_was_edited() {
        long look = lookSealed();
        tamper("update look set actor_user = 'eve' where number = " + look);
        assertThat(found()).containsExactly("look " + look + " was edited");
        tamper("update look set actor_user = 'ada' where number = " + look);
        assertThat(found()).isEmpty();
    }

    @Test
    void names_the_look_that_was_deleted() {
        long look = lookSealed();
        tamper("create table kept_look as select * from look where number = " + look);
        tamper("delete from look where number = " + look);
        assertThat(found()).containsExactly("look " + look + " was deleted");
        tamper("insert into look overriding system value select * from kept_look");
        assertThat(found()).isEmpty();
    }

    @Test
    void names_the_look_that_was_put_in() {
        long look = lookSealed();
        lookSealed();
        long madeUp = 9_000_000_000L + look;
        tamper("insert into look overriding system value select place, " + madeUp
                + ", person, at, 'eve', actor_name, actor_role, organisation, what, reason, era, transaction from look"
                + " where number = " + look);
        assertThat(found()).containsExactly("look " + madeUp + " was put in afterwards");
        tamper("delete from look where number = " + madeUp);
    }

    @Test
    void a_look_that_was_moved_to_another_organisation_was_edited() {
        long look = lookSealed();
        String elsewhere = newId("org");
        tamper("update look set organisation = '" + elsewhere + "' where number = " + look);
        assertThat(found()).containsExactly("look " + look + " was edited");
        tamper("update look set organisation = '" + organisation + "' where number = " + look);
        tamper("delete from look_seal where organisation = '" + elsewhere
                + "'"); // it may have been sealed there meanwhile
        assertThat(found()).isEmpty();
    }

    @Test
    void heads_that_were_given_out_show_that_rows_and_seals_were_taken_away_together(@TempDir Path folder) {
        lookSealed();
        DailyHeads daily = new DailyHeads(heads, folder, time);
        daily.giveOut();
        LocalDate today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
        assertThat(folder.resolve("heads-" + today + ".csv")).isNotEmptyFile();
        assertThat(heads.missing(Chain.ACCESS, folder)).isEmpty();
        assertThat(heads.missing(Chain.JOURNAL, folder)).isEmpty();

        tamper("delete from look where organisation = '" + organisation
                + "'; delete from look_seal where organisation = '" + organisation + "'");
        assertThat(found()).as("nothing inside the database shows it").isEmpty();
        assertThat(heads.missing(Chain.ACCESS, folder))
                .extracting(Seals.Tampering::what)
                .containsExactly("the head that was given out in heads-" + today + ".csv no longer stands");
    }

    @AfterEach
    void forget() {
        owner.execute("drop table if exists kept_look");
    }

    private List<String> found() {
        return check.check(Chain.ACCESS).tampering().stream()
                .filter(t -> t.organisation().equals(organisation))
                .map(Seals.Tampering::what)
                .toList();
    }

    private long lookSealed() {
        String person = newId("p");
        bean(Looks.class).keep(new User("ada", "Ada", Role.RESPONDER, organisation, List.of()), person, "record", "");
        seals.seal(time.instant());
        Long number = jdbc.queryForObject("select number from look where person = ?", Long.class, person);
        return number == null ? 0 : number;
    }

    /** As somebody with the rights of the database's owner could do it. */
    private void tamper(String sql) {
        owner.execute("set session_replication_role = replica; " + sql + "; set session_replication_role = origin");
    }
}
