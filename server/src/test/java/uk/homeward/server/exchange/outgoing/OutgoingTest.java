package uk.homeward.server.exchange.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.FlowEvent.SummaryPart;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.flow.FlowCommand;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.server.access.Role;
import uk.homeward.server.exchange.mllp.MllpServer;
import uk.homeward.server.exchange.mllp.MllpSettings;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.FlowDesk;
import uk.homeward.server.time.PlaceTime;

/** What goes out: to whom, in which order, and what becomes of what nobody takes. */
class OutgoingTest extends ToldSystems {

    @Test
    void a_discharge_is_told_to_everybody_with_what_was_decided_about_care() throws Exception {
        subscribe("badger", Kind.ADT, Kind.DOCUMENT);
        subscribeByFhir(Kind.DISCHARGE);
        hospital("A04", now(-95));
        assertThat(next(byHl7, local)).contains("ADT^A04^ADT_A01");
        hospital("A01", now(-90));
        assertThat(next(byHl7, local))
                .contains("ADT^A01^ADT_A01")
                .contains("|OOH|BADGER|")
                .contains(Told.NO_DECISION);
        decide();
        assertThat(next(byHl7, local))
                .contains("MDM^T02^MDM_T02")
                .contains("TXA|1|ACP|TX")
                .contains("Do not attempt");
        hospital("A03", now(-5));
        assertThat(next(byHl7, local))
                .contains("ADT^A03^ADT_A03")
                .contains("V-" + local)
                .contains("OBX|1|TX|ACP^Decisions about care^L||Resuscitation: Do not attempt")
                .contains("NOT YET ENDORSED");
        assertThat(next(byHl7, local))
                .contains("TXA|1|DS|TX")
                .contains("Came for: Broken hip")
                .contains("Do not attempt");

        String document = next(byFhir, "Broken hip");
        assertThat(document)
                .contains("\"code\":\"ITK003D\"")
                .contains("BusAckRequested")
                .contains("\"resourceType\":\"Composition\"")
                .contains("\"resourceType\":\"Consent\"")
                .contains("Decisions about care")
                .contains("Do not attempt");
        until("select 1 from outgoing where subscriber = ? and state = 'SENT' and kind = 'DISCHARGE'", fhir);
        assertThat(rows("select what, reason from look where person = ? and actor_user = 'system:outgoing'", person()))
                .extracting(row -> row.get("what"))
                .contains("discharge", "ADT^A03", "MDM^T02 discharge letter");
    }

