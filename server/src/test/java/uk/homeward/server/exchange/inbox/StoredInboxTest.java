package uk.homeward.server.exchange.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.flow.FlowCommand;
import uk.homeward.server.exchange.mllp.MllpClient;
import uk.homeward.server.journal.FlowDesk;
import uk.homeward.server.time.PlaceTime;

/** Messages through the listener into a real database. */
class StoredInboxTest extends HospitalTest {

    private static final Actor STAFF = new Actor("u1", "Sam Okafor", "administrator", "uhb");
    private static final Path STREAM = Path.of(
            System.getProperty("homeward.root", ".."),
            "..",
            "shared",
            "data",
            "interop",
            "hl7v2",
            "simulated_hospital_adt.hl7");

    @Test
    void the_consultant_whom_the_hospital_names_stands_on_the_stay_until_the_ward_names_another() throws IOException {
        String bed = "PV1|1|I|QEM1^^^QEHB||||C1^Khan^Amina^^^Dr||||||||||||CV1";
        send(message("A01", "c1", "C71", "1940-01-01", bed));
        String consultant = "select f.consultant from flow f join spell s on s.place = f.place and s.id = f.stay"
                + " where s.person = ?";
        assertThat(text(consultant, personOf("C71"))).contains("Khan");
        String stay = text("select id from spell where person = ?", personOf("C71"));
        bean(FlowDesk.class)
                .tell(
                        stay,
                        0,
                        new FlowCommand.NameConsultant("Dr Ward"),
                        bean(PlaceTime.class).instant(),
                        STAFF,
                        null);
        send(message("A08", "c2", "C71", "1940-01-01", bed));
        assertThat(text(consultant, personOf("C71"))).isEqualTo("Dr Ward");
    }

    @Test
    void anOlderPersonWhoArrivesIsAtTheFrontDoorAtOnce() throws IOException {
        assertThat(send(message("A04", "m1", "A1", "1940-05-02", "PV1|1|E|QEED^^^QEHB||||||||||||||||E1")))
                .contains("MSA|AA|m1");
        assertThat(rows("select state, location, site from spell where visit = 'E1'"))
                .containsExactly(Map.of("state", "ARRIVED", "location", "qehb-emergency-department", "site", "qehb"));
        assertThat(journeys("A1")).singleElement().satisfies(journey -> {
            assertThat(journey.get("route")).isEqualTo("hospital-front-door");
            assertThat(journey.get("at")).isEqualTo("front-door-assessment");
            assertThat(journey.get("sender")).isEqualTo("uhb");
        });
    }

    @Test
    void aYoungerPersonAndAPlannedOrOutpatientVisitOpenNoJourney() throws IOException {
        send(message("A04", "y1", "Y1", "1990-05-02", "PV1|1|E|QEED^^^QEHB||||||||||||||||YE1"));
        send(message("A01", "y2", "Y2", "1940-05-02", "PV1|1|I|QEM1^^^QEHB|11|||||||||||||||YE2"));
        send(message("A04", "y3", "Y3", "1940-05-02", "PV1|1|O|CLIN^^^QEHB||||||||||||||||YE3"));
        for (String number : List.of("Y1", "Y2", "Y3")) {
            assertThat(personOf(number)).isNotBlank();
            assertThat(journeys(number)).isEmpty();
        }
        assertThat(rows("select 1 from spell where visit = 'YE3'")).isEmpty();
    }

    @Test
    void aRepeatedMessageIsAcknowledgedAgainAndAppliedOnce() throws IOException {
        String message = message("A01", "r1", "R1", "1940-01-01", "PV1|1|I|QEM1^^^QEHB||||||||||||||||RV1");
        assertThat(send(message)).contains("MSA|AA|r1\r");
        long events = events();
        assertThat(send(message)).contains("MSA|AA|r1|received before");
        assertThat(events()).isEqualTo(events);
        assertThat(rows("select repeats from message where control_id = 'r1'")).containsExactly(Map.of("repeats", 1));
    }

