package uk.homeward.server.hospital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.FlowEvent.TaskKind;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.flow.FlowCommand;
import uk.homeward.server.journal.FlowTold;

class FlowDeskTest extends Ward {

    private final JdbcTemplate jdbc = bean(JdbcTemplate.class);

    private Map<String, Object> row(String stay) {
        return jdbc.queryForMap("select * from flow where stay = ?", stay);
    }

    private long events(String stay, String type) {
        Long count = jdbc.queryForObject(
                "select count(*) from event where subject_kind = 'FLOW' and subject_id = ? and type = ?",
                Long.class,
                stay,
                type);
        return count == null ? 0 : count;
    }

    @Test
    void somebody_who_is_admitted_stands_on_the_board_with_their_first_clock() {
        String stay = admitted(person("Ada", false), "2026-03-01T22:00");
        assertThat(row(stay)).containsEntry("ward", WARD).containsEntry("due_kind", "EXPECTED_DATE");
    }

    @Test
    void keeps_what_was_said_and_the_same_key_once() {
        String stay = admitted(person("Bea", false), "2026-03-01T10:00");
        FlowCommand date = new FlowCommand.SetDate(LocalDate.of(2026, 3, 6), "");
        FlowTold first = flows.tell(stay, 0, date, at("2026-03-02T09:00"), NURSE, "date-" + stay);
        FlowTold second = flows.tell(stay, 0, date, at("2026-03-02T09:00"), NURSE, "date-" + stay);
        assertThat(first)
                .isInstanceOfSatisfying(
                        FlowTold.Done.class, d -> assertThat(d.happened()).hasSize(1));
        assertThat(second)
                .isInstanceOfSatisfying(
                        FlowTold.Done.class, d -> assertThat(d.happened()).isEmpty());
        assertThat(events(stay, "DischargeDateSet")).isEqualTo(1);
        assertThat(row(stay).get("expected")).hasToString("2026-03-06");
    }

    @Test
    void keeps_a_refusal_and_repeats_it_for_the_same_key() {
        String stay = admitted(person("Cleo", false), "2026-03-01T10:00");
        FlowCommand vague = new FlowCommand.SetCriteria("back to baseline");
        FlowTold told = flows.tell(stay, 0, vague, at("2026-03-02T09:00"), NURSE, "vague-" + stay);
        assertThat(told).isInstanceOf(FlowTold.Refused.class);
        assertThat(flows.tell(stay, 0, vague, at("2026-03-02T09:00"), NURSE, "vague-" + stay))
                .isEqualTo(told);
        assertThat(events(stay, "FlowRefused")).isEqualTo(1);
    }

    @Test
    void tells_the_second_of_two_people_what_the_first_one_did() {
        String stay = admitted(person("Dora", false), "2026-03-01T10:00");
        say(stay, "2026-03-02T09:00", new FlowCommand.SetCriteria("walks with a frame"));
        say(stay, "2026-03-02T09:10", new FlowCommand.AddNote("daughter rang"));
        FlowTold late = flows.tell(stay, 1, ready(), at("2026-03-02T09:20"), NURSE, null);
        assertThat(late)
                .isInstanceOfSatisfying(
                        FlowTold.Conflict.class,
                        c -> assertThat(c.changed())
                                .singleElement()
                                .satisfies(r -> assertThat(r.event().type()).isEqualTo("FlowNoted")));
    }

    @Test
    void twenty_people_who_speak_at_once_are_all_heard() throws Exception {
        String stay = admitted(person("Elsa", false), "2026-03-01T10:00");
        try (ExecutorService staff = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<FlowTold>> all = java.util.stream.IntStream.range(0, 20)
                    .mapToObj(i -> (Callable<FlowTold>)
                            () -> say(stay, "2026-03-02T09:00", new FlowCommand.AddNote("note " + i)))
                    .toList();
            for (Future<FlowTold> told : staff.invokeAll(all)) {
                assertThat(told.get()).isInstanceOf(FlowTold.Done.class);
            }
        }
        assertThat(flows.find(stay).orElseThrow().version()).isEqualTo(20);
    }

    @Test
    void what_the_hospital_tells_later_is_read_together_with_what_staff_said() {
        String person = person("Fay", true);
        String stay = admitted(person, "2026-03-01T10:00");
        say(stay, "2026-03-03T09:00", ready());
        say(stay, "2026-03-03T09:30", new FlowCommand.NameHoldUp("no-home-support", ""));
        assertThat(row(stay)).containsEntry("hold_up", "no-home-support");
        moved(person, stay, "2026-03-04T23:30", "qehb-medical-ward-4");
        left(person, stay, "2026-03-06T11:00");
        assertThat(row(stay))
                .containsEntry("ward", "qehb-medical-ward-4")
                .containsEntry("night_moves", 1)
                .containsEntry("harms", 1)
                .containsEntry("delay_days", 3)
                .containsEntry("hold_up", "");
        assertThat(jdbc.queryForList("select ended_at from ready_period where stay = ?", stay))
                .hasSize(1);
        hospital(person, "2026-03-06T11:30", new SpellEvent.DischargeCancelled(person, SITE, visit(stay), WARD));
        assertThat(row(stay)).containsEntry("left_at", null).containsEntry("hold_up", "no-home-support");
    }

    @Test
    void several_things_at_once_stand_together_and_end_at_the_first_refusal() {
        String stay = admitted(person("Gwen", false), "2026-03-01T10:00");
        FlowTold told = flows.tellAll(
                stay,
                List.of(
                        new uk.homeward.server.journal.FlowDesk.Dated(ready(), at("2026-03-03T09:00")),
                        new uk.homeward.server.journal.FlowDesk.Dated(
                                new FlowCommand.NameHoldUp("cleaning", ""), at("2026-03-03T09:05")),
                        new uk.homeward.server.journal.FlowDesk.Dated(
                                new FlowCommand.AddNote("never written"), at("2026-03-03T09:10"))),
                NURSE,
                null);
        assertThat(refused(told)).isEqualTo("cause-unknown");
        assertThat(events(stay, "CriteriaReviewed")).isEqualTo(1);
        assertThat(events(stay, "FlowNoted")).isZero();
    }

    @Test
    void a_stay_that_nobody_told_of_cannot_be_spoken_of() {
        assertThatThrownBy(() -> say("uhb/nobody/V0", "2026-03-02T09:00", ready()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("uhb/nobody/V0");
    }

    @Test
    void the_projections_are_what_a_rebuild_from_the_journal_gives() {
        String person = person("Hedy", true);
        String stay = admitted(person, "2026-03-01T10:00");
        say(stay, "2026-03-02T09:00", new FlowCommand.SetDate(LocalDate.of(2026, 3, 5), ""));
        say(stay, "2026-03-03T09:00", ready());
        say(stay, "2026-03-03T10:00", new FlowCommand.NameHoldUp("medicines", ""));
        say(stay, "2026-03-03T10:00", new FlowCommand.AskTask("t1", TaskKind.MEDICINES, "", "", null));
        Map<String, Object> stood = row(stay);
        List<Map<String, Object>> chain = jdbc.queryForList("select * from hold_up where stay = ?", stay);
        jdbc.update("delete from flow where stay = ?", stay);
        jdbc.update("delete from hold_up where stay = ?", stay);
        flows.rebuild(stay);
        assertThat(row(stay)).isEqualTo(stood);
        assertThat(jdbc.queryForList("select * from hold_up where stay = ?", stay))
                .isEqualTo(chain);
    }
}
