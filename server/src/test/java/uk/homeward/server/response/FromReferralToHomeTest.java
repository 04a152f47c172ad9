package uk.homeward.server.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.server.Script;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Pathways;

class FromReferralToHomeTest extends ServerTest {

    private final Visitor triage = visitor(Role.TRIAGE_CLINICIAN);
    private final Visitor responder = visitor(Role.RESPONDER);
    private final Desk desk = bean(Desk.class);

    @Test
    void a_person_is_referred_triaged_seen_at_home_and_stays_there() {
        String page = accepted();
        String id = triage.path().replace("/journeys/", "");
        assertThat(page).contains("Triage decided within 30 minutes", "What does this person need now");

        assertThat(decide(triage, id, "respond", "persons-wish", "To stay with my cat"))
                .contains("This was not recorded", "At least 2 different professions decide this together")
                .contains("To stay with my cat");
        assertThat(decide(
                        triage,
                        id,
                        "respond",
                        "persons-wish",
                        "To stay with my cat",
                        "professions",
                        "nurse",
                        "professions",
                        "physiotherapist",
                        "familys-view",
                        "She should go in"))
                .contains(
                        "Recorded:",
                        "Triage decision: crisis response at home within 2 hours.",
                        "Offer an independent advocate");

        tell(triage, id, "assign-team", "team", "response-central");
        assertThat(responder.get("/response?sort=newest"))
                .contains("/journeys/" + id, "Begin: Crisis response at home");
        assertThat(responder.get("/journeys/" + id)).contains("Begin now", "Crisis response within 2 hours");
        assertThat(tell(responder, id, "start-step")).contains("Crisis response at home began");
        assertThat(tell(responder, id, "make-contact"))
                .contains("Choose how the contact took place", "Choose the profession of the one who made contact");
        assertThat(tell(responder, id, "make-contact", "mode", "FACE_TO_FACE", "profession", "nurse", "note", "Warm"))
                .contains("Contact face to face by the nurse.");
        assertThat(tell(responder, id, "give-treatment", "treatment", "Intravenous antibiotics"))
                .contains("Treatment given: Intravenous antibiotics.");
        assertThat(decide(responder, id, "stays-home", "persons-wish", "My own bed"))
                .contains("No profession was named. Name who took part.");
        assertThat(decide(responder, id, "stays-home", "persons-wish", "My own bed", "professions", "nurse"))
                .contains("The journey ended: stays at home.", "This journey has ended");
        assertThat(tell(triage, id, "record-finding", "finding", "Too late"))
                .contains("This was not recorded", "This journey has ended. Reopen it, or open a new one.");
    }

    @Test
    void two_people_at_once_one_is_told_what_the_other_did_and_keeps_what_they_wrote() {
        accepted();
        String id = triage.path().replace("/journeys/", "");
        int seen = desk.get(id).version();
        tell(visitor(Role.HUB), id, "add-note", "note", "The key is with the neighbour");

        String page = tell(triage, id, "add-note", "seen", String.valueOf(seen), "note", "Ring twice");
        assertThat(page)
                .contains("Somebody changed this while you looked", "The key is with the neighbour", "Ring twice")
                .contains("Nothing of yours was written");
    }

    @Test
    void a_mistake_is_put_right_beside_what_was_written() {
        accepted();
        String id = triage.path().replace("/journeys/", "");
        assertThat(tell(triage, id, "amend", "sequence", "1")).contains("Write what is right");
        assertThat(tell(triage, id, "amend", "sequence", "1", "correction", "She fell in the evening"))
                .contains("Line 1 was put right.", "She fell in the evening", "Fell in the night");
    }

    @Test
    void a_team_and_a_person_take_it_on_and_find_it_on_their_lists() {
        accepted();
        String id = triage.path().replace("/journeys/", "");
        String name = desk.get(id).person();
        tell(triage, id, "assign-team", "team", "front-door");
        tell(triage, id, "assign-staff", "user", "demo-triage-clinician|Sister Ruth Kelly");
        tell(triage, id, "add-action", "what", "Ring her son", "owner", "triage-clinician");

        assertThat(triage.get("/caseload?team=front-door")).contains("/journeys/" + id, "Sister Ruth Kelly");
        String tasks = triage.get("/tasks");
        assertThat(tasks).contains("Ring her son", "People I have taken on", "/journeys/" + id);
        String action = desk.get(id).plan().actions().getFirst().id();
        assertThat(triage.send("/journeys/" + id + "/finish-action", "back", "/tasks", "action", action))
                .contains("Recorded: An action was finished.")
                .doesNotContain("Ring her son");
        assertThat(name).isNotEmpty();
    }

