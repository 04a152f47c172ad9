package uk.homeward.server.exchange.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.homeward.server.access.Role;

/** Referrals (REF) and results (ORU) that come over the same line as ADT. */
class ReferralAndResultMessagesTest extends HospitalTest {

    private static String header(String type, String id, String time) {
        return "MSH|^~\\&|PAS|RRK|||" + time + "||" + type + "|" + id + "|P|2.4\r";
    }

    private static String pid(String local) {
        return "PID|1||" + local + "^^^RRK^PI||Osei^Ama||19400502|F\r";
    }

    private static String referral(String event, String id, String number, String local, String reason) {
        return header("REF^" + event, id, "20261123093000") + "RF1||U|||" + "|" + number + "||||" + reason + "\r"
                + "PRD|RP|Green^Jo^^^Dr|||0121 496 0999\r" + pid(local)
                + "DG1|1|||Reduced mobility\r";
    }

    private static String results(String id, String time, String local, String... obx) {
        return header("ORU^R01", id, time) + pid(local)
                + "OBR|1|P1|F-" + local + "|U&E^Urea and electrolytes^L|||20261123080000|||||||||||||||||F\r"
                + String.join("\r", obx) + "\r";
    }

    private static List<Map<String, Object>> journeys(String local) {
        return rows("select reason, ended_at from journey where person = ?", personOf(local));
    }

    private static List<Map<String, Object>> observations(String local) {
        return rows(
                "select version, convert_from(content, 'UTF8') as text from resource where type = 'Observation'"
                        + " and patient = ? order by key",
                personOf(local));
    }

    @Test
    void aReferralOpensOneJourneyHoweverOftenItComes() throws IOException {
        String first = referral("I12", newId("ref"), "R-77", "RF77", "^Fell twice this week");
        assertThat(send(first)).contains("MSA|AA");
        assertThat(send(first)).contains("MSA|AA");
        assertThat(send(referral("I12", newId("ref"), "R-77", "RF77", "^Fell twice this week")))
                .contains("MSA|AA");
        assertThat(journeys("RF77")).hasSize(1);
        assertThat(text("select reason from journey where person = ?", personOf("RF77")))
                .isEqualTo("Fell twice this week. Reduced mobility");
        assertThat(text("select sender from journey where person = ?", personOf("RF77")))
                .contains("University Hospitals Birmingham");
    }

    @Test
    void aReferralThatIsTakenBackEndsItsJourneyAndAnUnknownOneWaitsForSomebody() throws IOException {
        assertThat(send(referral("I14", newId("ref"), "R-78", "RF78", "")))
                .contains("MSA|AE")
                .contains("RF1");
        assertThat(send(referral("I12", newId("ref"), "R-78", "RF78", "^Weak"))).contains("MSA|AA");
        assertThat(send(referral("I14", newId("ref"), "R-78", "RF78", "^Went to her son")))
                .contains("MSA|AA");
        assertThat(journeys("RF78").getFirst().get("ended_at")).isNotNull();
    }

    @Test
    void aReferralWithoutAReasonOrOfTwoPeopleSaysWhatIsMissing() throws IOException {
        String noReason = referral("I12", newId("ref"), "R-79", "RF79", "").replaceAll("DG1[^\\r]*\\r", "");
        assertThat(send(noReason)).contains("MSA|AE").contains("the reason for the referral is missing");
        assertThat(send(referral("I12", newId("ref"), "R-80", "RF80", "^Weak") + pid("RF81")))
                .contains("MSA|AE")
                .contains("2 people");
        assertThat(send(header("REF^I12", newId("ref"), "20261123093000") + pid("RF82")))
                .contains("MSA|AE")
                .contains("add an RF1 segment");
        assertThat(send(header("REF^I13", newId("ref"), "20261123093000") + pid("RF82")))
                .contains("MSA|AR")
                .contains("I12");
    }

