package uk.homeward.journey.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.homeward.journey.flow.FlowBuilder.admitted;
import static uk.homeward.journey.flow.FlowBuilder.at;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.event.FlowEvent.DestinationKind;
import uk.homeward.journey.event.FlowEvent.MoveReason;
import uk.homeward.journey.event.FlowEvent.Need;
import uk.homeward.journey.event.FlowEvent.SummaryPart;
import uk.homeward.journey.event.FlowEvent.TaskKind;

/** What staff may ask of a stay, and what they are told when they may not. */
class FlowRulesTest {

    private static final String MORNING = "2026-03-03T09:00";

    private static FlowBuilder stay() {
        return admitted("2026-03-01T10:00");
    }

    private static FlowCommand.SetDate date(String day, String reason) {
        return new FlowCommand.SetDate(LocalDate.parse(day), reason);
    }

    @Test
    void a_first_expected_date_needs_no_reason_and_a_change_does() {
        FlowBuilder stay = stay().tell(MORNING, date("2026-03-06", ""));
        assertThat(stay.refused()).isEmpty();
        assertThat(stay.tell(MORNING, date("2026-03-06", "")).refused()).isEmpty();
        assertThat(stay.tell(MORNING, date("2026-03-08", "")).refused()).isEqualTo("reason-missing");
        assertThat(stay.why()).contains("2026-03-06");
        assertThat(stay.tell(MORNING, date("2026-03-08", "needs a scan first")).refused())
                .isEmpty();
        assertThat(stay.flow().expected()).extracting(Expected::day).last().hasToString("2026-03-08");
    }

    @Test
    void an_expected_date_lies_ahead_and_not_far() {
        assertThat(stay().tell(MORNING, date("2026-03-02", "")).refused()).isEqualTo("date-is-past");
        assertThat(stay().tell(MORNING, date("2026-03-03", "")).refused()).isEmpty();
        assertThat(stay().tell(MORNING, date("2027-03-04", "")).refused()).isEqualTo("date-is-far");
    }

    @Test
    void criteria_for_discharge_are_never_back_to_baseline() {
        assertThat(stay().tell(MORNING, new FlowCommand.SetCriteria("Back to Baseline, home"))
                        .refused())
                .isEqualTo("criteria-vague");
        assertThat(stay().tell(MORNING, new FlowCommand.SetCriteria("walks to the bathroom"))
                        .refused())
                .isEmpty();
    }

    @Test
    void a_round_names_the_criterion_that_is_met_or_says_that_none_is() {
        assertThat(stay().tell(MORNING, new FlowCommand.Review(true, "", true, ""))
                        .refused())
                .isEqualTo("criterion-missing");
        assertThat(stay().tell(MORNING, new FlowCommand.Review(true, "waiting", true, ""))
                        .refused())
                .isEqualTo("criterion-missing");
        assertThat(stay().tell(MORNING, new FlowCommand.Review(false, "oxygen", true, ""))
                        .refused())
                .isEqualTo("criterion-and-none");
        assertThat(stay().tell(MORNING, new FlowCommand.Review(true, "oxygen", true, ""))
                        .refused())
                .isEmpty();
    }

    @Test
    void need_is_described_without_contradiction() {
        assertThat(stay().tell(MORNING, new FlowCommand.DescribeNeed(List.of(), ""))
                        .refused())
                .isEqualTo("need-missing");
        assertThat(stay().tell(MORNING, need(Need.NOTHING_NEW, Need.NURSING)).refused())
                .isEqualTo("need-contradicts");
    }

