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
import uk.homeward.journey.event.FlowEvent.TaskKind;
import uk.homeward.journey.flow.Due.Kind;

class FlowTest {

    @Test
    void the_first_thing_due_is_the_plan_by_the_round_of_the_next_morning() {
        FlowBuilder stay = admitted("2026-03-01T22:00");
        assertThat(stay.flow().dues())
                .startsWith(new Due(Kind.EXPECTED_DATE, at("2026-03-02T12:00")))
                .contains(new Due(Kind.ROUND, at("2026-03-02T12:00")))
                .contains(new Due(Kind.LONG_STAY, at("2026-03-08T12:00")));
        stay.tell("2026-03-02T09:00", new FlowCommand.SetDate(LocalDate.of(2026, 3, 5), ""))
                .tell("2026-03-02T09:00", new FlowCommand.SetCriteria("walks with a frame"))
                .round("2026-03-02T09:00", true);
        assertThat(stay.flow().dues())
                .containsExactly(
                        new Due(Kind.ROUND, at("2026-03-03T12:00")),
                        new Due(Kind.EXPECTED_DATE_OVER, at("2026-03-06T00:00")),
                        new Due(Kind.LONG_STAY, at("2026-03-08T12:00")));
    }

    @Test
    void somebody_who_is_ready_needs_a_described_need_and_a_named_cause() {
        FlowBuilder stay = admitted("2026-03-01T10:00").round("2026-03-03T09:00", false);
        assertThat(stay.flow().dues()).extracting(Due::kind).contains(Kind.NEED, Kind.CAUSE);
        stay.tell("2026-03-03T10:00", new FlowCommand.DescribeNeed(List.of(Need.THERAPY), ""))
                .tell("2026-03-03T10:00", new FlowCommand.NameHoldUp("no-home-support", ""));
        assertThat(stay.flow().dues()).extracting(Due::kind).doesNotContain(Kind.NEED, Kind.CAUSE);
    }

    @Test
    void one_cause_hands_over_to_the_next_and_the_chain_has_no_gap() {
        FlowBuilder stay = admitted("2026-03-01T10:00")
                .round("2026-03-03T09:00", false)
                .tell("2026-03-03T11:00", new FlowCommand.NameHoldUp("hub-confirmation", ""))
                .tell("2026-03-04T09:00", new FlowCommand.NameHoldUp("no-home-support", "no evening visits"))
                .tell("2026-03-04T12:00", new FlowCommand.NameHoldUp("no-home-support", "still none"))
                .round("2026-03-05T09:00", true)
                .round("2026-03-07T09:00", false)
                .tell("2026-03-07T09:00", new FlowCommand.NameHoldUp("medicines", ""))
                .left("2026-03-07T15:00");
        assertThat(stay.flow().holdUps())
                .extracting(link -> link.cause() + " " + link.from() + " " + link.until())
                .containsExactly(
                        " 2026-03-03T09:00:00Z 2026-03-03T11:00:00Z",
                        "hub-confirmation 2026-03-03T11:00:00Z 2026-03-04T09:00:00Z",
                        "no-home-support 2026-03-04T09:00:00Z 2026-03-05T09:00:00Z",
                        "medicines 2026-03-07T09:00:00Z 2026-03-07T15:00:00Z");
        assertThat(stay.flow().holdUps().get(2).note())
                .as("what was said last of a cause that goes on")
                .isEqualTo("still none");
        assertThat(stay.flow().holdUp()).as("nobody holds up who has left").isEmpty();
    }

    @Test
    void a_ward_move_is_a_harm_unless_it_was_for_the_person_and_by_day() {
        FlowBuilder stay = admitted("2026-03-01T10:00")
                .moved("2026-03-02T11:00", "w1/A", "w2/A")
                .moved("2026-03-03T23:30", "w2/A", "w3/A")
                .moved("2026-03-04T12:00", "w3/A", "w4/A")
                .moved("2026-03-05T12:00", "w4/A", "qehb-discharge-lounge");
        stay.tell("2026-03-05T13:00", explain("2026-03-02T11:00", MoveReason.SPECIALTY))
                .tell("2026-03-05T13:00", explain("2026-03-03T23:30", MoveReason.OWN_CARE));
        assertThat(stay.flow().moves())
                .extracting(move -> move.isHarm() + " " + move.byNight())
                .containsExactly("false false", "true true", "true false");
        stay.tell("2026-03-05T13:00", explain("2026-03-04T12:00", MoveReason.ROOM_FOR_OTHERS));
        assertThat(stay.flow().moves().getLast().isHarm()).isTrue();
    }