    @Test
    void resultsStandInTheRecordAsObservationsOfTheirReport() throws IOException {
        String message = results(
                newId("oru"),
                "20261123093000",
                "LAB1",
                "OBX|1|NM|2823-3^Potassium^LN||5.9|mmol/L|3.5-5.3|H|||F",
                "NTE|1||Haemolysed",
                "OBX|2|SN|33914-3^eGFR^LN||>^90|mL/min||N|||F",
                "OBX|3|CE|600-7^Culture^LN||112283007^Escherichia coli^SCT||||||F",
                "OBX|4|NM|718-7^Haemoglobin^LN||clotted|g/L|||||X",
                "OBX|5|TX|NOTE^Comment^L||Repeat~tomorrow||||||F");
        assertThat(send(message)).contains("MSA|AA");
        assertThat(send(message)).contains("MSA|AA");
        List<String> texts = observations("LAB1").stream()
                .map(row -> String.valueOf(row.get("text")))
                .toList();
        assertThat(texts).hasSize(5);
        assertThat(texts.get(0))
                .contains("\"value\":5.9")
                .contains("\"unit\":\"mmol/L\"")
                .contains("\"code\":\"H\"")
                .contains("http://loinc.org")
                .contains("Haemolysed");
        assertThat(texts.get(1)).contains("\"comparator\":\">\"").contains("\"value\":90");
        assertThat(texts.get(2)).contains("http://snomed.info/sct").contains("Escherichia coli");
        assertThat(texts.get(3)).contains("\"valueString\":\"clotted\"").contains("\"cancelled\"");
        assertThat(texts.get(4)).contains("Repeat tomorrow");
        assertThat(text(
                        "select convert_from(content, 'UTF8') from resource where type = 'DiagnosticReport' and"
                                + " patient = ?",
                        personOf("LAB1")))
                .contains("Urea and electrolytes")
                .contains("\"result\"");
        assertThat(visitor(Role.TRIAGE_CLINICIAN).get("/people/" + personOf("LAB1") + "/timeline"))
                .contains("Potassium");
    }

    @Test
    void aCorrectionIsANewVersionAndAnOlderMessageThatComesLateChangesNothing() throws IOException {
        String early =
                results(newId("oru"), "20261123093000", "LAB2", "OBX|1|NM|2823-3^Potassium^LN||5.9|mmol/L||||| P");
        String late = results(newId("oru"), "20261123103000", "LAB2", "OBX|1|NM|2823-3^Potassium^LN||4.1|mmol/L|||||C");
        assertThat(send(late)).contains("MSA|AA");
        assertThat(send(early)).contains("MSA|AA");
        assertThat(observations("LAB2")).hasSize(1);
        assertThat(text("select string_agg(oddities, ' ') from message where type = 'ORU^R01'"))
                .contains("a later state of this report is known already");
        String later = late.replace("20261123103000", "20261123113000").replace("4.1", "4.2");
        assertThat(send(later)).contains("MSA|AA");
        assertThat(observations("LAB2")).extracting(row -> row.get("version")).containsExactly(1, 2);
    }

    @Test
    void resultsWithoutAnOrderOrAPatientSayWhatIsMissing() throws IOException {
        assertThat(send(header("ORU^R01", newId("oru"), "20261123093000") + pid("LAB3")))
                .contains("MSA|AE")
                .contains("add OBR and OBX");
        assertThat(send(header("ORU^R01", newId("oru"), "20261123093000") + "PID|1\rOBR|1||F1|X\r"))
                .contains("MSA|AE")
                .contains("PID");
        assertThat(send(header("ORU^R01", newId("oru"), "20261123093000") + pid("LAB3") + "OBR|1|||X\r"))
                .contains("MSA|AE")
                .contains("OBR");
    }

    @Test
    void thePageReadsThemBackInWords() {
        var clerk = visitor(Role.HUB);
        clerk.get("/exchange/hl7");
        assertThat(clerk.send("/exchange/hl7/try", "message", referral("I12", "T1", "R-1", "X1", "^Fell")))
                .contains("Answer: AA")
                .contains("Fell. Reduced mobility");
        assertThat(clerk.send(
                        "/exchange/hl7/try",
                        "message",
                        results("T2", "20261123093000", "X1", "OBX|1|NM|1^Sodium^L||140|mmol/L|||||F")))
                .contains("Sodium 140 mmol/L");
    }
}
