package uk.homeward.server.exchange.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.flow.FlowCommand;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;
import uk.homeward.server.hospital.StayRef;
import uk.homeward.server.journal.FlowDesk;
import uk.homeward.server.journal.FlowTold;
import uk.homeward.server.time.PlaceTime;

/** A discharge that is told, or timed, before its admission: nothing lost, nothing doubled, no stay of less than nothing. */
class DischargeBeforeAdmissionTest extends HospitalTest {

    private static final Actor STAFF = new Actor("u1", "Sam Okafor", "administrator", "uhb");
    private static final String SPELL = "select state, admitted_at, discharged_at from spell where person = ?";

    private final Visitor clerk = visitor(Role.HUB);

    @Test
    void aDischargeThatComesBeforeItsAdmissionIsNeitherLostNorDoubled() throws IOException {
        String discharge = stay("A03", "early-3", "EARLY", "20261123180000", "V-EARLY");
        String admission = stay("A01", "early-1", "EARLY", "20261121090000", "V-EARLY");
        assertThat(send(discharge)).contains("MSA|AA|early-3");
        assertThat(stays(SPELL, "EARLY"))
                .as("it is kept, and nobody stands on a ward for it")
                .hasSize(1)
                .allSatisfy(row -> assertThat(row.get("state")).isEqualTo("LEFT"))
                .allSatisfy(row -> assertThat(row.get("admitted_at")).isNull());
        assertThat(stays("select 1 from journey where person = ?", "EARLY")).isEmpty();

        assertThat(send(admission)).contains("MSA|AA|early-1");
        assertThat(send(discharge)).contains("MSA|AA|early-3|received before");
        assertThat(send(stay("A01", "early-again", "EARLY", "20261121090000", "V-EARLY")))
                .contains("MSA|AA|early-again");
        assertThat(stays(SPELL, "EARLY"))
                .as("one stay with both ends")
                .hasSize(1)
                .allSatisfy(row -> assertThat(row.get("state")).isEqualTo("LEFT"))
                .allSatisfy(row -> assertThat(row.get("admitted_at")).isNotNull());
        assertThat(stays("select 1 from journey where person = ? and ended_at is null", "EARLY"))
                .as("nobody looks for a person who has left")
                .isEmpty();

        String id = text("select id from spell where person = ?", personOf("EARLY"));
        assertThat(bean(FlowDesk.class)
                        .tell(
                                id,
                                0,
                                new FlowCommand.Review(false, "", true, ""),
                                bean(PlaceTime.class).instant().plusSeconds(86_400L * 400),
                                STAFF,
                                null))
                .isInstanceOfSatisfying(
                        FlowTold.Refused.class,
                        refused -> assertThat(refused.why())
                                .isEqualTo(
                                        "They have left. Give the time at which it happened, if it was before that."));
    }

    @Test
    void aDischargeTimedBeforeTheKnownAdmissionWaitsToBeMendedAndThePersonStaysOnTheWard() throws IOException {
        assertThat(send(stay("A01", "odd-1", "ODD", "20261121120000", "V-ODD"))).contains("MSA|AA|odd-1");

        assertThat(send(stay("A03", "odd-3", "ODD", "20261121090000", "V-ODD")))
                .contains("MSA|AE|odd-3")
                .contains("the discharge is timed before the admission that was told of this stay");

        assertThat(stays(SPELL, "ODD"))
                .as("rather somebody who is looked for than somebody who is forgotten")
                .singleElement()
                .satisfies(row -> assertThat(row.get("state")).isEqualTo("ADMITTED"));
        assertThat(clerk.get("/exchange/hl7"))
                .contains("PV1-45: the discharge is timed before the admission")
                .contains("ask the hospital which of the two times is right");
        mend("odd-3", "20261121090000", "20261123150000");
        assertThat(stays(SPELL, "ODD"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("state")).isEqualTo("LEFT"));
        String page = text("select id from spell where person = ?", personOf("ODD"));
        assertThat(clerk.get("/stays/" + StayRef.encode(page))).contains("Left Queen Elizabeth");
    }

    @Test
    void aDischargeThatContradictsItselfWaitsToBeMended() throws IOException {
        String discharge = stay("A03", "both-3", "BOTH", "20261123180000", "V-BOTH")
                .replace("|19|||||||||", "|19||||||||20261124090000|");
        assertThat(send(discharge)).contains("MSA|AE|both-3").contains("PV1-45");
        assertThat(rows("select 1 from identifier where value = 'BOTH'")).isEmpty();

        mend("both-3", "20261124090000", "20261122090000");

        assertThat(stays(SPELL, "BOTH"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("state")).isEqualTo("LEFT"));
    }

    @Test
    void whoIsAdmittedAfterADischargeThatNobodyCouldPlaceStandsOnTheWardAndTheMessageSaysWhatToAsk()
            throws IOException {
        send(stay("A03", "late-3", "LATE", "20261121090000", "V-LATE"));
        assertThat(send(stay("A01", "late-1", "LATE", "20261121120000", "V-LATE")))
                .contains("MSA|AA|late-1");

        assertThat(stays(SPELL, "LATE"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("state")).isEqualTo("ADMITTED"));
        assertThat(text("select oddities from message where control_id = 'late-1'"))
                .contains("discharge was told before, timed earlier than this admission")
                .contains("ask the hospital");
    }

    @Test
    void noStayIsShorterThanNothing() {
        assertThat(rows("select id from spell where discharged_at < admitted_at"))
                .isEmpty();
    }

    private void mend(String control, String wrong, String right) {
        String number = text("select number from message where control_id = ?", control);
        String raw = text("select convert_from(content, 'UTF8') from message where number = ?", Long.valueOf(number));
        clerk.get("/exchange/hl7/messages/" + number);
        assertThat(clerk.send(
                        "/exchange/hl7/messages/" + number + "/mend",
                        "text",
                        raw.replace(wrong, right).replace('\r', '\n')))
                .contains("mended and applied");
    }

    private static List<Map<String, Object>> stays(String sql, String number) {
        return rows(sql, personOf(number));
    }

    private static String stay(String trigger, String id, String number, String at, String visit) {
        return "MSH|^~\\&|PAS|RRK|||" + at + "||ADT^" + trigger + "|" + id + "|P|2.4\rEVN|" + trigger + "|" + at
                + "\rPID|1||" + number + "^^^RRK^PI||Early^Bird||19400502|F\rPV1|1|I|W12^B^3^QEHB|21" + "|".repeat(15)
                + visit
                + "|".repeat(17) + "19||||||||" + (trigger.equals("A01") ? at : "") + "|"
                + (trigger.equals("A03") ? at : "") + "\r";
    }
}
