package uk.homeward.server.exchange.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.time.PlaceTime;

class ReferralByFhirTest extends FhirTest {

    @Test
    void aServiceRequestOpensAJourneyAndCanBeReadBack() {
        String number = newNumber();
        String identifier = newId("ref");
        HttpResponse<String> answer = refer(request(identifier, number));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String location = answer.headers().firstValue("Location").orElseThrow();
        String id = location.replaceAll(".*/ServiceRequest/([^/]+).*", "$1");
        Journey journey = bean(Desk.class).get(id);
        assertThat(journey.route().value()).isEqualTo("professional");
        assertThat(journey.opening().reason()).isEqualTo("Fell at home, cannot get up the stairs");
        assertThat(journey.opening().sender().kind()).isEqualTo("gp");
        assertThat(journey.opening().sender().name()).isEqualTo("Dr Jo Green");
        assertThat(journey.attributes()).containsEntry("urgency", "urgent").containsEntry("locality", "central");
        JsonNode read = json(get("/fhir/ServiceRequest/" + id, "triage-clinician"));
        assertThat(read.path("status").asString()).isEqualTo("active");
        assertThat(read.path("identifier").path(0).path("value").asString()).isEqualTo(identifier);
        assertThat(read.path("note").path(0).path("text").asString()).contains("nobody has answered yet");
        JsonNode found = json(
                get("/fhir/ServiceRequest?identifier=https://surgery.example/referrals%7C" + identifier, "referrer"));
        assertThat(found.path("entry").path(0).path("resource").path("id").asString())
                .isEqualTo(id);
        assertThat(count("select count(*) from look where person = ? and what = 'referral by FHIR'", journey.person()))
                .isEqualTo(2);
    }

    @Test
    void theSameReferralOpensOneJourneyAndIsAnsweredTheSame() {
        String number = newNumber();
        String body = request(newId("ref"), number);
        HttpResponse<String> first = refer(body);
        HttpResponse<String> second = refer(body);
        HttpResponse<String> reformatted = refer(body.replace(",\n", " ,\n\n"));
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(reformatted.body()).isEqualTo(first.body());
        assertThat(journeysOf(number)).isEqualTo(1);
        assertThat(count("select count(*) from person where nhs_number = ?", number))
                .isEqualTo(1);
    }

