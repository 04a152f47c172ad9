package uk.homeward.server.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.server.ServerTest;
import uk.homeward.server.exchange.resources.ResourceText;
import uk.homeward.server.exchange.resources.Resources;
import uk.homeward.server.exchange.resources.Source;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.time.PlaceTime;

class SummaryPageTest extends ServerTest {

    private static final Actor WARD = new Actor("peter", "Peter Hall", "ward", "uhb");

    private final String person = newId("summary");
    private final Desk desk = bean(Desk.class);
    private final Instant now = bean(PlaceTime.class).instant();

    @BeforeEach
    void register() {
        tell(now, new PersonEvent.PersonRegistered(someone("Freda", "Hollis")));
    }

    @Test
    void what_other_systems_told_is_on_one_page_with_its_source_and_what_contradicts_is_marked() {
        received("uhb", "AllergyIntolerance", """
            "clinicalStatus": {"coding": [{"code": "active"}]}, "code": {"text": "Penicillin"}, "patient": {"reference": "Patient/%s"},
            "reaction": [{"manifestation": [{"text": "Rash"}]}], "recordedDate": "2019-04-02"
            """);
        received("bchc", "AllergyIntolerance", """
            "code": {"coding": [{"system": "http://snomed.info/sct", "code": "716186003", "display": "No known allergy"}]},
            "patient": {"reference": "Patient/%s"}, "recordedDate": "2021-04-02"
            """);
        received("uhb", "Condition", """
            "clinicalStatus": {"coding": [{"code": "active"}]}, "code": {"text": "Heart failure"}, "subject": {"reference": "Patient/%s"},
            "onsetDateTime": "2020-01-05"
            """);
        received("bchc", "Condition", """
            "clinicalStatus": {"coding": [{"code": "resolved"}]}, "code": {"text": "Heart failure"}, "subject": {"reference": "Patient/%s"}
            """);
        received("uhb", "MedicationStatement", """
            "status": "active", "medicationCodeableConcept": {"text": "Bisoprolol 2.5 mg"}, "subject": {"reference": "Patient/%s"},
            "dosage": [{"text": "one in the morning"}]
            """);
        received("bchc", "MedicationStatement", """
            "status": "active", "medicationCodeableConcept": {"text": "Bisoprolol 2.5 mg"}, "subject": {"reference": "Patient/%s"},
            "dosage": [{"text": "two in the morning"}]
            """);
        received("uhb", "Condition", """
            "verificationStatus": {"coding": [{"code": "entered-in-error"}]}, "code": {"text": "Gout"}, "subject": {"reference": "Patient/%s"}
            """);
        for (int i = 0; i < 4; i++) {
            received("uhb", "Observation", """
                "status": "final", "code": {"text": "eGFR"}, "subject": {"reference": "Patient/%s"},
                "effectiveDateTime": "2026-0\
                """ + (i + 1) + """
                -10", "valueQuantity": {"value":\
                """ + (70 - 10 * i) + """
                , "unit": "ml/min"}
                """);
        }
        String page = page("summary");
        assertThat(page)
                .contains("Penicillin</strong>: Rash", "Another source says that no allergy is known.")
                .contains("Heart failure", "says that it holds;", "says that it ended.")
                .contains("The sources give different doses.", "two in the morning; one in the morning")
                .contains("40 ml/min", "falling", "<svg class=\"hw-spark\"")
                .doesNotContain("Gout");
        assertThat(page.indexOf("Decisions about care")).isLessThan(page.indexOf("Alerts and allergies"));
    }