    @Test
    void theSameFactInAnotherMessageIsRecordedOnce() throws IOException {
        send(message("A01", "s1", "S1", "1940-01-01", "PV1|1|I|QEM1^^^QEHB||||||||||||||||SV1"));
        long events = events();
        assertThat(send(message("A01", "s2", "S1", "1940-01-01", "PV1|1|I|QEM1^^^QEHB||||||||||||||||SV1")))
                .contains("MSA|AA|s2");
        assertThat(events()).isEqualTo(events);
    }

    @Test
    void aPlaceholderNumberJoinsNobody() throws IOException {
        send(withNhsNumber("A28", "d1", "D1", "1940-01-01", "9999999999"));
        send(withNhsNumber("A28", "d2", "D2", "1940-01-01", "9999999999"));
        assertThat(personOf("D1")).isNotEqualTo(personOf("D2"));
        assertThat(rows("select 1 from person where nhs_number = '9999999999'")).isEmpty();
    }

    @Test
    void anNhsNumberAloneJoinsNobodyButWithTheDateOfBirthItDoes() throws IOException {
        send(withNhsNumber("A28", "n1", "N1", "1940-01-01", "9434765919"));
        send(withNhsNumber("A28", "n2", "N2", "1951-07-07", "9434765919"));
        send(withNhsNumber("A28", "n3", "N3", "1940-01-01", "9434765919"));
        assertThat(personOf("N2")).isNotEqualTo(personOf("N1"));
        assertThat(personOf("N3")).isEqualTo(personOf("N1"));
        assertThat(text("select oddities from message where control_id = 'n2'")).contains("PID-3");
    }

    @Test
    void aMergedRecordLeadsToTheOneThatStandsInWhateverOrder() throws IOException {
        send(message("A28", "g1", "G1", "1940-01-01", ""));
        send(message("A28", "g2", "G2", "1940-01-01", ""));
        assertThat(send(message("A40", "g3", "G1", "1940-01-01", "MRG|G2^^^RRK")))
                .contains("MSA|AA|g3");
        send(message("A40", "g4", "G1", "1940-01-01", "MRG|G9^^^RRK"));
        send(message("A01", "g5", "G2", "1940-01-01", "PV1|1|I|QEM1^^^QEHB||||||||||||||||GV1"));
        send(message("A28", "g6", "G9", "1940-01-01", ""));
        assertThat(text("select person from spell where visit = 'GV1'")).isEqualTo(personOf("G1"));
        assertThat(personOf("G9")).isEqualTo(personOf("G1"));
        assertThat(text("select merged_into from person p join identifier i on i.person = p.id where i.value = 'G2'"))
                .isEqualTo(personOf("G1"));
    }

    @Test
    void anOlderMessageFillsGapsAndOverwritesNothing() throws IOException {
        String newer = message("A31", "o1", "O1", "1940-01-01", "").replace("Osei^Ama", "Newer^Ama");
        String older = message("A31", "o2", "O1", "1940-01-01", "")
                .replace("20261123093000", "20261122093000")
                .replace("Osei^Ama", "Older^Ama^^^^^L|||||||0121 1");
        send(newer);
        send(older.replace("||19400101|F|||||||0121", "||19400101|F|||||0121"));
        assertThat(text("select family from person where id = ?", personOf("O1")))
                .isEqualTo("Newer");
    }