    @Test
    void a_bed_for_somebody_who_could_go_home_is_challenged() {
        FlowCommand.AskForBed bed = new FlowCommand.AskForBed(false, "", "");
        assertThat(stay().tell(MORNING, bed).refused()).isEqualTo("need-first");
        FlowBuilder stay = stay().tell(MORNING, need(Need.HELP_WITH_CARE, Need.THERAPY));
        assertThat(stay.flow().pathway()).contains(1);
        assertThat(stay.tell(MORNING, bed).refused()).isEqualTo("home-first");
        assertThat(stay.tell(MORNING, new FlowCommand.AskForBed(false, "stairs only", ""))
                        .refused())
                .isEqualTo("home-first");
        assertThat(stay.tell(MORNING, new FlowCommand.AskForBed(false, "stairs only", "Grace Osei"))
                        .refused())
                .isEmpty();
        assertThat(stay.flow().pathway()).contains(2);
        assertThat(stay.tell(MORNING, need(Need.HELP_WITH_CARE)).flow().pathway())
                .as("a new description takes the bed back")
                .contains(1);
    }

    @Test
    void a_bed_is_not_challenged_where_home_is_not_safe_but_a_home_for_good_is() {
        FlowBuilder stay = stay().tell(MORNING, need(Need.NOT_SAFE_BETWEEN_VISITS));
        assertThat(stay.tell(MORNING, new FlowCommand.AskForBed(false, "", "")).refused())
                .isEmpty();
        assertThat(stay.tell(MORNING, new FlowCommand.AskForBed(true, "", "")).refused())
                .isEqualTo("home-first");
    }

    @Test
    void the_need_decides_the_way_out() {
        assertThat(Advice.of(List.of(Need.NOTHING_NEW)).pathway()).isZero();
        assertThat(Advice.of(List.of(Need.LAST_MONTHS, Need.NURSING)).pathway()).isOne();
        assertThat(Advice.of(List.of(Need.THERAPY, Need.CARE_AT_NIGHT)).pathway())
                .isEqualTo(2);
        assertThat(Advice.of(List.of(Need.CARE_AT_NIGHT, Need.LASTING_CARE_DAY_AND_NIGHT))
                        .pathway())
                .isEqualTo(3);
    }

    @Test
    void a_day_is_of_the_stay_and_says_why() {
        LocalDate day = LocalDate.of(2026, 3, 3);
        assertThat(stay().tell(MORNING, new FlowCommand.JudgeDay(day, true, "")).refused())
                .isEqualTo("reason-missing");
        assertThat(stay().tell(MORNING, new FlowCommand.JudgeDay(day.minusDays(3), false, "no scan"))
                        .refused())
                .isEqualTo("day-outside");
        assertThat(stay().tell(MORNING, new FlowCommand.JudgeDay(day.plusDays(1), false, "no scan"))
                        .refused())
                .isEqualTo("day-outside");
        assertThat(stay().tell(MORNING, new FlowCommand.JudgeDay(day, false, "no scan"))
                        .refused())
                .isEmpty();
    }

    @Test
    void only_moves_that_the_hospital_told_of_are_explained() {
        FlowBuilder stay = stay().moved("2026-03-02T23:10", "qehb-medical-ward-1/A", "qehb-medical-ward-2/B");
        assertThat(stay.tell(MORNING, new FlowCommand.ExplainMove(at(MORNING), MoveReason.OTHER, ""))
                        .refused())
                .isEqualTo("no-such-move");
        assertThat(stay.tell(
                                MORNING,
                                new FlowCommand.ExplainMove(at("2026-03-02T23:10"), MoveReason.ROOM_FOR_OTHERS, ""))
                        .refused())
                .isEmpty();
    }

    @Test
    void long_stays_are_looked_at_after_7_14_and_21_days() {
        assertThat(stay().tell(MORNING, new FlowCommand.ReviewStay(9, "", "")).refused())
                .isEqualTo("no-such-review");
        assertThat(stay().tell(MORNING, new FlowCommand.ReviewStay(7, "", "")).refused())
                .isEmpty();
    }

    @Test
    void a_task_is_asked_for_once_and_ends_once() {
        FlowCommand.AskTask medicines = new FlowCommand.AskTask("t1", TaskKind.MEDICINES, "", "", null);
        FlowBuilder stay = stay().tell(MORNING, medicines);
        assertThat(stay.tell(MORNING, new FlowCommand.AskTask("t2", TaskKind.MEDICINES, "", "", null))
                        .refused())
                .isEqualTo("already-asked");
        assertThat(stay.tell(MORNING, new FlowCommand.FinishTask("t1", "")).refused())
                .isEmpty();
        assertThat(stay.tell(MORNING, new FlowCommand.DropTask("t1", "")).refused())
                .isEqualTo("no-open-task");
        assertThat(stay.tell(MORNING, new FlowCommand.AdvanceTask("t9", "")).refused())
                .isEqualTo("no-open-task");
    }

