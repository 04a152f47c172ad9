package uk.homeward.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.server.ServerTest;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.time.PlaceTime;

class RecordDoorTest extends ServerTest {

    private final String person = newId("looked-at");
    private final RecordDoor door = bean(RecordDoor.class);
    private final User triage = bean(DemoUsers.class).of(Role.TRIAGE_CLINICIAN);

    @Test
    void the_look_is_kept_in_the_same_transaction_as_the_read() {
        register();
        door.open(triage, person, "record", () -> {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isTrue();
            assertThat(looks()).as("written before the read, not yet committed").isEqualTo(1);
            return "read";
        });
        assertThat(looks()).isEqualTo(1);
    }

    @Test
    void a_read_that_fails_leaves_no_look_and_a_look_never_goes_without_its_read() {
        register();
        assertThatThrownBy(() -> door.open(triage, person, "record", () -> {
                    throw new IllegalStateException("the read failed");
                }))
                .hasMessage("the read failed");
        assertThat(looks()).isZero();
    }

    @Test
    void without_a_care_relationship_nothing_is_read_until_a_reason_is_kept() {
        register();
        User responder = bean(DemoUsers.class).of(Role.RESPONDER);
        assertThat(door.open(responder, person, "record", () -> {
                    throw new AssertionError("read");
                }))
                .isInstanceOf(RecordDoor.Closed.class);
        door.breakGlass(responder, person, "Found collapsed, no other way to learn of allergies");
        assertThat(door.open(responder, person, "record", () -> "read")).isInstanceOf(RecordDoor.Open.class);
        assertThat(bean(JdbcTemplate.class)
                        .queryForList("select what || ': ' || reason from look where person = ?", String.class, person))
                .contains("break-glass: Found collapsed, no other way to learn of allergies");
    }

    @Test
    void nobody_is_told_apart_from_closed() {
        assertThat(door.open(triage, "no-such-person", "record", () -> "read")).isInstanceOf(RecordDoor.Nobody.class);
    }

    private void register() {
        bean(Desk.class)
                .tellPerson(
                        person,
                        List.of(new PersonEvent.PersonRegistered(someone("Edith", "Lookedat"))),
                        bean(PlaceTime.class).instant(),
                        STAFF,
                        null);
    }

    private int looks() {
        Integer count = bean(JdbcTemplate.class)
                .queryForObject("select count(*) from look where person = ?", Integer.class, person);
        return count == null ? 0 : count;
    }
}
