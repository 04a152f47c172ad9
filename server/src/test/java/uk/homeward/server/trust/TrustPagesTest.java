package uk.homeward.server.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.server.ServerTest;
import uk.homeward.server.access.DemoUsers;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.Role;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.time.PlaceTime;

/** Openings with a reason are reviewed; people's choices and organisations' agreements decide. */
class TrustPagesTest extends ServerTest {

    private final JdbcTemplate jdbc = bean(JdbcTemplate.class);
    private final RecordDoor door = bean(RecordDoor.class);
    private final User responder = bean(DemoUsers.class).of(Role.RESPONDER);
    private final User triage = bean(DemoUsers.class).of(Role.TRIAGE_CLINICIAN);
    private final String person = registered();

    @Test
    void an_opening_with_a_reason_raises_one_alert_to_the_privacy_officer_without_patient_data() {
        door.breakGlass(responder, person, "Ada Blackwell fell, allergies unknown");
        door.breakGlass(responder, person, "Still with her");

        List<Map<String, Object>> alerts = jdbc.queryForList(
                "select a.organisation, a.words from privacy_alert a join glass g on g.place = a.place and g.id ="
                        + " a.glass where g.person = ?",
                person);
        assertThat(alerts).hasSize(1);
        assertThat(alerts.getFirst().get("organisation")).isEqualTo(responder.organisation());
        assertThat(String.valueOf(alerts.getFirst().get("words")))
                .doesNotContain("Ada", "Blackwell", "allergies", person, responder.name());
    }

    @Test
    void the_privacy_officer_of_that_organisation_reviews_it_once_and_others_do_not_see_it() {
        door.breakGlass(responder, person, "Found on the floor " + person);
        String page = get("/openings", "privacy-officer").body();
        assertThat(page).contains("Found on the floor " + person, "To be reviewed");
        String id = glass();

        assertThat(post("/openings/" + id, "privacy-officer", "finding=NOT_JUSTIFIED&note=")
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("/openings/" + id, "privacy-officer", "finding=JUSTIFIED&note=Rang+the+team")
                        .statusCode())
                .isEqualTo(302);
        assertThat(get("/openings", "privacy-officer").body()).contains("Rang the team", "Reviewed by Miriam Stone");

        var elsewhere = visitor(Role.PRIVACY_OFFICER, "uhb");
        assertThat(elsewhere.get("/openings")).doesNotContain("Found on the floor " + person);
        assertThat(elsewhere.send("/openings/" + id, "finding", "JUSTIFIED", "note", ""))
                .contains("No opening of this number");
        assertThat(elsewhere.status()).isEqualTo(422);
    }

    @Test
    void a_choice_of_those_who_care_now_closes_the_record_to_the_front_door_and_says_so() {
        assertThat(get("/people/" + person, "triage-clinician").statusCode()).isEqualTo(200);
        assertThat(post("/people/" + person + "/sharing", "triage-clinician", "sharing=CARING_NOW&opted-out=no&words=")
                        .statusCode())
                .as("nobody chooses without a word on how")
                .isEqualTo(422);
        post(
                "/people/" + person + "/sharing",
                "triage-clinician",
                "sharing=CARING_NOW&opted-out=yes&words=By+telephone");

        var closed = get("/people/" + person, "triage-clinician");
        assertThat(closed.statusCode()).isEqualTo(403);
        assertThat(closed.body()).contains("chose that only those who care for them now");
        door.breakGlass(triage, person, "Cannot wait");
        assertThat(get("/people/" + person + "/sharing", "triage-clinician").body())
                .contains("Only those who care for them now: By telephone", "National data opt-out: By telephone");
        post("/people/" + person + "/sharing", "triage-clinician", "sharing=SHARED&opted-out=no&words=In+the+clinic");
        assertThat(jdbc.queryForObject(
                        "select sharing || opted_out from consent where person = ?", String.class, person))
                .isEqualTo("SHAREDfalse");
    }

    @Test
    void an_agreement_that_ended_closes_the_front_door_of_that_organisation_with_its_history_kept() {
        User front = new User("far", "Far Away", Role.TRIAGE_CLINICIAN, "swbh", triage.teams());
        assertThat(door.isOpen(front, person)).isTrue();
        assertThat(post("/sharing-agreements/swbh", "privacy-officer@swbh", "what=end&words=")
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("/sharing-agreements/swbh", "privacy-officer", "what=end&words=Not+ours")
                        .body())
                .contains("own privacy officer changes its agreement");
        post("/sharing-agreements/swbh", "privacy-officer@swbh", "what=end&words=Left+the+partnership");
        assertThat(door.open(front, person, "record", () -> "read"))
                .isInstanceOfSatisfying(
                        RecordDoor.Closed.class,
                        c -> assertThat(c.answer().code()).isEqualTo("no-agreement"));
        assertThat(get("/sharing-agreements", "privacy-officer").body()).contains("Does not share");

        post("/sharing-agreements/swbh", "privacy-officer@icb", "what=make&words=Direct+care&until=");
        assertThat(door.isOpen(front, person)).isTrue();
        assertThat(get("/sharing-agreements/swbh", "privacy-officer").body())
                .contains("No longer shares: Left the partnership", "Shares for: Direct care");
    }

    private String glass() {
        return java.util.Objects.requireNonNull(
                jdbc.queryForObject("select id from glass where person = ?", String.class, person));
    }

    private static String registered() {
        String id = newId("trusted");
        bean(Desk.class)
                .tellPerson(
                        id,
                        List.of(new PersonEvent.PersonRegistered(someone("Ada", "Blackwell"))),
                        bean(PlaceTime.class).instant(),
                        STAFF,
                        null);
        return id;
    }
}
