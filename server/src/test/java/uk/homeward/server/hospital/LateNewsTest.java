package uk.homeward.server.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.flow.FlowCommand;
import uk.homeward.server.access.Role;
import uk.homeward.server.capacity.UnitsNow;

/** A hospital's message may come hours after what it tells: boards and beds then stand as if it had come in time. */
class LateNewsTest extends Ward {

    private static final String QUIET = "qehb-stroke-unit"; // no other test puts anybody there

    private Map<String, Object> row(String stay) {
        return bean(JdbcTemplate.class).queryForMap("select * from flow where stay = ?", stay);
    }

    private double free() {
        return bean(UnitsNow.class).ofWard(QUIET).orElseThrow().room().free();
    }

    private String board() {
        return visitor(Role.HUB).get("/wards/" + QUIET);
    }

    @Test
    void an_admission_that_is_told_late_stands_with_the_clocks_of_its_own_time() {
        String early = admitted(person("Prue", false), WARD, "2026-03-01T22:00");
        admitted(person("Later", false), WARD, "2026-03-09T10:00");
        String late = admitted(person("Pia", false), WARD, "2026-03-01T22:00"); // told after news of a week later

        assertThat(row(late).get("due_kind")).isEqualTo(row(early).get("due_kind"));
        assertThat(row(late).get("due_at")).isEqualTo(row(early).get("due_at"));
    }

    @Test
    void a_discharge_that_is_told_late_takes_back_what_was_counted_since() {
        double before = free();
        String person = person("Queenie", false);
        String stay = admitted(person, QUIET, "2026-03-01T10:00");
        assertThat(board()).contains("Queenie Flow");
        assertThat(free()).isEqualTo(before - 1);
        say(stay, "2026-03-02T09:00", new FlowCommand.Review(true, "", true, ""));
        say(stay, "2026-03-04T09:00", ready());
        say(stay, "2026-03-04T10:00", new FlowCommand.NameHoldUp("p1-social-full", ""));
        assertThat(row(stay).get("ready_since")).isNotNull();

        left(person, stay, "2026-03-03T15:00"); // the day before the ward said that they were ready

        assertThat(row(stay).get("ready_since"))
                .as("nobody is ready after they left")
                .isNull();
        assertThat(bean(JdbcTemplate.class).queryForList("select 1 from ready_period where stay = ?", stay))
                .isEmpty();
        assertThat(board()).doesNotContain("Queenie Flow");
        assertThat(visitor(Role.HUB).get("/hub")).doesNotContain("Queenie Flow");
        assertThat(free()).isEqualTo(before);
    }

    @Test
    void a_move_that_is_told_late_does_not_take_them_back_to_where_they_were() {
        String person = person("Rhoda", false);
        String stay = admitted(person, WARD, "2026-03-01T10:00");
        moved(person, stay, "2026-03-03T10:00", QUIET);
        moved(person, stay, "2026-03-02T10:00", "qehb-frailty-unit"); // an earlier one, told afterwards

        assertThat(bean(JdbcTemplate.class).queryForObject("select ward from spell where id = ?", String.class, stay))
                .isEqualTo(QUIET);
        assertThat(row(stay).get("moves")).as("both moves count").isEqualTo(2);
        left(person, stay, "2026-03-04T10:00");
    }
}