    @Test
    void only_somebody_who_is_ready_is_held_up_and_only_by_what_holds_in_hospital() {
        FlowBuilder stay = stay().round("2026-03-03T08:00", true);
        assertThat(stay.tell(MORNING, new FlowCommand.NameHoldUp("transport", ""))
                        .refused())
                .isEqualTo("not-ready");
        stay.round("2026-03-03T08:30", false);
        assertThat(stay.tell(MORNING, new FlowCommand.NameHoldUp("cleaning", ""))
                        .refused())
                .isEqualTo("cause-unknown");
        assertThat(stay.tell(MORNING, new FlowCommand.NameHoldUp("No such!", ""))
                        .refused())
                .isEqualTo("cause-unknown");
        assertThat(stay.tell(MORNING, new FlowCommand.NameHoldUp("transport", ""))
                        .refused())
                .isEmpty();
    }

    @Test
    void a_summary_is_sent_whole_and_acknowledged_in_its_last_version() {
        FlowBuilder stay = stay();
        assertThat(stay.tell(MORNING, new FlowCommand.AcknowledgeSummary("Dr Lewis"))
                        .refused())
                .isEqualTo("summary-not-sent");
        assertThat(stay.tell(MORNING, new FlowCommand.SendSummary("", List.of()))
                        .refused())
                .isEqualTo("receiver-missing");
        assertThat(stay.tell(MORNING, new FlowCommand.SendSummary("Practice", List.of(SummaryPart.DIAGNOSES)))
                        .refused())
                .isEqualTo("summary-incomplete");
        assertThat(stay.why()).contains("Allergies").doesNotContain("Diagnoses");
        List<SummaryPart> parts = List.of(
                SummaryPart.DIAGNOSES,
                SummaryPart.WHAT_HAPPENED,
                SummaryPart.MEDICINES,
                SummaryPart.ALLERGIES,
                SummaryPart.PLAN,
                SummaryPart.RISKS);
        stay.tell(MORNING, new FlowCommand.SendSummary("Practice", parts));
        assertThat(stay.flow().summary().orElseThrow().completeness()).isEqualTo(50);
        stay.tell(MORNING, new FlowCommand.KeepDecision("resuscitation", "not to be attempted"));
        assertThat(stay.tell(MORNING, new FlowCommand.AcknowledgeSummary("Dr Lewis"))
                        .refused())
                .isEqualTo("summary-outdated");
        stay.tell(MORNING, new FlowCommand.SendSummary("Practice", parts))
                .tell(MORNING, new FlowCommand.AcknowledgeSummary("Dr Lewis"));
        assertThat(stay.refused()).isEmpty();
        assertThat(stay.flow().summary().orElseThrow().acknowledgedBy()).isEqualTo("Dr Lewis");
    }

    @Test
    void whoever_leaves_the_network_is_taken_on_by_somebody() {
        assertThat(stay().tell(MORNING, new FlowCommand.NameDestination(DestinationKind.OUT_OF_AREA, "Leeds", ""))
                        .refused())
                .isEqualTo("nobody-accepted");
        assertThat(stay().tell(
                                MORNING,
                                new FlowCommand.NameDestination(DestinationKind.OUT_OF_AREA, "Leeds", "Sister Ray"))
                        .refused())
                .as("another area also says how to ring it")
                .isEqualTo("nobody-accepted");
        FlowBuilder leaving = stay().tell(
                        MORNING,
                        new FlowCommand.NameDestination(
                                DestinationKind.OUT_OF_AREA, "Leeds", "Sister Ray", "0113 496 0000"));
        assertThat(leaving.refused()).isEmpty();
        FlowCommand over = new FlowCommand.HandOver(List.of("A search"), List.of("Continuing care"));
        assertThat(leaving.tell(MORNING, over).refused())
                .as("nothing ends before they have left")
                .isEqualTo("not-outside");
        leaving.left("2026-03-03T12:00").tell("2026-03-03T12:05", over);
        assertThat(leaving.refused()).isEmpty();
        assertThat(leaving.flow().handedOver().orElseThrow().to()).isEqualTo("Sister Ray");
        assertThat(leaving.flow().dues()).extracting(Due::kind).contains(Due.Kind.HAND_OVER);
        assertThat(stay().tell(MORNING, new FlowCommand.NameDestination(DestinationKind.HOME, "", ""))
                        .left("2026-03-03T12:00")
                        .tell("2026-03-03T12:05", over)
                        .refused())
                .isEqualTo("not-outside");
    }