    @Test
    void a_decision_is_one_truth_with_history_and_waits_for_a_clinicians_name() {
        assertThat(page("summary")).contains("Nothing was decided.");
        HttpResponse<String> empty = post("/people/" + person + "/decisions/resuscitation", "hub", "decision=&words=");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body())
                .contains("Choose what was decided", "Write who decided", "Say whether they could decide");
        decide("decision=attempt&decided-by=Freda+herself&capacity=has");
        decide(
                "decision=do-not-attempt&decided-by=Freda+herself&capacity=has&consulted=her+daughter&review-on=2030-01-01");
        String page = page("summary");
        assertThat(page)
                .contains("Do not attempt resuscitation", "No senior clinician has put their name to this yet")
                .contains("spoken with her daughter", "Attempt resuscitation, ", "decided anew");
        assertThat(post("/people/" + person + "/decisions/resuscitation/endorse", "hub", "clinician=Dr+A")
                        .statusCode())
                .as("the hub is no clinician")
                .isEqualTo(422);
        assertThat(post(
                                "/people/" + person + "/decisions/resuscitation/endorse",
                                "triage-clinician",
                                "clinician=Dr+Amin,+consultant")
                        .statusCode())
                .isEqualTo(302);
        assertThat(post("/people/" + person + "/decisions/resuscitation/endorse", "triage-clinician", "clinician=Dr+B")
                        .body())
                .contains("This decision was endorsed already");
        assertThat(bean(CareDecisions.class).forTransfer(person))
                .singleElement()
                .satisfies(words -> assertThat(words)
                        .contains("Do not attempt resuscitation", "endorsed by Dr Amin, consultant", "had capacity"));
        assertThat(post("/people/" + person + "/decisions/resuscitation/end", "hub", "reason=She+changed+her+mind")
                        .statusCode())
                .isEqualTo(302);
        assertThat(bean(CareDecisions.class).forTransfer(person)).isEmpty();
        assertThat(post("/people/" + person + "/decisions/nonsense", "hub", "").statusCode())
                .isEqualTo(404);
        assertThat(post("/people/" + person + "/decisions/resuscitation", "therapist", "decision=attempt")
                        .statusCode())
                .as("no care relationship")
                .isEqualTo(403);
        assertThat(get("/people/" + person + "/decisions/resuscitation", "analyst")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_form_from_elsewhere_that_says_otherwise_is_shown_and_decides_nothing() {
        received("uhb", "Flag", """
            "status": "active", "code": {"coding": [{"system": "http://snomed.info/sct", "code": "450475007",
            "display": "Not for attempted cardiopulmonary resuscitation"}]}, "subject": {"reference": "Patient/%s"}
            """);
        assertThat(page("summary")).contains("Does not fit:", "Nothing is recorded here.");
        decide("decision=attempt&decided-by=Freda&capacity=has");
        assertThat(page("out-of-hours")).contains("Here it stands otherwise.");
        decide("decision=do-not-attempt&decided-by=Freda&capacity=has");
        assertThat(page("summary")).doesNotContain("Does not fit:");
    }

    /** The out-of-hours doctor without the record (document 003). */
    @Test
    void a_doctor_at_night_has_decisions_alerts_medicines_key_safe_contacts_and_plan_on_one_short_page() {
        tell(now, new PersonEvent.AlertRaised("key-safe", "Key safe: code 4711, left of the door"));
        tell(now, new PersonEvent.CarerNamed("joan", "Joan Hollis", "daughter", "0121 496 0999", "lives near"));
        tell(now, new PersonEvent.MattersRecorded("To stay at home with the cat"));
        decide("decision=do-not-attempt&decided-by=Freda&capacity=has");
        received("uhb", "MedicationStatement", """
            "status": "active", "medicationCodeableConcept": {"text": "Morphine oral solution"}, "subject": {"reference": "Patient/%s"},
            "dosage": [{"text": "2.5 ml when needed"}]
            """);
        assertThat(get("/people/" + person + "/out-of-hours", "responder").statusCode())
                .isEqualTo(403);
        post("/people/" + person + "/break-glass", "responder", "reason=Called+at+night");
        HttpResponse<String> night = get("/people/" + person + "/out-of-hours", "responder");
        assertThat(night.statusCode()).isEqualTo(200);
        assertThat(night.body())
                .contains("Do not attempt resuscitation", "code 4711", "Joan Hollis", "0121 496 0999")
                .contains("Morphine oral solution</strong>: 2.5 ml when needed", "To stay at home with the cat")
                .contains("you gave a reason");
        assertThat(night.body().length()).isLessThan(page("summary").length());
    }

    /** The do-not-resuscitate form that changed on the way (document 003). */
    @Test
    void a_decision_changed_on_the_way_home_is_the_same_for_the_hospital_and_for_those_at_home() {
        Instant admitted = now.minus(Duration.ofDays(9));
        tell(admitted, WARD, decided("do-not-attempt", "the team, in her best interests", "lacks"));
        List<String> letter = bean(CareDecisions.class).forTransfer(person);
        assertThat(letter).singleElement().asString().contains("NOT YET ENDORSED", "lacked capacity");
        tell(now.minus(Duration.ofDays(2)), WARD, decided("attempt", "Freda herself", "has"));
        tell(
                admitted.plus(Duration.ofDays(1)),
                WARD,
                decided("do-not-attempt", "a copy of the old form, told late", "lacks"));

        assertThat(bean(CareDecisions.class).forTransfer(person))
                .singleElement()
                .asString()
                .startsWith("Resuscitation: Attempt resuscitation.")
                .contains("by Freda herself");
        assertThat(page("summary")).contains("Attempt resuscitation", "What was decided before", "told late");
        assertThat(page("out-of-hours")).contains("Attempt resuscitation").doesNotContain("Do not attempt");
    }

    @Test
    void a_source_that_fell_silent_is_shown_as_stale_and_what_changed_since_the_last_look_is_listed() {
        received("solihull-mbc", "Condition", """
            "clinicalStatus": {"coding": [{"code": "active"}]}, "code": {"text": "Needs two to move"}, "subject": {"reference": "Patient/%s"}
            """);
        assertThat(page("summary")).contains("You have not opened this record before.");
        bean(JdbcTemplate.class)
                .update(
                        "insert into look (place, person, at, actor_user, actor_name, actor_role, organisation, what,"
                                + " reason) select place, person, ?, actor_user, actor_name, actor_role, organisation,"
                                + " what, '' from look where person = ? and actor_role = 'hub' limit 1",
                        now.minus(Duration.ofDays(3)).atOffset(ZoneOffset.UTC),
                        person);
        tell(now, new PersonEvent.MattersRecorded("The allotment"));
        assertThat(page("summary")).contains("Since ", "What matters to them: The allotment", "Needs two to move");
        assertThat(new Feeds(bean(JdbcTemplate.class), bean(PlaceKey.class), laterBy(Duration.ofDays(3)))
                        .of(List.of(fact("Old news", now)))
                        .values())
                .singleElement()
                .satisfies(silent -> assertThat(silent.stale()).isTrue());
    }

    @Test
    void the_timeline_counts_contacts_by_month_compares_before_and_after_and_is_searched() {
        for (int month = 1; month <= 9; month++) {
            received("uhb", "Encounter", """
                "status": "finished", "class": {"code": "EMER"}, "type": [{"text": "Emergency department"}], "subject": {"reference": "Patient/%s"},
                "period": {"start": "2026-0\
                """ + month + """
                -05T10:00:00Z"}, "reasonCode": [{"text": "Fell"}]
                """);
        }
        received("bchc", "Encounter", """
            "status": "finished", "class": {"code": "HH"}, "type": [{"text": "District nurse"}], "subject": {"reference": "Patient/%s"},
            "period": {"start": "2026-08-05T10:00:00Z"}
            """);
        String page = page("timeline?turn=2026-06-01");
        assertThat(page)
                .contains("<svg class=\"hw-months\"", "Contacts by year", "before and the year after 1 Jun 2026");
        assertThat(page("timeline?q=district"))
                .contains("District nurse", "1 of ")
                .doesNotContain("<strong>Emergency department");
        assertThat(page("timeline?kind=encounter&from=2026-09-01&to=2026-09-30"))
                .contains("1 of ");
        assertThat(page("timeline?from=nonsense")).contains("This is not a date (nonsense)");
        assertThat(page("timeline?q=zzz")).contains("Nothing fits.");
        HttpResponse<String> csv = get("/people/" + person + "/timeline.csv?q=district", "hub");
        assertThat(csv.headers().firstValue("Content-Type"))
                .hasValueSatisfying(t -> assertThat(t).startsWith("text/csv"));
        assertThat(csv.body()).contains("\"District nurse\"").doesNotContain("Emergency");
        assertThat(get("/people/" + person + "/timeline.csv", "therapist").statusCode())
                .isEqualTo(403);
    }

    private static PlaceTime laterBy(Duration duration) {
        return PlaceTime.from(bean(PlaceTime.class).instant().plus(duration), 1);
    }

    private static Fact fact(String title, Instant told) {
        return new Fact(
                Fact.Kind.PROBLEM,
                title,
                title,
                "",
                true,
                null,
                "somewhere",
                "somewhere/x",
                told,
                null,
                "",
                "Condition/1");
    }

    private static PersonEvent decided(String decision, String by, String capacity) {
        return new PersonEvent.CareDecided("resuscitation", decision, "", by, capacity, "", null);
    }

    private void decide(String form) {
        assertThat(post("/people/" + person + "/decisions/resuscitation", "hub", form)
                        .statusCode())
                .isEqualTo(302);
    }

    private void tell(Instant at, PersonEvent fact) {
        tell(at, STAFF, fact);
    }

    private void tell(Instant at, Actor by, PersonEvent fact) {
        desk.tellPerson(person, List.of(fact), at, by, null);
    }

    private void received(String organisation, String type, String json) {
        Resources resources = bean(Resources.class);
        String text = "{\"resourceType\": \"" + type + "\", " + json.formatted(person) + "}";
        resources.keep(
                List.of(resources.draft(
                        ResourceText.read(text.getBytes(StandardCharsets.UTF_8)), resources.newId(), 1, false, null)),
                new Source(organisation, "test", "fhir"),
                false);
    }

    private String page(String what) {
        HttpResponse<String> page = get("/people/" + person + "/" + what, "hub");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.body();
    }
}