    @Test
    void whatCannotBeAppliedWaitsAndIsMendedAndReplayed() throws IOException {
        Mending mending = bean(Mending.class);
        assertThat(send(message("A40", "w1", "W1", "1940-01-01", ""))).contains("MSA|AE|w1|MRG-1");
        KeptMessage kept = waiting(mending, "w1");
        assertThat(mending.replay(kept.number(), STAFF)).isPresent();
        assertThat(mending.mend(kept.number(), "nonsense", STAFF)).isPresent();
        assertThat(mending.mend(kept.number(), mending.text(kept.number()) + "\nMRG|W2^^^RRK", STAFF))
                .isEmpty();
        assertThat(mending.find(kept.number()).orElseThrow().state()).isEqualTo(MessageState.MENDED);
        assertThat(personOf("W2")).isEqualTo(personOf("W1"));
        assertThatThrownBy(() -> mending.setAside(kept.number(), "late", STAFF))
                .hasMessageContaining("does not wait any more");
        assertThat(send(message("A40", "w1", "W1", "1940-01-01", ""))).contains("MSA|AA|w1|received before");
    }

    @Test
    void whatIsNotHl7IsKeptAndCanBeSetAsideWithAReason() throws IOException {
        Mending mending = bean(Mending.class);
        assertThat(send("not hl7 at all")).contains("MSA|AR|");
        KeptMessage kept = waiting(mending, "");
        assertThat(mending.text(kept.number())).isEqualTo("not hl7 at all");
        mending.setAside(kept.number(), "a scanner", STAFF);
        assertThat(mending.find(kept.number()).orElseThrow().settled()).isEqualTo("Sam Okafor: a scanner");
    }

    @Test
    void theWholeStreamGivesTheSameStaysInAnyOrderAndFromSeveralSendersAtOnce() throws Exception {
        assumeTrue(Files.exists(STREAM), "left out: the shared HL7 stream is not beside this checkout");
        List<String> messages = Arrays.stream(Files.readString(STREAM).split("\n"))
                .filter(message -> !message.isBlank())
                .toList();
        assertThat(sendAll(hospital(messages, "ONE"))).isEqualTo(281);
        List<Callable<Integer>> senders = new ArrayList<>();
        for (int seed = 0; seed < 4; seed++) {
            List<String> shuffled = new ArrayList<>(hospital(messages, "TWO"));
            Collections.shuffle(shuffled, new Random(seed));
            senders.add(() -> sendAll(shuffled));
        }
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> accepted : all.invokeAll(senders)) {
                assertThat(accepted.get()).isEqualTo(281);
            }
        }
        assertThat(stays("ONE")).hasSizeGreaterThan(100).isEqualTo(stays("TWO"));
        assertThat(text("select count(*) from message where sender = 'SIMHOSP|TWO'"))
                .isEqualTo("281");
    }

    /** The same hospital under another name, with people of its own. */
    private static List<String> hospital(List<String> messages, String name) {
        return messages.stream()
                .map(message -> message.replace("|SFAC|", "|" + name + "|")
                        .replace("SIMULATOR MRN", name)
                        .replaceAll("~\\d{10}\\^\\^\\^NHSNBR", "~9999999999^^^NHSNBR"))
                .toList();
    }

    private static int sendAll(List<String> messages) throws IOException {
        int accepted = 0;
        try (MllpClient client = connect()) {
            for (String message : messages) {
                accepted += send(client, message).contains("\rMSA|AA|") ? 1 : 0;
            }
        }
        return accepted;
    }

    private static List<Map<String, Object>> stays(String name) {
        return rows("""
            select visit, state, location, arrived_at, admitted_at, discharged_at, expected_at
            from spell where id like ? order by visit, arrived_at
            """, name + "/%");
    }

    private static KeptMessage waiting(Mending mending, String controlId) {
        return mending.listWaiting(100).stream()
                .filter(message -> message.controlId().equals(controlId))
                .findFirst()
                .orElseThrow();
    }

    private static String withNhsNumber(String trigger, String id, String number, String born, String nhsNumber) {
        return message(trigger, id, number, born, "").replace("^^^RRK^PI", "^^^RRK^PI~" + nhsNumber + "^^^NHS^NH");
    }

    private static List<Map<String, Object>> journeys(String number) {
        return rows("select * from journey where person = ?", personOf(number));
    }

    private static long events() {
        return Long.parseLong(text("select count(*) from event"));
    }
}
