package uk.homeward.server.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.homeward.server.Script;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;

class ReferralTest extends ServerTest {

    private final Visitor nurse = visitor(Role.TRIAGE_CLINICIAN);

    @Test
    void a_new_person_is_registered_and_referred_and_tells_their_story_once() {
        String family = newId("Okonkwo");
        assertThat(nurse.get("/front-door/refer?given=Ngozi&family=" + family)).contains("We know nobody like this");
        refer(nurse, "Ngozi", family, "walks", "yes", "matters", "My garden");

        assertThat(nurse.path()).startsWith("/front-door/");
        assertThat(nurse.get("/front-door?sort=newest")).contains("Ngozi " + family);

        String found = nurse.get("/front-door/refer?given=Ngozi&family=" + family);
        String person = between(found, "/front-door/refer?person=", "\"");
        String form = nurse.get("/front-door/refer?person=" + person);
        assertThat(form)
                .contains("My garden", "There is an open journey of this person already")
                .contains("name=\"toilet\"")
                .doesNotContain("name=\"walks\"", "name=\"matters\"", "name=\"address\"");
    }

    @Test
    void every_fault_of_the_form_is_told_at_once_and_what_was_written_stays() {
        nurse.get("/front-door/refer?new=1");
        String page = nurse.send(
                "/front-door/refer", "new", "1", "given", "Olive", "nhs-number", "123", "born", "2999-01-01");

        assertThat(nurse.status()).isEqualTo(400);
        assertThat(page)
                .contains("There is a problem")
                .contains("Write the person's family name", "This is not an NHS number (123)")
                .contains("This cannot be a date of birth", "Say how soon help is needed")
                .contains("Choose who asks for help", "Write why you ask for help", "Write how we can reach you")
                .contains("href=\"#nhs-number\"", "value=\"Olive\"");
    }

    @Test
    void a_possible_duplicate_is_shown_before_anybody_accepts() {
        String family = newId("Brzezinska");
        refer(nurse, "Anna", family);
        String other = family + "a";
        String page = refer(nurse, "Anna", other);

        assertThat(page)
                .contains(
                        "Look at these before you accept",
                        "the family names are nearly the same",
                        "Anna " + family + "<");
    }

    @Test
    void the_sender_is_asked_for_more_and_answers_and_it_is_declined_with_advice_and_reopened() {
        refer(nurse, "Stan", newId("Ward"));
        String referral = nurse.path();
        String journey = referral.replace("/front-door/", "/journeys/");

        assertThat(nurse.send(journey + "/ask-for-more", "back", referral, "question", "Is he eating?"))
                .contains("The sender was asked for more", "Is he eating?");
        assertThat(nurse.send(journey + "/give-information", "back", referral, "answer", "A little"))
                .contains("The sender answered.");
        assertThat(nurse.send(journey + "/decline", "back", referral))
                .contains("Choose why the referral is declined", "Write what the sender can do instead");
        assertThat(nurse.send(
                        journey + "/decline", "back", referral, "reason-code", "out-of-area", "advice", "Ring Dudley"))
                .contains("The referral was declined: out of area.", "Ring Dudley", "Reopen");
        assertThat(nurse.send(journey + "/reopen", "back", referral, "reason", "He moved here"))
                .contains("The referral was reopened.");
        assertThat(nurse.send(journey + "/accept", "back", referral)).contains("This was accepted");
        assertThat(nurse.send(journey + "/decline", "back", referral, "reason-code", "out-of-area", "advice", "x"))
                .contains("This was not recorded", "This referral has been answered already");
    }

    @Test
    void a_referrer_follows_their_own_organisations_referrals_and_cannot_answer_them() {
        Visitor doctor = visitor(Role.REFERRER);
        String page = refer(doctor, "Ivy", newId("Stone"));
        String referral = doctor.path();
        String journey = referral.replace("/front-door/", "/journeys/");

        assertThat(page).contains("Withdraw the referral").doesNotContain("Accept</button>");
        doctor.send(journey + "/accept", "back", referral);
        assertThat(doctor.status()).isEqualTo(403);
        assertThat(doctor.send(journey + "/withdraw", "back", referral, "reason", "She feels better"))
                .contains("The referral was withdrawn.");
    }

    @Test
    void scripts_refer_by_the_same_fields_once_for_each_key() {
        Script script = script(Role.TRIAGE_CLINICIAN);
        Script.Reply faulty = script.post("/api/referrals", "{\"given\": \"Bo\"}");
        assertThat(faulty.status()).isEqualTo(400);
        assertThat(faulty.type()).startsWith("application/problem+json");
        assertThat(faulty.json().get("errors").size()).isGreaterThan(3);

        String body = "{\"given\": \"Bo\", \"family\": \"" + newId("Lind")
                + "\", \"urgency\": \"soon\", \"kind\": \"gp\", \"reason\": \"Weak\", \"contact\": \"0121\"}";
        String key = newId("key");
        Script.Reply first = script.post("/api/referrals", body, key);
        Script.Reply second = script.post("/api/referrals", body, key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(script.get("/api/front-door?sort=newest")
                        .json()
                        .get("incoming")
                        .toString())
                .contains(first.json().get("journey").asString());
    }

    @Test
    void every_kind_of_sender_is_counted_also_those_who_sent_nobody() {
        String page = nurse.get("/front-door");
        for (String kind : bean(Doors.class).kinds().keySet()) {
            assertThat(page).contains("/front-door?kind=" + kind);
        }
        assertThat(nurse.get("/front-door?q=nobody-is-called-this")).contains("Nothing matches what you chose");
    }

    @Test
    void analysts_see_no_names() {
        for (String path : new String[] {"/front-door", "/front-door/refer", "/response", "/tasks", "/caseload"}) {
            assertThat(get(path, "analyst").statusCode()).as(path).isEqualTo(403);
        }
        assertThat(script(Role.ANALYST).get("/api/front-door").status()).isEqualTo(403);
    }

    static String refer(Visitor visitor, String given, String family, String... more) {
        visitor.get("/front-door/refer?new=1");
        String[] fields = {
            "new",
            "1",
            "given",
            given,
            "family",
            family,
            "born",
            "1941-03-27",
            "postcode",
            "B1 1AA",
            "urgency",
            "urgent",
            "kind",
            "gp",
            "reason",
            "Fell in the night",
            "contact",
            "0121 496 0000",
            "locality",
            "central"
        };
        String[] all = java.util.stream.Stream.concat(java.util.Arrays.stream(fields), java.util.Arrays.stream(more))
                .toArray(String[]::new);
        return visitor.send("/front-door/refer", all);
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before);
        assertThat(from).as("'" + before + "' is on the page").isNotNegative();
        return text.substring(from + before.length(), text.indexOf(after, from + before.length()));
    }
}