    @Test
    void the_wards_summary_goes_by_itk3_and_only_the_business_acknowledgement_counts_as_read() throws Exception {
        response.set(itk("20013", "Success"));
        subscribeByFhir(Kind.DISCHARGE);
        hospital("A04", now(-95));
        hospital("A01", now(-90));
        hospital("A03", now(-5));
        next(byFhir, "Broken hip");
        String stay = String.valueOf(rows("select id from spell where person = ?", person())
                .getFirst()
                .get("id"));
        FlowDesk flows = bean(FlowDesk.class);
        Instant at = bean(PlaceTime.class).instant();
        List<SummaryPart> all = List.of(SummaryPart.values());
        flows.tell(
                stay,
                0,
                new FlowCommand.SendSummary(
                        "Their practice", all, "", Map.of(SummaryPart.PLAN, "Bloods in a week at " + local)),
                at,
                STAFF,
                null);
        assertThat(next(byFhir, "Bloods in a week at " + local)).contains("100% of the headings", "BusAckRequested");
        until("select 1 from outgoing where stay = ? and state = 'SENT'", stay);
        assertThat(flows.find(stay).orElseThrow().summary().orElseThrow().isRead())
                .as("that it arrived is not that somebody has it")
                .isFalse();

        String id = String.valueOf(rows("select control_id from outgoing where stay = ?", stay)
                .getFirst()
                .get("control_id"));
        send(java.net.http.HttpRequest.newBuilder(uri("/fhir/$process-message"))
                .header("Authorization", "Bearer demo-referrer")
                .header("Content-Type", "application/fhir+json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("""
                    {"resourceType": "Bundle", "type": "message", "entry": [{"resource": {"resourceType": "MessageHeader",
                     "id": "read-1", "eventCoding": {"code": "ITK008M"}, "source": {"endpoint": "x"},
                     "response": {"identifier": "%s", "code": "ok"}}},
                     {"resource": {"resourceType": "OperationOutcome", "issue": [{"severity": "information",
                      "code": "informational", "details": {"coding": [{"code": "30001"}], "text": "Patient known here"}}]}}]}
                    """.formatted(id))));
        assertThat(flows.find(stay).orElseThrow().summary().orElseThrow())
                .satisfies(read -> assertThat(read.isRead()).isTrue())
                .satisfies(read -> assertThat(read.acknowledgedBy()).isEqualTo("GP letters, by ITK3 message"));

        response.set(itk("30001", "Patient known here"));
        flows.tell(
                stay,
                0,
                new FlowCommand.SendSummary(
                        "Their practice", all, "", Map.of(SummaryPart.PLAN, "Bloods in two weeks at " + local)),
                at,
                STAFF,
                null);
        next(byFhir, "Bloods in two weeks at " + local);
        until("select 1 from summary_sent where stay = ? and read_at is not null and read_by like '%ITK3%'", stay);
    }

    private static String itk(String code, String words) {
        return """
            {"resourceType": "Bundle", "type": "message", "entry": [
              {"resource": {"resourceType": "MessageHeader", "response": {"identifier": "x", "code": "ok"}}},
              {"resource": {"resourceType": "OperationOutcome", "issue": [
                {"details": {"coding": [{"code": "20013"}], "text": "Success"}},
                {"details": {"coding": [{"code": "%s"}], "text": "%s"}}]}}]}
            """.formatted(code, words);
    }

    @Test
    void who_told_it_is_not_told_it_and_each_message_goes_out_once() throws Exception {
        subscribe("uhb", Kind.ADT);
        subscribeByFhir(Kind.DISCHARGE);
        hospital("A04", now(-90));
        hospital("A03", now(-5));
        next(byFhir, "Broken hip");
        bean(Feed.class).read();
        assertThat(rows("select 1 from outgoing where subscriber = ?", hl7)).isEmpty();
        assertThat(rows("select 1 from outgoing where subscriber = ?", fhir)).hasSize(1);
    }

    @Test
    void a_receiver_who_is_down_gets_everything_in_order_later_and_after_days_it_waits_for_somebody() throws Exception {
        answer.set("down");
        subscribe("", Kind.ADT);
        hospital("A01", now(-90));
        hospital("A02", now(-60));
        hospital("A03", now(-5));
        until("select 1 from outgoing where subscriber = ? and problem <> '' and state = 'WAITING'", hl7);
        bean(JdbcTemplate.class)
                .update(
                        "update outgoing set queued_at = queued_at - interval '4 days', due_at = due_at - interval '1"
                                + " day' where number = (select min(number) from outgoing where subscriber = ?)",
                        hl7);
        until("select 1 from outgoing where subscriber = ? and state = 'DEAD'", hl7);

        answer.set("AA");
        bean(JdbcTemplate.class)
                .update("update outgoing set due_at = queued_at where subscriber = ? and state = 'WAITING'", hl7);
        assertThat(next(byHl7, local)).contains("ADT^A02");
        assertThat(next(byHl7, local)).contains("ADT^A03");
        var clerk = visitor(Role.HUB);
        assertThat(clerk.get("/exchange/outgoing"))
                .contains("Out-of-hours system")
                .contains("Given up");
        clerk.send("/exchange/outgoing/receivers/" + hl7 + "/replay");
        assertThat(next(byHl7, local)).contains("ADT^A01");
        until("select subscriber from outgoing where subscriber = ? group by 1 having bool_and(state = 'SENT')", hl7);
    }

    @Test
    void a_receiver_who_is_slow_holds_up_nobody_else() throws Exception {
        java.util.concurrent.CountDownLatch patience = new java.util.concurrent.CountDownLatch(1);
        try (MllpServer slow = MllpServer.start(MllpSettings.onLoopback(0), (frame, peer) -> {
            try {
                patience.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new byte[0];
        })) {
            bean(Subscribers.class)
                    .put(new Subscriber(
                            fhir,
                            "Slow system",
                            "",
                            new Subscriber.Mllp("127.0.0.1", slow.port(), "S", "S"),
                            Set.of(Kind.ADT),
                            Set.of()));
            subscribe("", Kind.ADT);
            hospital("A01", now(-90));
            hospital("A03", now(-5));
            assertThat(next(byHl7, local)).contains("ADT^A01");
            assertThat(next(byHl7, local)).contains("ADT^A03");
            assertThat(rows("select 1 from outgoing where subscriber = ? and state = 'WAITING'", fhir))
                    .hasSize(2);
            patience.countDown();
        }
    }

    @Test
    void what_the_receiver_refuses_waits_for_somebody_and_holds_up_nothing() throws Exception {
        answer.set("AE");
        subscribe("", Kind.ADT);
        hospital("A01", now(-90));
        until("select 1 from outgoing where subscriber = ? and state = 'REFUSED'", hl7);
        answer.set("AA");
        hospital("A03", now(-5));
        until("select 1 from outgoing where subscriber = ? and state = 'SENT'", hl7);
        String number =
                String.valueOf(rows("select number from outgoing where subscriber = ? and state = 'REFUSED'", hl7)
                        .getFirst()
                        .get("number"));
        var clerk = visitor(Role.HUB);
        assertThat(clerk.get("/exchange/outgoing/" + number)).contains("MSA|AE").contains("ADT^A01");
        assertThat(clerk.send("/exchange/outgoing/" + number + "/set-aside", "reason", " "))
                .contains("A reason is needed");
        assertThat(clerk.send("/exchange/outgoing/" + number + "/set-aside", "reason", "told by telephone"))
                .contains("Set aside")
                .contains("told by telephone");
        assertThat(clerk.send("/exchange/outgoing/" + number + "/replay")).contains("somebody was faster");
        clerk.get("/exchange/outgoing/999999999");
        assertThat(clerk.status()).isEqualTo(404);
    }

    @Test
    void a_document_that_is_rejected_says_why() throws Exception {
        response.set("""
            {"resourceType": "Bundle", "type": "message", "entry": [
              {"resource": {"resourceType": "MessageHeader", "response": {"code": "fatal-error"}}},
              {"resource": {"resourceType": "OperationOutcome", "issue": [{"severity": "fatal",
                "details": {"coding": [{"code": "30002"}], "text": "Patient not known here"}}]}}]}
            """);
        subscribeByFhir(Kind.DISCHARGE);
        hospital("A01", now(-90));
        hospital("A03", now(-5));
        until(
                "select 1 from outgoing where subscriber = ? and state = 'REFUSED' and problem like '%30002 Patient"
                        + " not known%'",
                fhir);
    }

    @Test
    void the_letter_of_a_discharge_is_one_that_another_homeward_takes() throws Exception {
        System.setProperty("HOMEWARD_TEST_TOKEN", "demo-referrer@swbh");
        bean(Subscribers.class)
                .put(new Subscriber(
                        fhir,
                        "Another Homeward",
                        "",
                        new Subscriber.Fhir(uri("/fhir").toString(), "HOMEWARD_TEST_TOKEN"),
                        Set.of(Kind.DISCHARGE),
                        Set.of()));
        bean(Feed.class).read();
        hospital("A04", now(-90));
        decide();
        hospital("A03", now(-5));
        until("select 1 from outgoing where subscriber = ? and state = 'SENT' and answer like '%20013%'", fhir);
        assertThat(rows("select r.type from resource r join resource e on e.patient = r.patient where e.type ="
                        + " 'Encounter' and e.organisation = 'swbh' and convert_from(e.content, 'UTF8')"
                        + " like '%Broken hip%'"))
                .extracting(row -> row.get("type"))
                .contains("Composition", "Consent", "Encounter");

        String id = String.valueOf(rows("select control_id from outgoing where subscriber = ?", fhir)
                .getFirst()
                .get("control_id"));
        java.net.http.HttpRequest.Builder late = java.net.http.HttpRequest.newBuilder(uri("/fhir/$process-message"))
                .header("Authorization", "Bearer demo-referrer")
                .header("Content-Type", "application/fhir+json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("""
                    {"resourceType": "Bundle", "type": "message", "entry": [{"resource": {"resourceType": "MessageHeader",
                     "id": "late-1", "eventCoding": {"code": "ITK008M"}, "source": {"endpoint": "x"},
                     "response": {"identifier": "%s", "code": "fatal-error"}}},
                     {"resource": {"resourceType": "OperationOutcome", "issue": [{"severity": "fatal", "code": "processing",
                      "details": {"coding": [{"code": "30003"}], "text": "Patient no longer here"}}]}}]}
                    """.formatted(id)));
        assertThat(send(late).statusCode()).isEqualTo(200);
        assertThat(rows("select problem from outgoing where subscriber = ? and state = 'REFUSED'", fhir))
                .extracting(row -> row.get("problem"))
                .containsExactly("30003 Patient no longer here");
    }

    @Test
    void a_step_that_begins_is_referred_to_whoever_gives_it_with_the_decisions_about_care() throws Exception {
        response.set("""
            {"resourceType": "Bundle", "type": "message", "entry": [
              {"resource": {"resourceType": "MessageHeader", "response": {"identifier": "x", "code": "ok"}}}]}
            """);
        subscribeByFhir(Kind.REFERRAL);
        Desk desk = bean(Desk.class);
        Instant at = bean(PlaceTime.class).instant();
        String person = newId("referred-on");
        desk.tellPerson(
                person,
                List.of(
                        new PersonEvent.PersonRegistered(someone("Rita", "Onward")),
                        new PersonEvent.CareDecided(
                                "resuscitation", "do-not-attempt", "", "Rita herself", "has", "", null)),
                at,
                STAFF,
                null);
        String journey = newId("referred-on-journey");
        desk.open(
                journey,
                PathwayId.of("intermediate-care"),
                new JourneyCommand.Open(
                        person,
                        RouteId.of("professional"),
                        new JourneyEvent.Sender("gp", "Test Practice", "Dr Test", "0121 496 0000"),
                        "Fell in the garden " + journey,
                        Map.of("urgency", "urgent", "locality", "central")),
                at,
                STAFF,
                null);
        desk.tell(journey, 0, new JourneyCommand.Accept(), at, STAFF, null);
        JourneyCommand.Decide respond =
                new JourneyCommand.Decide(OptionId.of("respond"), "", List.of("nurse", "therapist"), "home", null);
        desk.tell(journey, 0, respond, at, STAFF, null);
        assertThat(desk.tell(journey, 0, new JourneyCommand.StartStep(List.of()), at, STAFF, null))
                .isInstanceOf(uk.homeward.server.journal.Told.Done.class);

        assertThat(next(byFhir, "Fell in the garden " + journey))
                .contains("servicerequest-request")
                .contains("\"priority\":\"urgent\"")
                .contains("\"family\":\"Onward\"")
                .contains("Decisions about care: Resuscitation: Do not attempt")
                .contains("\"resourceType\":\"Consent\"");
        until("select 1 from outgoing where subscriber = ? and state = 'SENT' and kind = 'REFERRAL'", fhir);
    }

    @Test
    void only_the_right_acknowledgement_counts() {
        byte[] sent = "MSH|^~\\&|HOMEWARD|uhb|X|Y|2026||ADT^A01|ID1|P|2.4\r".getBytes(StandardCharsets.UTF_8);
        assertThat(Sender.acknowledged(sent, bytes("MSH|x\rMSA|AA|ID1\r"))).isInstanceOf(Answer.Taken.class);
        assertThat(Sender.acknowledged(sent, bytes("MSH|x\rMSA|AA|ID2\r"))).isInstanceOf(Answer.Later.class);
        assertThat(Sender.acknowledged(sent, bytes("MSH|x\rMSA|AR|ID1\rERR|||207\r")))
                .isInstanceOf(Answer.Later.class);
        assertThat(Sender.acknowledged(sent, bytes("junk"))).isInstanceOf(Answer.Later.class);
        assertThat(Sender.responded(503, "")).isInstanceOf(Answer.Later.class);
        assertThat(Sender.responded(422, "<html>")).isInstanceOf(Answer.Refused.class);
        assertThat(Sender.responded(202, "")).isInstanceOf(Answer.Taken.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HUB", "TRIAGE_CLINICIAN"})
    void nobody_else_comes_in(Role role) {
        assertThat(get("/exchange/outgoing", role.word()).statusCode()).isEqualTo(403);
        assertThat(get("/exchange/outgoing/1", role.word()).statusCode()).isEqualTo(403);
        assertThat(post("/exchange/outgoing/1/replay", role.word(), "").statusCode())
                .isEqualTo(403);
        assertThat(post("/exchange/outgoing/1/set-aside", role.word(), "reason=x")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/exchange/outgoing/receivers/x/replay", role.word(), "")
                        .statusCode())
                .isEqualTo(403);
    }
}