    @Test
    void aKnownPersonIsFoundByNhsNumberAndNotRegisteredAgain() {
        String number = newNumber();
        String person = newId("fhir-known");
        var d = someone("Ama", "Osei");
        bean(Desk.class)
                .tellPerson(
                        person,
                        java.util.List.of(new PersonEvent.PersonRegistered(new PersonEvent.Details(
                                number,
                                d.family(),
                                d.given(),
                                d.born(),
                                d.sex(),
                                d.address(),
                                d.postcode(),
                                d.phone(),
                                d.locality(),
                                d.practice(),
                                d.language(),
                                false,
                                "",
                                true,
                                false,
                                5,
                                "own-home",
                                true))),
                        bean(PlaceTime.class).instant(),
                        STAFF,
                        null);
        String byNumber = request(newId("ref"), number)
                .replace(
                        "{\"reference\": \"#p\"}",
                        "{\"identifier\": {\"system\": \"https://fhir.nhs.uk/Id/nhs-number\", \"value\": \"" + number
                                + "\"}}")
                .replaceAll("(?s)\"contained\": .*?M85006\"\\}\\}\\]\\}\\],", "");
        assertThat(byNumber).doesNotContain("contained");
        HttpResponse<String> answer = refer(byNumber);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json(answer).path("subject").path("reference").asString()).isEqualTo("Patient/" + person);
        HttpResponse<String> otherBirthday = refer(request(newId("ref"), number));
        assertThat(otherBirthday.statusCode()).isEqualTo(422);
        assertThat(otherBirthday.body()).contains("another date of birth");
    }

    @Test
    void aBarsMessageIsAnsweredWithAMessage() {
        String number = newNumber();
        String id = newId("11111111-0000-4000-8000");
        String body = message(id, newId("22222222-0000-4000-8000"), number);
        HttpResponse<String> answer = process(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode bundle = json(answer);
        assertThat(bundle.path("type").asString()).isEqualTo("message");
        JsonNode response = bundle.path("entry").path(0).path("resource").path("response");
        assertThat(response.path("identifier").asString()).isEqualTo(id);
        assertThat(response.path("code").asString()).isEqualTo("ok");
        String journey =
                bundle.path("entry").path(1).path("resource").path("id").asString();
        assertThat(bean(Desk.class).get(journey).opening().sender())
                .satisfies(sender -> assertThat(sender.kind()).isEqualTo("out-of-hours"))
                .satisfies(sender -> assertThat(sender.name()).isEqualTo("Dr Tess Hale"))
                .satisfies(sender -> assertThat(sender.contact()).isEqualTo("0121 496 0999"));
        assertThat(process(body).body()).isEqualTo(answer.body());
        assertThat(journeysOf(number)).isEqualTo(1);
    }

    @Test
    void aReferralIsWithdrawnByItsSender() {
        String body = request(newId("ref"), newNumber());
        String id = json(refer(body)).path("id").asString();
        HttpResponse<String> withdrawn = refer(body.replace("\"active\"", "\"revoked\""));
        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(201);
        assertThat(json(get("/fhir/ServiceRequest/" + id, "referrer"))
                        .path("status")
                        .asString())
                .isEqualTo("revoked");
        HttpResponse<String> unknown = refer(request(newId("ref"), newNumber()).replace("\"active\"", "\"revoked\""));
        assertThat(unknown.statusCode()).isEqualTo(422);
    }

    @Test
    void xmlIsTakenToo() {
        String number = newNumber();
        String xml = """
            <ServiceRequest xmlns="http://hl7.org/fhir"><contained><Patient><id value="p"/>
            <identifier><system value="https://fhir.nhs.uk/Id/nhs-number"/><value value="%s"/></identifier>
            <name><family value="Field"/></name><birthDate value="1941-01-02"/></Patient></contained>
            <status value="active"/><intent value="order"/><subject><reference value="#p"/></subject>
            <reasonCode><text value="Needs help to wash"/></reasonCode></ServiceRequest>
            """.formatted(number);
        HttpResponse<String> answer =
                sendBody("/fhir/ServiceRequest", BodyPublishers.ofString(xml), "referrer", "application/fhir+xml");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(journeysOf(number)).isEqualTo(1);
    }

    @Test
    void everyFaultIsToldAtOnceAndTheBodyIsKept() {
        String id = newId("ref");
        String body = request(id, "9434765918")
                .replace("\"intent\": \"order\",", "")
                .replaceAll(
                        "\"reasonCode\".*",
                        "\"text\": {\"status\": \"empty\", \"div\": \"<div xmlns=\\\\\"http://www.w3.org/1999/xhtml\\\\\"/>\"}}");
        HttpResponse<String> answer = refer(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(elements(answer))
                .containsExactlyInAnyOrder(
                        "ServiceRequest.intent",
                        "ServiceRequest.contained[0].identifier[0].value",
                        "ServiceRequest.reasonCode");
        assertThat(answer.body()).contains("Kept as received under number").doesNotContain("9434765918");
        refer(body);
        assertThat(bean(JdbcTemplate.class)
                        .queryForList(
                                "select convert_from(content, 'UTF8') from message where channel = 'fhir'"
                                        + " and state = 'TO_MEND' and repeats = 1 and control_id like ?",
                                String.class,
                                "%" + id))
                .containsExactly(body);
    }

    @Test
    void aMissingPersonAndADummyNumberAreFaults() {
        HttpResponse<String> nobody =
                refer(request(newId("ref"), newNumber()).replace("\"subject\": {\"reference\": \"#p\"},", ""));
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(elements(nobody)).containsExactly("ServiceRequest.subject");
        HttpResponse<String> dummy = refer(request(newId("ref"), "9999999999"));
        assertThat(dummy.statusCode()).isEqualTo(422);
        assertThat(dummy.body()).contains("not known");
        HttpResponse<String> nameless =
                refer(request(newId("ref"), newNumber()).replaceAll("\"name\": .*birthDate\": \"1940-05-02\",", ""));
        assertThat(elements(nameless))
                .containsExactly("ServiceRequest.contained[0].name.family", "ServiceRequest.contained[0].birthDate");
    }

    @Test
    void whatCannotBeReadIsRefusedAndKept() {
        String malformed = "{\"resourceType\": \"ServiceRequest\", \"status\": " + newId("x");
        assertThat(refer(malformed).statusCode()).isEqualTo(400);
        HttpResponse<String> wrongType = refer("{\"resourceType\": \"Patient\", \"id\": \"" + newId("x") + "\"}");
        assertThat(wrongType.statusCode()).isEqualTo(400);
        assertThat(wrongType.body()).contains("a ServiceRequest is expected here, not a Patient");
        assertThat(refer("").statusCode()).isEqualTo(400);
        assertThat(refer("<ServiceRequest").statusCode()).isEqualTo(400);
        assertThat(refer("[1, 2, 3]").statusCode()).isEqualTo(400);
        assertThat(process("{\"resourceType\": \"Bundle\", \"type\": \"message\"}")
                        .statusCode())
                .isEqualTo(400);
        String deep =
                "{\"resourceType\":\"ServiceRequest\",\"extension\":" + "[{\"url\":\"u\",\"extension\":".repeat(5000);
        assertThat(refer(deep).statusCode()).isEqualTo(400);
        HttpResponse<String> latin = sendBody(
                "/fhir/ServiceRequest",
                BodyPublishers.ofByteArray("{\"a\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1)),
                "referrer",
                JSON);
        assertThat(latin.statusCode()).isEqualTo(400);
        assertThat(latin.body()).contains("not UTF-8");
        assertThat(count(
                        "select count(*) from message where channel = 'fhir' and state = 'REJECTED' and content = ?",
                        malformed.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(1);
    }

    @Test
    void bodiesThatAreTooLongOrPackedAreRefused() {
        byte[] huge = new byte[5_000_001];
        assertThat(sendBody("/fhir/ServiceRequest", BodyPublishers.ofByteArray(huge), "referrer", JSON)
                        .statusCode())
                .isEqualTo(413);
        assertThat(sendBody(
                                "/fhir/ServiceRequest",
                                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(huge)),
                                "referrer",
                                JSON)
                        .statusCode())
                .isEqualTo(413);
        assertThat(send(HttpRequest.newBuilder(uri("/fhir/ServiceRequest"))
                                .header("Authorization", "Bearer demo-referrer")
                                .header("Content-Type", JSON)
                                .header("Content-Encoding", "gzip")
                                .POST(BodyPublishers.ofString("x")))
                        .statusCode())
                .isEqualTo(415);
    }
}