    private static FlowCommand.ExplainMove explain(String at, MoveReason reason) {
        return new FlowCommand.ExplainMove(at(at), reason, "");
    }

    @Test
    void every_day_starts_red() {
        FlowBuilder stay = admitted("2026-03-01T10:00")
                .tell("2026-03-02T16:00", new FlowCommand.JudgeDay(LocalDate.of(2026, 3, 2), false, "no scan"))
                .tell("2026-03-02T18:00", new FlowCommand.JudgeDay(LocalDate.of(2026, 3, 2), true, "scanned at five"))
                .left("2026-03-03T12:00");
        assertThat(stay.flow().days(at("2026-03-09T12:00")))
                .containsExactly(
                        new Day(LocalDate.of(2026, 3, 1), false, false, ""),
                        new Day(LocalDate.of(2026, 3, 2), true, true, "scanned at five"),
                        new Day(LocalDate.of(2026, 3, 3), false, false, ""));
    }

    @Test
    void medicines_follow_somebody_who_goes_to_a_unit_and_the_person_does_not_wait() {
        FlowBuilder stay = admitted("2026-03-01T10:00")
                .tell(
                        "2026-03-03T09:00",
                        new FlowCommand.NameDestination(DestinationKind.COMMUNITY_BED, "Community Unit 27", ""))
                .tell("2026-03-03T09:05", new FlowCommand.AskTask("t1", TaskKind.MEDICINES, "", "", null));
        Task medicines = stay.flow().tasks().getFirst();
        assertThat(medicines.deliverTo()).isEqualTo("Community Unit 27");
        assertThat(medicines.holdsThePerson()).isFalse();
        assertThat(medicines.dueAt()).isEqualTo(at("2026-03-03T10:05"));
        stay.tell("2026-03-03T09:06", new FlowCommand.AskTask("t2", TaskKind.TRANSPORT, "", "", null));
        assertThat(stay.flow().tasks().getLast().holdsThePerson()).isTrue();
    }

    @Test
    void after_a_late_return_home_the_check_comes_first_and_then_the_summary() {
        FlowBuilder stay = admitted("2026-03-01T10:00")
                .livesAlone()
                .tell("2026-03-03T15:00", new FlowCommand.NameArrivalCheck("Mrs Khan", ""))
                .left("2026-03-03T21:30");
        assertThat(stay.flow().dues())
                .containsExactly(
                        new Due(Kind.ARRIVAL_CHECK, at("2026-03-03T23:30")),
                        new Due(Kind.SUMMARY, at("2026-03-04T21:30")));
        stay.tell("2026-03-03T22:15", new FlowCommand.CheckArrival(true, "tea made"));
        assertThat(stay.flow().dues()).extracting(Due::kind).containsExactly(Kind.SUMMARY);
    }

    @Test
    void safer_counts_what_a_ward_did_on_one_day() {
        Flow seen = admitted("2026-03-01T10:00")
                .tell("2026-03-02T09:00", new FlowCommand.SetDate(LocalDate.of(2026, 3, 9), ""))
                .tell("2026-03-02T09:00", new FlowCommand.SetCriteria("walks with a frame"))
                .round("2026-03-10T11:59", true)
                .tell("2026-03-09T10:00", new FlowCommand.ReviewStay(7, "scan is missing", "ring radiology"))
                .flow();
        Flow unseen =
                admitted("2026-03-08T10:00").round("2026-03-10T12:00", true).flow();
        Flow early = admitted("2026-03-05T10:00").left("2026-03-10T09:45").flow();
        Flow late = admitted("2026-03-09T10:00").left("2026-03-10T16:00").flow();
        Safer safer = Safer.of(List.of(seen, unseen, early, late), LocalDate.of(2026, 3, 10));
        assertThat(safer.seniorReviews()).isEqualTo(new Safer.Share(1, 3));
        assertThat(safer.withPlan()).isEqualTo(new Safer.Share(1, 3));
        assertThat(safer.firstLeft()).isTrue();
        assertThat(safer.early()).isEqualTo(new Safer.Share(1, 2));
        assertThat(safer.reviewed()).isEqualTo(new Safer.Share(1, 1));
        assertThat(safer.seniorReviews().percent()).isEqualTo(33);
        assertThat(new Safer.Share(0, 0).percent()).isEqualTo(100);
    }
}
