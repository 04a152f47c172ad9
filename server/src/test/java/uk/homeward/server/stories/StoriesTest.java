package uk.homeward.server.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.JourneyEvent.Mode;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.journeys.Clock;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.journeys.State;
import uk.homeward.journey.journeys.Story;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.server.ServerTest;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Told;

/**
 * What happened to real people (documents 003 and 004, paraphrased in the reference's stories), and how Homeward changes
 * it. Each test goes through the same commands as the pages.
 */
class StoriesTest extends ServerTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final Actor CLINICIAN = new Actor("ruth", "Ruth Kelly", "triage-clinician", "bchc");
    private static final Actor WARD = new Actor("peter", "Peter Hall", "ward", "uhb");
    private static final Actor RESPONDER = new Actor("imran", "Imran Shah", "responder", "bchc");

    private final Desk desk = bean(Desk.class);
    private final JdbcTemplate jdbc = bean(JdbcTemplate.class);

    @Test
    void freda_is_offered_home_first_and_her_wish_stands_apart_from_her_familys() {
        String freda = person("Freda", Map.of(Story.WALKS, "yes", Story.TOILET, "yes"));
        String journey = admitted(freda, "fall at home");
        tell(journey, "2026-03-08T10:00", WARD, new JourneyCommand.CompleteStep("treatment finished"));

        Told bed = tell(journey, "2026-03-08T11:00", WARD, decide("enable-in-bed", "", "I want to go home", "a bed"));
        assertThat(bed).isInstanceOfSatisfying(Told.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("home-first");
            assertThat(refused.why()).contains("Offer home first");
        });

        done(tell(journey, "2026-03-08T11:10", WARD, decide("enable-at-home", "", "I want to go home", "a bed")));
        JourneyEvent.DecisionMade decision = last(journey, JourneyEvent.DecisionMade.class);
        assertThat(decision.personsWish()).isEqualTo("I want to go home");
        assertThat(decision.familysView()).isEqualTo("a bed");
        assertThat(jdbc.queryForMap(
                        "select what, owner, due_at from task where journey = ? and kind = 'ACTION'", journey))
                .hasEntrySatisfying("what", what -> assertThat(what.toString()).contains("independent advocate"))
                .containsEntry("owner", "coordinator");
        assertThat(clock(journey, "ready-to-leave-24h").at(at("2026-03-09T10:01")))
                .isEqualTo(Clock.Status.BREACHED);
    }

    @Test
    void olivia_is_not_denied_enablement_because_the_package_looks_big() {
        String olivia = person("Olivia", Map.of(Story.BEFORE, "independent"));
        String journey = admitted(olivia, "fall, needs help with transfers");
        tell(journey, "2026-03-06T10:00", WARD, new JourneyCommand.CompleteStep("medically fit"));

        Told without =
                tell(journey, "2026-03-06T11:00", WARD, decide("assess-in-bed", "", "to manage by myself", null));
        assertThat(without).isInstanceOf(Told.Refused.class);

        done(tell(
                journey,
                "2026-03-06T11:05",
                WARD,
                decide("assess-in-bed", "two carers, four calls a day proposed", "to manage by myself", null)));
        assertThat(desk.get(journey).plan().actions()).singleElement().satisfies(action -> {
            assertThat(action.owner()).isEqualTo("therapist");
            assertThat(action.due()).hasToString("2026-03-09"); // 6 March 2026 is a Friday
        });
    }

    @Test
    void the_85_year_old_with_back_pain_is_treated_at_home_within_two_hours() {
        String journey = referred(person("Joan", Map.of()), "ambulance", "lower-back pain, painful urination");
        done(tell(journey, "2026-03-02T08:40", CLINICIAN, new JourneyCommand.Accept()));
        done(tell(journey, "2026-03-02T08:55", CLINICIAN, decide("respond", "", "to be treated at home", null)));
        assertThat(clock(journey, "response-2h").deadline()).isEqualTo(at("2026-03-02T10:40"));

        done(tell(journey, "2026-03-02T09:00", RESPONDER, new JourneyCommand.StartStep(List.of())));
        done(tell(
                journey,
                "2026-03-02T10:05",
                RESPONDER,
                new JourneyCommand.MakeContact(Mode.FACE_TO_FACE, "advanced nurse practitioner", "stable")));
        done(tell(
                journey,
                "2026-03-02T10:20",
                RESPONDER,
                new JourneyCommand.GiveTreatment("Intravenous antibiotics", "first dose at home")));
        done(tell(journey, "2026-03-04T11:00", RESPONDER, decide("stays-home", "", "glad to be home", null)));

        assertThat(clock(journey, "response-2h").met()).isTrue();
        assertThat(desk.get(journey).state()).isInstanceOf(State.Ended.class);
        assertThat(desk.get(journey).history().events())
                .noneMatch(r -> r.event() instanceof JourneyEvent.StepStarted s
                        && s.step().value().equals("acute-stay"));
    }

    @Test
    void the_93_year_old_with_frailty_is_not_admitted_without_an_illness() {
        String journey = arrived(person("Edith", Map.of(Story.ACUTE_ILLNESS, "no")), "frail, not acutely ill");
        Told admission =
                tell(journey, "2026-03-02T11:00", CLINICIAN, decide("admit", "nowhere else to go", "my own bed", null));
        assertThat(admission).isInstanceOfSatisfying(Told.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("no-acute-need");
            assertThat(refused.why()).contains("crisis response").doesNotContain("Acute admission,");
        });
        done(tell(journey, "2026-03-02T11:10", CLINICIAN, decide("respond", "", "my own bed", null)));
        assertThat(desk.get(journey).state())
                .isInstanceOfSatisfying(
                        State.Waiting.class, w -> assertThat(w.step().value()).isEqualTo("crisis-response"));
    }

    @Test
    void the_carer_is_admitted_and_his_wife_is_covered_at_home_within_two_hours() {
        String carer = person("Walter", Map.of());
        String wife = person("Rose", Map.of());
        desk.tellPerson(
                wife,
                List.of(new PersonEvent.CarerNamed(carer, "Walter", "husband", "", "lives with her")),
                at("2026-03-01T09:00"),
                CLINICIAN,
                null);

        admitted(carer, "chest infection");

        String cover = jdbc.queryForObject(
                "select id from journey where person = ? and route = 'carer-admitted'", String.class, wife);
        assertThat(clock(String.valueOf(cover), "carer-cover-2h").deadline()).isEqualTo(at("2026-03-02T14:00"));
        assertThat(desk.get(String.valueOf(cover))
                        .pathway()
                        .get(uk.homeward.journey.pathway.StepId.of("carer-cover"))
                        .plannedFor())
                .hasHours(48);
    }

    @Test
    void the_burgled_man_is_shown_safe_places_that_are_not_a_hospital() {
        String journey = arrived(person("Bernard", Map.of(Story.ACUTE_ILLNESS, "no")), "burgled, afraid to go home");
        Told admission =
                tell(journey, "2026-03-02T11:00", CLINICIAN, decide("admit", "unsafe home", "somewhere safe", null));
        assertThat(admission)
                .isInstanceOfSatisfying(
                        Told.Refused.class,
                        refused -> assertThat(refused.why())
                                .contains("Somewhere safe, with housing, police or the voluntary sector"));

        done(tell(journey, "2026-03-02T11:10", CLINICIAN, decide("safe-place", "", "somewhere safe", null)));
        assertThat(jdbc.queryForObject("select outcome from journey where id = ?", String.class, journey))
                .isEqualTo("COMMUNITY_SUPPORT");
    }

    @Test
    void the_90_year_old_with_the_broken_wrist_is_helped_after_hospital_until_it_ends_with_an_outcome() {
        String mary = person("Mary", Map.of("sight", "poor"));
        desk.tellPerson(
                mary,
                List.of(new PersonEvent.AlertRaised("large-print", "Needs letters in large print")),
                at("2026-03-01T09:00"),
                CLINICIAN,
                null);
        String journey = admitted(mary, "broken wrist");
        tell(journey, "2026-03-04T10:00", WARD, new JourneyCommand.CompleteStep("plaster"));
        done(tell(journey, "2026-03-04T11:00", WARD, decide("home", "", "to go out again", null)));

        Map<String, Object> task =
                jdbc.queryForMap("select what, due_at from task where journey = ? and id = 'week-12'", journey);
        assertThat(((java.sql.Timestamp) task.get("due_at")).toInstant()).isEqualTo(at("2026-05-27T12:00"));
        done(tell(
                journey,
                "2026-05-27T12:00",
                CLINICIAN,
                new JourneyCommand.FollowUp(
                        uk.homeward.journey.pathway.FollowUpId.of("week-12"), "own home", "goes shopping again")));
        assertThat(jdbc.queryForList("select id from task where journey = ? and id = 'week-12'", journey))
                .isEmpty();
    }

    private String person(String given, Map<String, String> story) {
        String id = newId("story");
        List<PersonEvent> facts = new java.util.ArrayList<>();
        facts.add(new PersonEvent.PersonRegistered(someone(given, "Storey")));
        story.forEach((q, a) -> facts.add(new PersonEvent.StoryAnswered(q, a, "certain", null)));
        desk.tellPerson(id, facts, at("2026-03-01T09:00"), CLINICIAN, null);
        return id;
    }

    private String referred(String person, String sender, String reason) {
        return open(person, "professional", sender, reason, "2026-03-02T08:30");
    }

    private String arrived(String person, String reason) {
        return open(person, "hospital-front-door", "hospital", reason, "2026-03-02T09:00");
    }

    private String admitted(String person, String reason) {
        String journey = arrived(person, reason);
        done(tell(
                journey,
                "2026-03-02T11:00",
                CLINICIAN,
                decide("admit", "needs treatment in hospital", "to get well", null)));
        done(tell(journey, "2026-03-02T12:00", WARD, new JourneyCommand.StartStep(List.of())));
        return journey;
    }

    private String open(String person, String route, String sender, String reason, String time) {
        String journey = newId("story-journey");
        desk.open(
                journey,
                PathwayId.of("intermediate-care"),
                new JourneyCommand.Open(
                        person,
                        RouteId.of(route),
                        new Sender(sender, "Sender", "Somebody", ""),
                        reason,
                        Map.of("urgency", "urgent", "locality", "central")),
                at(time),
                CLINICIAN,
                null);
        return journey;
    }

    private Told tell(String journey, String time, Actor by, JourneyCommand command) {
        return desk.tell(journey, 0, command, at(time), by, null);
    }

    private static void done(Told told) {
        assertThat(told).isInstanceOf(Told.Done.class);
    }

    private static JourneyCommand decide(String option, String reason, String wish, @Nullable String family) {
        return new JourneyCommand.Decide(OptionId.of(option), reason, List.of("nurse", "therapist"), wish, family);
    }

    private Clock clock(String journey, String standard) {
        return desk.get(journey).clocks().stream()
                .filter(c -> c.standard().value().equals(standard))
                .findFirst()
                .orElseThrow();
    }

    private <E extends JourneyEvent> E last(String journey, Class<E> kind) {
        Journey stands = desk.get(journey);
        return stands.findLast(kind).orElseThrow();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