    @Test
    void a_delay_gets_a_cause_and_the_one_who_must_act() {
        accepted();
        String id = triage.path().replace("/journeys/", "");
        decide(triage, id, "respond", "persons-wish", "Home", "professions", "nurse", "professions", "doctor");
        assertThat(tell(responder, id, "name-delay", "cause", "no-such-cause"))
                .contains("Choose what holds the person back");
        assertThat(tell(responder, id, "name-delay", "cause", "transport"))
                .contains("Held back: waiting for patient transport. Patient transport must act.");
        assertThat(tell(responder, id, "pause-clock", "standard", "response-2h", "reason", "lunch"))
                .contains("This clock cannot be paused for 'lunch'");
        assertThat(tell(responder, id, "pause-clock", "standard", "response-2h", "reason", "person-unavailable"))
                .contains("paused", "Let it run again");
    }

    @Test
    void scripts_tell_the_same_commands_and_are_refused_in_problem_json() {
        accepted();
        String id = triage.path().replace("/journeys/", "");
        Script script = script(Role.TRIAGE_CLINICIAN);
        Script.Reply refused = script.post("/api/journeys/" + id + "/decide", "{\"option\": \"respond\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).startsWith("application/problem+json");
        assertThat(refused.json().get("code").asString()).isEqualTo("professions-missing");

        Script.Reply conflict = script.post("/api/journeys/" + id + "/add-note", "{\"note\": \"x\", \"seen\": 1}");
        assertThat(conflict.json().get("code").asString()).isEqualTo("changed-meanwhile");
        assertThat(conflict.json().get("changed").size()).isPositive();

        assertThat(script.post("/api/journeys/" + id + "/dance", "{}").status()).isEqualTo(404);
        assertThat(script.get("/api/journeys/nobody").status()).isEqualTo(404);
        Script.Reply decided = script.post(
                "/api/journeys/" + id + "/decide",
                "{\"option\": \"respond\", \"professions\": [\"nurse\", \"doctor\"], \"persons-wish\": \"Home\"}");
        assertThat(decided.status()).isEqualTo(200);
        assertThat(decided.json().get("now").asString()).isEqualTo("Waits for: Crisis response at home");
        assertThat(script(Role.COMMISSIONER).get("/api/journeys/" + id).status())
                .isEqualTo(403);
    }

    @Test
    void pages_offer_what_the_pathway_says_and_nothing_else() {
        Pathway pathway = bean(Pathways.class).first();
        String page = accepted();
        pathway.decisions()
                .values()
                .iterator()
                .next()
                .options()
                .forEach(option -> assertThat(page)
                        .contains(
                                "value=\"" + option.id().value() + "\"",
                                option.title().replace("&", "&amp;")));
        assertThat(page).contains("Record contact").doesNotContain("Record treatment");
        String board = triage.get("/response?who=everyone");
        pathway.steps()
                .values()
                .forEach(step ->
                        assertThat(board).contains("value=\"" + step.id().value() + "\""));
    }

    @Test
    void a_record_is_closed_to_those_who_do_not_care_for_the_person() {
        accepted();
        String id = triage.path().replace("/journeys/", "");
        Visitor ward = visitor(Role.WARD);
        assertThat(ward.get("/journeys/" + id))
                .contains("This record is closed to you")
                .doesNotContain("Fell in the");
        ward.send("/journeys/" + id + "/add-note", "note", "x");
        assertThat(ward.status()).isEqualTo(403);
        assertThat(script(Role.WARD).get("/api/journeys/" + id).status()).isEqualTo(403);
    }

    @Test
    void every_look_at_a_person_is_kept() {
        accepted();
        String id = triage.path().replace("/journeys/", "");
        List<String> looks = bean(org.springframework.jdbc.core.JdbcTemplate.class)
                .queryForList(
                        "select what from look where person = ? order by number",
                        String.class,
                        desk.get(id).person());
        assertThat(looks).contains("referral", "journey");
    }

    /** Refers somebody and accepts; the journey's page is open then. */
    private String accepted() {
        triage.get("/front-door/refer?new=1");
        triage.send(
                "/front-door/refer",
                "new",
                "1",
                "given",
                "Freda",
                "family",
                newId("Moss"),
                "born",
                "1938-02-01",
                "urgency",
                "urgent",
                "kind",
                "gp",
                "reason",
                "Fell in the night",
                "contact",
                "0121",
                "locality",
                "central");
        String referral = triage.path();
        String journey = referral.replace("/front-door/", "/journeys/");
        return triage.send(journey + "/accept", "back", referral, "then", journey);
    }

    private static String tell(Visitor visitor, String id, String word, String... fields) {
        return visitor.send("/journeys/" + id + "/" + word, fields);
    }

    private static String decide(Visitor visitor, String id, String option, String... more) {
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("option", option), java.util.Arrays.stream(more))
                .toArray(String[]::new);
        return tell(visitor, id, "decide", all);
    }
}