    @Test
    void nobody_who_lives_alone_goes_home_late_unless_somebody_looks_in() {
        FlowCommand late = new FlowCommand.AgreeDeparture(at("2026-03-03T22:30"));
        assertThat(stay().tell(MORNING, late).refused()).isEmpty();
        FlowBuilder alone = stay().livesAlone();
        assertThat(alone.tell(MORNING, late).refused()).isEqualTo("no-arrival-check");
        assertThat(alone.tell(MORNING, new FlowCommand.AgreeDeparture(at("2026-03-04T07:30")))
                        .refused())
                .isEqualTo("no-arrival-check");
        assertThat(alone.tell(MORNING, new FlowCommand.AgreeDeparture(at("2026-03-03T19:59")))
                        .refused())
                .isEmpty();
        assertThat(alone.tell(MORNING, new FlowCommand.NameArrivalCheck("", "")).refused())
                .isEqualTo("name-missing");
        alone.tell(MORNING, new FlowCommand.NameArrivalCheck("Mrs Khan next door", "0121 496 0000"));
        assertThat(alone.tell(MORNING, late).refused()).isEmpty();
        assertThat(alone.tell(MORNING, new FlowCommand.AgreeDeparture(at("2026-03-03T08:00")))
                        .refused())
                .isEqualTo("departure-is-past");
        assertThat(alone.tell(MORNING, new FlowCommand.CheckArrival(true, "")).refused())
                .isEqualTo("not-left");
    }

    @Test
    void afterwards_only_what_belongs_there_is_written() {
        FlowBuilder stay = stay().left("2026-03-04T12:00");
        assertThat(stay.round("2026-03-04T13:00", true).refused()).isEqualTo("has-left");
        assertThat(stay.round("2026-03-04T11:00", true).refused()).isEmpty();
        assertThat(stay.tell("2026-03-05T09:00", new FlowCommand.CheckArrival(true, "well"))
                        .refused())
                .isEmpty();
        assertThat(stay().round("2026-03-01T09:00", true).refused()).isEqualTo("before-the-stay");
        assertThat(stay().cancelled().round(MORNING, true).refused()).isEqualTo("stay-cancelled");
    }

    @Test
    void only_facts_that_exist_are_put_right_and_with_a_reason() {
        FlowBuilder stay = stay().round(MORNING, true);
        assertThat(stay.tell(MORNING, new FlowCommand.AmendFact(2, null, true, "wrong person"))
                        .refused())
                .isEqualTo("no-such-fact");
        assertThat(stay.tell(MORNING, new FlowCommand.AmendFact(1, null, true, ""))
                        .refused())
                .isEqualTo("reason-missing");
        assertThat(stay.tell(MORNING, new FlowCommand.AmendFact(1, null, true, "wrong person"))
                        .refused())
                .isEmpty();
        assertThat(stay.tell(MORNING, new FlowCommand.AmendFact(2, null, true, "again"))
                        .refused())
                .isEqualTo("no-such-fact");
        assertThat(stay.flow().lastReview()).isEmpty();
    }

    private static FlowCommand.DescribeNeed need(Need... needs) {
        return new FlowCommand.DescribeNeed(List.of(needs), "");
    }
}
