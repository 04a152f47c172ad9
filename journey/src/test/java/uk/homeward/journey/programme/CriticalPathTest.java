package uk.homeward.journey.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.homeward.journey.programme.Telling.all;
import static uk.homeward.journey.programme.Telling.day;
import static uk.homeward.journey.programme.Telling.milestone;
import static uk.homeward.journey.programme.Telling.programme;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.event.ProgrammeEvent.MilestoneForecast;
import uk.homeward.journey.event.ProgrammeEvent.MilestoneReached;
import uk.homeward.journey.programme.CriticalPath.Stop;

/** Two strands, a (design, staff) and b (rooms), that meet in opening: which of them decides the day? */
class CriticalPathTest {

    private static final LocalDate TODAY = day("2018-01-01");
    private final Programme plan = programme(
            "home",
            milestone("design", "2018-02-01"),
            milestone("staff", "2018-05-01", "design"),
            milestone("rooms", "2018-03-01", "design"),
            milestone("opening", "2018-06-01", "staff", "rooms"));

    @Test
    void the_longest_chain_is_critical_and_the_other_has_slack() {
        CriticalPath path = CriticalPath.of(all(plan), "home", TODAY);

        assertThat(drawn(path)).isEqualTo("""
            *design 2018-02-01 +0
             rooms 2018-03-01 +61
            *staff 2018-05-01 +0
            *opening 2018-06-01 +0
            """);
        assertThat(path.end()).contains(day("2018-06-01"));
    }

    @Test
    void what_is_late_pushes_what_waits_for_it_by_the_work_between() {
        Programme late = programme(
                "home",
                milestone("design", "2018-02-01"),
                milestone("staff", "2018-05-01", "design"),
                milestone("rooms", "2018-03-01", "design"),
                milestone("opening", "2018-06-01", "staff", "rooms"),
                new MilestoneForecast("rooms", day("2018-07-01"), "asbestos"));

        // opening was planned 31 days after the last of what it waits for
        assertThat(drawn(CriticalPath.of(all(late), "home", TODAY))).isEqualTo("""
             design 2018-02-01 +61
             staff 2018-05-01 +61
            *rooms 2018-07-01 +0
            *opening 2018-08-01 +0
            """);
    }

    @Test
    void what_was_not_reached_cannot_be_expected_before_today() {
        CriticalPath path = CriticalPath.of(all(plan), "home", day("2018-04-01"));

        assertThat(path.find("home/design")).map(Stop::expected).contains(day("2018-04-01"));
        assertThat(path.end()).contains(day("2018-07-30")); // 1 April, 89 days to staff, 31 to opening
    }

    @Test
    void what_was_reached_keeps_its_day() {
        Programme reached = programme(
                "home",
                milestone("design", "2018-02-01"),
                milestone("staff", "2018-05-01", "design"),
                new MilestoneReached("design", day("2018-01-20"), ""));

        assertThat(drawn(CriticalPath.of(all(reached), "home", day("2018-03-01"))))
                .isEqualTo("""
                     design 2018-01-20 +12
                    *staff 2018-05-01 +0
                    """);
    }

    @Test
    void a_milestone_can_wait_for_one_of_another_programme() {
        Programme digital = programme("digital", milestone("record", "2018-09-01"));
        Programme team = programme(
                "team", milestone("formed", "2018-03-01"), milestone("sharing", "2018-04-01", "digital/record"));

        assertThat(drawn(CriticalPath.of(all(digital, team), "team", TODAY))).isEqualTo("""
             formed 2018-03-01 +184
            *record 2018-09-01 +0
            *sharing 2018-09-01 +0
            """);
    }

    @Test
    void milestones_that_wait_for_each_other_end_nevertheless() {
        Programme circle = programme("home", milestone("a", "2018-02-01", "b"), milestone("b", "2018-03-01", "a"));

        assertThat(CriticalPath.of(all(circle), "home", TODAY).stops()).hasSize(2);
    }

    private static String drawn(CriticalPath path) {
        return path.stops().stream()
                .map(s ->
                        (s.critical() ? "*" : " ") + s.milestone().id() + " " + s.expected() + " +" + s.slack() + "\n")
                .collect(Collectors.joining());
    }
}
