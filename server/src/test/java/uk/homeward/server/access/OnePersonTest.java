package uk.homeward.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.server.ServerTest;
import uk.homeward.server.journal.Desk;

/** The second lock: the database itself shows no rows but those of the person whose record is read. */
class OnePersonTest extends ServerTest {

    private static final String NAMES_A_PERSON = """
        select table_name from information_schema.columns
        where table_schema = current_schema() and column_name = 'person' order by 1
        """;

    private final JdbcTemplate jdbc = bean(JdbcTemplate.class);
    private final TransactionTemplate transaction = bean(TransactionTemplate.class);
    private final OnePerson onePerson = bean(OnePerson.class);
    private final String ada = somebody("Ada");
    private final String bob = somebody("Bob");

    @Test
    void no_setting_no_row() {
        List<String> tables = jdbc.queryForList(NAMES_A_PERSON, String.class);

        assertThat(tables)
                .contains("person_note", "journey", "spell", "look")
                .allSatisfy(table -> assertThat(asReader("", "select count(*) from " + table))
                        .as(table)
                        .isZero());
        assertThat(asReader("", "select count(*) from person")).isZero();
        assertThat(asReader("", "select count(*) from message")).isZero();
        assertThat(asReader("", "select count(*) from resource where patient is not null"))
                .isZero();
        assertThat(asReader("", "select count(*) from event where subject_kind <> 'POOL'"))
                .isZero();
        assertThat(count("select count(*) from person_note where person in ('" + ada + "', '" + bob + "')"))
                .isEqualTo(2);
    }

    @Test
    void while_a_record_is_read_others_are_not_there() {
        Long notes = read(ada, "select count(*) from person_note");
        Long others = read(ada, "select count(*) from person where id <> '" + ada + "'");
        Long events = read(ada, "select count(*) from event where subject_id = '" + bob + "'");

        assertThat(List.of(notes, others, events)).containsExactly(1L, 0L, 0L);
    }

    @Test
    void who_was_found_to_be_the_same_person_is_read_too() {
        bean(Desk.class).tellPerson(bob, List.of(new PersonEvent.PersonMerged(ada)), Instant.now(), STAFF, null);

        assertThat(read(ada, "select count(*) from person_note")).isEqualTo(2);
        assertThat(read(bob, "select count(*) from person_note")).isEqualTo(1);
    }

    @Test
    void nothing_is_written_while_a_record_is_read() {
        assertThatThrownBy(() -> transaction.execute(status -> onePerson.read(
                        ada, false, () -> jdbc.update("update person_note set words = 'x' where person = ?", ada))))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void afterwards_everything_is_as_before() {
        Long all = transaction.execute(status -> {
            onePerson.read(ada, false, () -> 1);
            return count("select count(*) from person where id in ('" + ada + "', '" + bob + "')");
        });

        assertThat(all).isEqualTo(2);
    }

    private Long read(String person, String sql) {
        return Objects.requireNonNull(transaction.execute(status -> onePerson.read(person, false, () -> count(sql))));
    }

    private Long asReader(String person, String sql) {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.query(
                    "select set_config('homeward.person', ?, true), set_config('role', 'homeward_reader', true)",
                    row -> {},
                    person);
            return count(sql);
        }));
    }

    private Long count(String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
    }

    private static String somebody(String name) {
        String id = newId("one");
        bean(Desk.class)
                .tellPerson(
                        id,
                        List.of(
                                new PersonEvent.PersonRegistered(someone(name, "Lovell")),
                                new PersonEvent.AlertRaised("key-safe", "By the door")),
                        Instant.now(),
                        STAFF,
                        null);
        return id;
    }
}
