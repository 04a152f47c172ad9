package uk.homeward.server.athome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.server.ServerTest;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.Role;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.Told;
import uk.homeward.server.time.PlaceTime;

class BoardsTest extends ServerTest {

    private final Desk desk = bean(Desk.class);
    private final Instant now = bean(PlaceTime.class).instant();
    private final String journey = newId("board");

    @Test
    void enablement_at_home_shows_visits_goals_outcome_and_days_used() {
        decided("Harold", "Athomely", "enable-at-home");
        tell(new JourneyCommand.StartStep(List.of()), now.minus(Duration.ofDays(9)));
        tell(new JourneyCommand.MeasureOutcome("Barthel", 12, JourneyEvent.When.START), now.minus(Duration.ofDays(9)));
        tell(new JourneyCommand.SetGoal("g1", "Make my own tea", null), now.minus(Duration.ofDays(8)));
        tell(new JourneyCommand.ReviewGoal("g1", 4, "Carries the pot"), now.minus(Duration.ofDays(8)));
        tell(new JourneyCommand.PlanVisit("v1", now, "Stairs"), now.minus(Duration.ofDays(2)));
        tell(new JourneyCommand.PlanVisit("v2", now, "Kitchen"), now.minus(Duration.ofDays(2)));
        tell(new JourneyCommand.MakeVisit("v1", "Went well"), now.minus(Duration.ofDays(1)));
        tell(new JourneyCommand.MissVisit("v2", "Out shopping"), now.minus(Duration.ofDays(1)));
        String page = get("/at-home?locality=south", "therapist").body();
        String row =
                page.substring(page.indexOf("Harold Athomely"), page.indexOf("/plan", page.indexOf("Harold Athomely")));
        assertThat(row)
                .contains("10 of 42")
                .contains("1 made of 2")
                .contains("1 missed")
                .contains("1, 4 of 10")
                .contains("Review due")
                .contains("Start: Barthel 12");
        assertThat(get("/at-home?locality=west", "therapist").body()).doesNotContain("Harold Athomely");
    }

    @Test
    void beds_show_who_waits_with_the_two_day_clock_and_then_who_is_there() {
        decided("Winifred", "Bedworthy", "enable-in-bed");
        String waiting = get("/beds", "therapist").body();
        assertThat(waiting.substring(waiting.indexOf("Winifred Bedworthy"), waiting.indexOf("id=\"centres\"")))
                .contains("in 47 hours");
        assertThat(waiting.indexOf("Winifred Bedworthy")).isLessThan(waiting.indexOf("id=\"centres\""));
        tell(new JourneyCommand.StartStep(List.of()), now.minus(Duration.ofMinutes(1)));
        String there = get("/beds", "therapist").body();
        assertThat(there.indexOf("Winifred Bedworthy")).isGreaterThan(there.indexOf("id=\"guests\""));
        assertThat(there.substring(there.indexOf("Winifred Bedworthy"))).contains("day 1 of 28");
    }

    @Test
    void overview_and_pathway_count_them_for_everybody_without_names() {
        decided("Secretive", "Nameless", "enable-in-bed");
        for (Role role : Role.values()) {
            String overview = get("/overview", role.word()).body();
            assertThat(overview)
                    .contains("How Birmingham and Solihull is doing now")
                    .contains("Enablement beds in five centres")
                    .contains("<svg")
                    .doesNotContain("Nameless");
            String pathway = get("/pathway", role.word()).body();
            assertThat(pathway).contains("<title id=\"pathway-title\">").contains("The same in words");
            assertThat(pathway).doesNotContain("Nameless");
        }
        assertThat(get("/pathway", "analyst").body()).containsPattern("Enablement bed</strong>: [^<]* waiting");
    }

    @Test
    void the_boards_are_for_those_who_give_care() {
        for (Role role : Role.values()) {
            int expected = Permission.READ_BOARDS.isOf(role) ? 200 : 403;
            assertThat(get("/at-home", role.word()).statusCode())
                    .as(role.title())
                    .isEqualTo(expected);
            assertThat(get("/beds", role.word()).statusCode()).as(role.title()).isEqualTo(expected);
        }
    }

    private void decided(String given, String family, String option) {
        String person = newId("board-person");
        Instant then = now.minus(Duration.ofDays(9)).minus(Duration.ofHours(2));
        desk.tellPerson(person, List.of(new PersonEvent.PersonRegistered(someone(given, family))), then, STAFF, null);
        desk.open(
                journey,
                bean(Pathways.class).first().id(),
                new JourneyCommand.Open(
                        person,
                        RouteId.of("professional"),
                        new Sender("gp", "M85001", "Dr Lee", ""),
                        "Slower since the winter",
                        Map.of("urgency", "soon", "locality", "south")),
                then,
                STAFF,
                null);
        tell(new JourneyCommand.Accept(), then);
        Instant decidedAt = option.equals("enable-in-bed") ? now.minus(Duration.ofMinutes(5)) : then;
        tell(
                new JourneyCommand.Decide(
                        OptionId.of(option), "Therapy will help", List.of("nurse", "physiotherapist"), "Home", null),
                decidedAt);
    }

    private void tell(JourneyCommand command, Instant at) {
        assertThat(desk.tell(journey, 0, command, at, new Actor("t", "T", "triage-clinician", "bchc"), null))
                .as(command.name())
                .isInstanceOf(Told.Done.class);
    }
}
