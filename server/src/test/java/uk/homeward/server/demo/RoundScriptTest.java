package uk.homeward.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.pathway.Step;
import uk.homeward.server.ServerTest;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.FlowDesk;
import uk.homeward.server.journal.FlowTold;
import uk.homeward.server.journal.Stays;

/** What the demo's made-up wards say of a stay, told to the desk as they tell it. */
class RoundScriptTest extends ServerTest {

    private static final Instant ADMITTED = Instant.parse("2026-02-02T18:00:00Z");
    private static final Actor WARD = Actor.system("ward-rounds", "uhb");

    private final FlowDesk flows = bean(FlowDesk.class);
    private final Stays stays = bean(Stays.class);
    private final RoundScript script = new RoundScript(new Luck(7));

    private String admitted() {
        String person = newId("rounds");
        bean(Desk.class)
                .tellPerson(
                        person,
                        List.of(new PersonEvent.PersonRegistered(someone("Rita", "Rounds"))),
                        ADMITTED,
                        STAFF,
                        null);
        SpellEvent bed = new SpellEvent.Admitted(person, "qehb", newId("R"), "qehb-medical-ward-1/A/1");
        return stays.tell("uhb", person, List.of(bed), ADMITTED, WARD)
                .orElseThrow()
                .id();
    }

    private Flow flow(String stay) {
        return flows.find(stay).orElseThrow();
    }

    private static Instant after(double days) {
        return ADMITTED.plus(Duration.ofMinutes(Math.round(days * 24 * 60)));
    }

    @Test
    void forty_stays_are_told_day_by_day_and_nothing_is_refused_or_said_twice() {
        for (int i = 0; i < 40; i++) {
            String stay = admitted();
            Instant readyAt = after(4 + i % 5 + 0.6);
            for (double day = 0.2; day < 12; day += 0.7) {
                Instant now = after(day);
                Bedside bedside = now.isBefore(readyAt)
                        ? Bedside.UNKNOWN
                        : new Bedside(
                                readyAt,
                                List.of(new Bedside.Cause(readyAt.plusSeconds(50_000), "no-home-support")),
                                Step.Setting.HOME);
                List<FlowDesk.Dated> due = script.due(flow(stay), bedside, now);
                assertThat(due).allMatch(dated -> !dated.at().isAfter(now));
                assertThat(flows.tellAll(stay, due, WARD, null)).isInstanceOf(FlowTold.Done.class);
                assertThat(script.due(flow(stay), bedside, now))
                        .as("said twice")
                        .isEmpty();
            }
            Flow flow = flow(stay);
            assertThat(flow.expectedDay()).isPresent();
            assertThat(flow.readySince()).isPresent();
            assertThat(flow.pathway()).contains(1);
            assertThat(flow.isByHand()).isFalse();
        }
    }

    @Test
    void a_stay_that_is_over_is_told_at_once() {
        String stay = admitted();
        Flow here = flow(stay);
        stays.tell(
                "uhb",
                here.spell().person(),
                List.of(new SpellEvent.Discharged(
                        here.spell().person(), "qehb", here.spell().visit(), "19")),
                after(7.5),
                WARD);
        Bedside bedside = new Bedside(after(6), List.of(), null);
        List<FlowDesk.Dated> due = script.due(flow(stay), bedside, after(20));
        assertThat(flows.tellAll(stay, due, WARD, null)).isInstanceOf(FlowTold.Done.class);
        assertThat(flow(stay).ready(after(20)).orElseThrow().days()).isBetween(1L, 2L);
        assertThat(script.due(flow(stay), bedside, after(20))).isEmpty();
    }
}
