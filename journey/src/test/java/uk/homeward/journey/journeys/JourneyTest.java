package uk.homeward.journey.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.homeward.journey.journeys.JourneyBuilder.aJourney;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.JourneyEvent.Mode;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.StandardId;

class JourneyTest {

    @Test
    void goes_from_referral_to_independent_at_home() {
        JourneyBuilder journey = aJourney()
                .referredAt("2026-03-02T09:00")
                .at("2026-03-02T09:10", new JourneyCommand.Accept())
                .at("2026-03-02T09:30", decide("respond", "wants to stay in her own bed"))
                .starts("2026-03-02T09:45", "response-places")
                .at("2026-03-02T10:40", new JourneyCommand.MakeContact(Mode.FACE_TO_FACE, "nurse", "seen at home"))
                .at("2026-03-04T12:00", decide("enable-at-home", "wants to do her own shopping"))
                .starts("2026-03-05T09:00", "home-places")
                .at("2026-03-30T12:00", decide("independent", "glad to be on her own again"));

        assertThat(journey.journey().state()).isInstanceOf(State.Ended.class);
        assertThat(journey.clock("accept-15min").met()).isTrue();
        assertThat(journey.clock("triage-30min").met()).isTrue();
        assertThat(journey.clock("response-2h").met()).isTrue();
        assertThat(journey.clock("home-start-2d").met()).isTrue();
    }

    @Test
    void counts_the_two_hours_from_acceptance_and_only_for_those_who_need_a_response() {
        JourneyBuilder journey =
                aJourney().referredAt("2026-03-02T09:00").at("2026-03-02T09:10", new JourneyCommand.Accept());
        assertThat(journey.clock("response-2h").counts()).isFalse();

        journey.at("2026-03-02T09:30", decide("respond", "home"));
        assertThat(journey.clock("response-2h").counts()).isTrue();
        assertThat(journey.clock("response-2h").deadline()).isEqualTo(journey.instant("2026-03-02T11:10"));
        assertThat(journey.clock("response-2h").at(journey.instant("2026-03-02T11:11")))
                .isEqualTo(Clock.Status.BREACHED);
    }

    @Test
    void pauses_a_clock_for_an_allowed_reason_only() {
        JourneyBuilder journey = aJourney()
                .referredAt("2026-03-02T09:00")
                .at("2026-03-02T09:00", new JourneyCommand.Accept())
                .at("2026-03-02T09:30", decide("respond", "home"))
                .at(
                        "2026-03-02T10:00",
                        new JourneyCommand.PauseClock(StandardId.of("response-2h"), "person-unavailable"));
        assertThat(journey.clock("response-2h").deadline()).isNull();

        journey.at("2026-03-02T12:00", new JourneyCommand.ResumeClock(StandardId.of("response-2h")));
        assertThat(journey.clock("response-2h").deadline()).isEqualTo(journey.instant("2026-03-02T13:00"));
        assertThat(journey.refusal(
                        "2026-03-02T12:01",
                        new JourneyCommand.PauseClock(StandardId.of("response-2h"), "team-is-busy")))
                .isEqualTo("may-not-pause");
    }

    @Test
    void keeps_the_hospital_bed_and_a_chain_of_causes_while_the_person_waits() {
        JourneyBuilder journey = aJourney()
                .arrivedAt("2026-03-02T09:00")
                .at("2026-03-02T11:00", decide("admit", "wants to get well", "sepsis: needs hospital treatment"))
                .starts("2026-03-02T13:00", "acute-beds")
                .at("2026-03-08T10:00", new JourneyCommand.CompleteStep("medically fit"));
        assertThat(journey.journey().state().places()).hasSize(1);

        journey.at("2026-03-08T16:00", decide("enable-in-bed", "home if she can", "stairs"))
                .at("2026-03-09T09:00", new JourneyCommand.NameDelay("family-choice", "social care", "visiting"))
                .starts("2026-03-10T10:00", "enablement-beds");

        assertThat(journey.journey().delays())
                .filteredOn(d -> d.causes().size() == 3)
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.causes().stream().map(Delay.Cause::cause))
                            .containsExactly("awaiting-decision", "no-community-bed", "family-choice");
                    assertThat(d.lasted(journey.instant("2026-04-01T00:00"))).isEqualTo(Duration.ofHours(48));
                });
        assertThat(journey.events(JourneyEvent.StepLeft.class))
                .anyMatch(e -> e.step().value().equals("acute-stay"));
        assertThat(journey.clock("bed-2d").met()).isTrue();
        assertThat(journey.clock("ready-to-leave-24h").met()).isFalse();
    }

    @Test
    void refuses_a_decision_without_the_persons_wish() {
        JourneyBuilder journey =
                aJourney().referredAt("2026-03-02T09:00").at("2026-03-02T09:10", new JourneyCommand.Accept());
        assertThat(journey.refusal(
                        "2026-03-02T09:30",
                        new JourneyCommand.Decide(OptionId.of("respond"), "", List.of("nurse", "gp"), " ", null)))
                .isEqualTo("wish-missing");
        assertThat(journey.refusal(
                        "2026-03-02T09:30",
                        new JourneyCommand.Decide(OptionId.of("respond"), "", List.of("nurse"), "home", null)))
                .isEqualTo("professions-missing");
        assertThat(journey.refusal("2026-03-02T09:30", decide("see-at-hospital", "home")))
                .isEqualTo("reason-missing");
    }

    @Test
    void offers_home_before_a_bed_when_the_story_says_that_home_is_possible() {
        JourneyBuilder journey = aJourney()
                .withStory(Story.WALKS, "yes")
                .withStory(Story.TOILET, "yes")
                .arrivedAt("2026-03-02T09:00")
                .at("2026-03-02T11:00", decide("admit", "home", "fall with suspected fracture"))
                .starts("2026-03-02T13:00", "acute-beds")
                .at("2026-03-05T10:00", new JourneyCommand.CompleteStep("fit"));
        assertThat(journey.refusal("2026-03-05T11:00", decide("enable-in-bed", "I want to go home")))
                .isEqualTo("home-first");
    }

    @Test
    void opens_an_advocate_task_when_the_family_sees_it_otherwise() {
        JourneyBuilder journey = aJourney()
                .arrivedAt("2026-03-02T09:00")
                .at(
                        "2026-03-02T11:00",
                        new JourneyCommand.Decide(
                                OptionId.of("home-today"), "", List.of("nurse", "therapist"), "home", "a care home"));
        assertThat(journey.journey().plan().actions()).singleElement().satisfies(a -> {
            assertThat(a.what()).contains("advocate");
            assertThat(a.due()).hasToString("2026-03-03");
        });
    }

    @Test
    void amends_a_time_without_touching_what_was_recorded() {
        JourneyBuilder journey =
                aJourney().referredAt("2026-03-02T09:00").at("2026-03-02T09:40", new JourneyCommand.Accept());
        assertThat(journey.clock("accept-15min").met()).isFalse();

        journey.at(
                "2026-03-02T10:00",
                new JourneyCommand.Amend(2, journey.instant("2026-03-02T09:10"), "accepted by telephone at 9:10"));
        assertThat(journey.clock("accept-15min").met()).isTrue();
        assertThat(journey.journey().history().events()).hasSize(4);
    }

    private static JourneyCommand decide(String option, String wish) {
        return decide(option, wish, "");
    }

    private static JourneyCommand decide(String option, String wish, String reason) {
        return new JourneyCommand.Decide(OptionId.of(option), reason, List.of("nurse", "therapist"), wish, null);
    }
}
