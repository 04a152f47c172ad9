package uk.homeward.journey.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.homeward.journey.programme.Telling.all;
import static uk.homeward.journey.programme.Telling.day;
import static uk.homeward.journey.programme.Telling.milestone;
import static uk.homeward.journey.programme.Telling.programme;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.event.ProgrammeEvent;
import uk.homeward.journey.event.ProgrammeEvent.ActionClosed;
import uk.homeward.journey.event.ProgrammeEvent.ActionSet;
import uk.homeward.journey.event.ProgrammeEvent.Better;
import uk.homeward.journey.event.ProgrammeEvent.DecisionTaken;
import uk.homeward.journey.event.ProgrammeEvent.DependencySet;
import uk.homeward.journey.event.ProgrammeEvent.MilestoneDropped;
import uk.homeward.journey.event.ProgrammeEvent.MilestoneForecast;
import uk.homeward.journey.event.ProgrammeEvent.MilestoneReached;
import uk.homeward.journey.event.ProgrammeEvent.OutcomeSet;

class ProgrammeRulesTest {

    private static final LocalDate TODAY = day("2018-04-01");

    @Test
    void a_target_needs_a_date() {
        assertThat(refused(programme("p"), outcome(10.0, "2016-10-31", 5.0, null)))
                .isEqualTo("target-without-date");
        assertThat(refused(programme("p"), outcome(10.0, "2016-10-31", 5.0, "2021-03-31")))
                .isEmpty();
    }

    @Test
    void a_baseline_needs_a_date_before_that_of_the_target() {
        assertThat(refused(programme("p"), outcome(10.0, null, 5.0, "2021-03-31")))
                .isEqualTo("baseline-without-date");
        assertThat(refused(programme("p"), outcome(10.0, "2021-03-31", 5.0, "2021-03-31")))
                .isEqualTo("dates-in-order");
    }

    @Test
    void a_measure_must_be_known() {
        OutcomeSet unknown =
                new OutcomeSet("o", "Outcome", "%", "no-such", "", Better.HIGHER, null, null, "", null, null, "");
        assertThat(refused(programme("p"), unknown)).isEqualTo("unknown-measure");
    }

    @Test
    void milestones_may_not_wait_for_each_other_in_a_circle() {
        Programme p = programme(
                "p",
                milestone("a", "2018-05-01"),
                milestone("b", "2018-06-01", "a"),
                milestone("c", "2018-07-01", "b"));

        assertThat(refused(p, milestone("a", "2018-08-01", "c"))).isEqualTo("dependency-circle");
        assertThat(refused(p, milestone("a", "2018-08-01", "a"))).isEqualTo("dependency-circle");
        assertThat(refused(p, milestone("d", "2018-08-01", "c"))).isEmpty();
    }

    @Test
    void nor_by_way_of_another_programme() {
        Programme p = programme("p", milestone("a", "2018-05-01", "q/x"));
        Programme q = programme("q", milestone("x", "2018-05-01"));

        var rules = new ProgrammeRules(all(p, q), m -> true, TODAY);

        assertThat(rules.refuses(q, milestone("x", "2018-06-01", "p/a")))
                .map(Refused::code)
                .contains("dependency-circle");
    }

    @Test
    void dates_follow_what_is_waited_for() {
        Programme p = programme("p", milestone("a", "2018-05-01"), milestone("b", "2018-06-01", "a"));

        assertThat(refused(p, milestone("c", "2018-04-30", "a"))).isEqualTo("dates-in-order");
        assertThat(refused(p, new MilestoneForecast("b", day("2018-04-15"), "early")))
                .isEqualTo("dates-in-order");
        assertThat(refused(p, new MilestoneForecast("b", day("2018-09-15"), "late")))
                .isEmpty();
    }

    @Test
    void nothing_is_reached_ahead_of_time_or_twice() {
        Programme p = programme(
                "p",
                milestone("a", "2018-05-01"),
                milestone("b", "2018-06-01", "a"),
                new MilestoneReached("a", day("2018-03-01"), ""));

        assertThat(refused(p, new MilestoneReached("b", day("2018-04-02"), ""))).isEqualTo("not-yet");
        assertThat(refused(p, new MilestoneReached("a", day("2018-03-02"), ""))).isEqualTo("already-reached");
        assertThat(refused(p, new MilestoneReached("z", day("2018-03-02"), ""))).isEqualTo("unknown-milestone");
        assertThat(refused(p, new MilestoneDropped("a", "not needed"))).isEqualTo("something-waits");
    }

    @Test
    void dependencies_are_on_other_programmes_that_exist() {
        assertThat(refused(programme("p"), new DependencySet("d", "p", "itself")))
                .isEqualTo("depends-on-itself");
        assertThat(refused(programme("p"), new DependencySet("d", "z", "nobody")))
                .isEqualTo("unknown-programme");
    }

    @Test
    void what_was_decided_or_closed_stays_so() {
        Programme p = programme(
                "p",
                new DecisionTaken("d", "Two centres", "cheaper", "board"),
                new ActionSet("a", "Write it down", "director", day("2018-05-01")),
                new ActionClosed("a", true, ""));

        assertThat(refused(p, new DecisionTaken("d", "Three centres", "better", "board")))
                .isEqualTo("already-decided");
        assertThat(refused(p, new ActionClosed("a", true, ""))).isEqualTo("already-closed");
        assertThat(refused(p, new ActionSet("b", "Too late", "director", day("2018-03-31"))))
                .isEqualTo("due-in-the-past");
    }

    private static String refused(Programme now, ProgrammeEvent asked) {
        return new ProgrammeRules(all(now), List.of("dtoc-rate")::contains, TODAY)
                .refuses(now, asked)
                .map(Refused::code)
                .orElse("");
    }

    private static OutcomeSet outcome(Double baseline, @Nullable String on, Double target, @Nullable String by) {
        return new OutcomeSet(
                "o",
                "Outcome",
                "per 100,000",
                "dtoc-rate",
                "",
                Better.LOWER,
                baseline,
                on == null ? null : day(on),
                "",
                target,
                by == null ? null : day(by),
                "");
    }
}
