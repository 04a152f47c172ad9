package uk.homeward.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.server.ServerTest;
import uk.homeward.server.time.PlaceTime;

class SealsTest extends ServerTest {

    private final Seals seals = bean(Seals.class);
    private final JournalCheck check = bean(JournalCheck.class);
    private final JdbcTemplate jdbc = bean(JdbcTemplate.class);
    private final JdbcTemplate owner = new JdbcTemplate(owner());
    private final PlaceTime time = bean(PlaceTime.class);

    @Test
    void seals_what_was_told_and_finds_it_sound() {
        toldBy(newId("org"));
        assertThat(check.check(Chain.JOURNAL).isSound()).isTrue();
        assertThat(check.check(Chain.JOURNAL).sealed()).isPositive();
    }

    @Test
    void names_the_row_that_was_edited() {
        long position = toldBy(newId("org"));
        tamper("update event set payload = replace(payload, 'Ada', 'Eve') where position = " + position);
        assertThat(check.check(Chain.JOURNAL).tampering())
                .extracting(Seals.Tampering::what)
                .containsExactly("event " + position + " was edited");
        tamper("update event set payload = replace(payload, 'Eve', 'Ada') where position = " + position);
        assertThat(check.check(Chain.JOURNAL).isSound()).isTrue();
    }

    @Test
    void names_the_row_that_was_deleted() {
        long position = toldBy(newId("org"));
        tamper("create table kept as select * from event where position = " + position);
        tamper("delete from event where position = " + position);
        assertThat(check.check(Chain.JOURNAL).tampering())
                .extracting(Seals.Tampering::what)
                .containsExactly("event " + position + " was deleted");
        tamper("insert into event overriding system value select * from kept");
        assertThat(check.check(Chain.JOURNAL).isSound()).isTrue();
    }

    @Test
    void finds_a_seal_that_was_changed() {
        String organisation = newId("org");
        toldBy(organisation);
        tamper("update seal set hash = sha256('forged') where organisation = '" + organisation + "'");
        assertThat(check.check(Chain.JOURNAL).tampering())
                .extracting(Seals.Tampering::what)
                .contains("the seal's signature is not ours");
        tamper("delete from seal where organisation = '" + organisation + "'");
        seals.seal(time.instant());
    }

    @AfterEach
    void forget() {
        owner.execute("drop table if exists kept");
    }

    private long toldBy(String organisation) {
        String person = newId("p");
        bean(Desk.class)
                .tellPerson(
                        person,
                        List.of(new PersonEvent.PersonRegistered(someone("Ada", "Example"))),
                        time.instant(),
                        new Actor("u", "U", "responder", organisation),
                        null);
        seals.seal(time.instant());
        Long position = jdbc.queryForObject("select position from event where subject_id = ?", Long.class, person);
        return position == null ? 0 : position;
    }

    /** As somebody with the rights of the database's owner could do it. */
    private void tamper(String sql) {
        owner.execute("set session_replication_role = replica; " + sql + "; set session_replication_role = origin");
    }
}
