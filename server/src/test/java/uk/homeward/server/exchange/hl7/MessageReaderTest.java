package uk.homeward.server.exchange.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.homeward.server.exchange.hl7.Messages.PID;
import static uk.homeward.server.exchange.hl7.Messages.header;
import static uk.homeward.server.exchange.hl7.Messages.join;
import static uk.homeward.server.exchange.hl7.Messages.ordinary;
import static uk.homeward.server.exchange.hl7.Messages.understood;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.homeward.server.exchange.hl7.adt.Address;
import uk.homeward.server.exchange.hl7.adt.AdtMessage;
import uk.homeward.server.exchange.hl7.adt.Identity;
import uk.homeward.server.exchange.hl7.adt.LocalNumber;
import uk.homeward.server.exchange.hl7.adt.NhsNumberStatus;
import uk.homeward.server.exchange.hl7.adt.Oddity;
import uk.homeward.server.exchange.hl7.adt.PatientClass;
import uk.homeward.server.exchange.hl7.adt.PersonName;
import uk.homeward.server.exchange.hl7.adt.Practice;
import uk.homeward.server.exchange.hl7.adt.Sex;
import uk.homeward.server.exchange.hl7.adt.Told;
import uk.homeward.server.exchange.hl7.adt.Trigger;
import uk.homeward.server.exchange.hl7.adt.Visit;
import uk.homeward.server.exchange.hl7.adt.Vitality;

class MessageReaderTest {

    private static final String IN_BED = "PV1|1|I|W12^A^3^QEHB^^^Main|||ED^^^QEHB|C1^Khan^Amina^^^Dr|||430|||||||||V77"
            + "|||||||||||||||||19|||||||A|20261123081500|20261123090000";

    @ParameterizedTest
    @ValueSource(strings = {"2.3", "2.3.1", "2.4", "2.5", "2.5.1", "", "2.9"})
    void readsWhoTheMessageIsAboutInEveryVersion(String version) {
        AdtMessage message = understood(ordinary("A01", version, IN_BED));
        assertThat(message.subject().identity())
                .isEqualTo(new Identity(
                        "9434765919", NhsNumberStatus.UNVERIFIED, List.of(new LocalNumber("L100", "RRK"))));
        assertThat(message.subject().demographics().name())
                .isEqualTo(Told.said(new PersonName("Osei", "Ama", "Rose", "Mrs")));
        assertThat(message.subject().demographics().birthDate()).isEqualTo(Told.said(LocalDate.of(1940, 5, 2)));
        assertThat(message.subject().demographics().sex()).isEqualTo(Told.said(Sex.FEMALE));
        assertThat(message.subject().demographics().address())
                .isEqualTo(Told.said(
                        new Address(List.of("1 High Street", "Flat 2", "Birmingham", "West Midlands"), "B1 1AA")));
        assertThat(message.subject().demographics().phone()).isEqualTo(Told.said("0121 496 0000"));
        assertThat(message.subject().demographics().language()).isEqualTo(Told.said("pa"));
        assertThat(message.oddities()).isEmpty();
    }

    @Test
    void readsTheVisit() {
        Visit visit = visit(understood(ordinary("A02", "2.4", IN_BED)));
        assertThat(visit.number()).isEqualTo("V77");
        assertThat(visit.patientClass()).isEqualTo(PatientClass.INPATIENT);
        assertThat(visit.at()).isNotNull().satisfies(at -> {
            assertThat(at.words()).isEqualTo("W12, A, 3");
            assertThat(at.facility()).isEqualTo("QEHB");
            assertThat(at.building()).isEqualTo("Main");
        });
        assertThat(visit.prior())
                .isNotNull()
                .satisfies(prior -> assertThat(prior.ward()).isEqualTo("ED"));
        assertThat(visit.admittedAt()).isEqualTo(Instant.parse("2026-11-23T08:15:00Z"));
        assertThat(visit.dischargedAt()).isEqualTo(Instant.parse("2026-11-23T09:00:00Z"));
        assertThat(visit.attending())
                .isNotNull()
                .satisfies(c -> assertThat(c.name()).isEqualTo("Dr Amina Khan"));
        assertThat(visit.specialty()).isEqualTo("430");
        assertThat(visit.disposition()).isEqualTo("19");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A01", "A02", "A03", "A04", "A08", "A11", "A12", "A13", "A16", "A28", "A31"})
    void readsEveryTriggerAboutOnePerson(String trigger) {
        assertThat(understood(ordinary(trigger, "2.4", IN_BED)).trigger()).isEqualTo(Trigger.valueOf(trigger));
    }

    @Test
    void anAdmissionHappenedWhenTheVisitBeganAndADischargeWhenItEnded() {
        assertThat(understood(ordinary("A01", "2.4", IN_BED)).occurredAt()).isEqualTo("2026-11-23T08:15:00Z");
        assertThat(understood(ordinary("A03", "2.4", IN_BED)).occurredAt()).isEqualTo("2026-11-23T09:00:00Z");
        assertThat(understood(ordinary("A02", "2.4", IN_BED)).occurredAt()).isEqualTo("2026-11-23T09:25:00Z");
    }

    @Test
    void aDischargeTimeAfterTheRecordingIsAPlanAndNotWhenItHappened() {
        String planned = IN_BED.replace("20261123090000", "20261124090000");
        assertThat(understood(ordinary("A03", "2.4", planned)).occurredAt()).isEqualTo("2026-11-23T09:25:00Z");
    }

    @Test
    void aCancellationSaysWhatItCancels() {
        AdtMessage message =
                understood(join(header("A11", "2.4"), "EVN|A11|20261123092500||||20261123081500", PID, IN_BED));
        assertThat(message.occurredAt()).isEqualTo("2026-11-23T09:25:00Z");
        assertThat(message.cancelsEventAt()).isEqualTo("2026-11-23T08:15:00Z");
    }

    @Test
    void aPendingDischargeSaysWhenItIsPlanned() {
        AdtMessage message = understood(join(
                header("A16", "2.3"), "EVN|A16|20261123092500|20261125110000", PID, IN_BED, "PV2|||||||||20261125"));
        assertThat(message.plannedAt()).isEqualTo("2026-11-25T11:00:00Z");
        assertThat(visit(message).expectedDischargeAt()).isEqualTo("2026-11-25T00:00:00Z");
    }

    @Test
    void aSwapIsAboutTwoPeopleEachWithTheirVisit() {
        AdtMessage message = understood(join(
                header("A17", "2.4"),
                "EVN|A17|20261123092500",
                PID,
                "PV1|1|I|W1^^1||||||||||||||||V1",
                "PID|2||L200^^^RRK^PI",
                "PV1|2|I|W1^^2||||||||||||||||V2"));
        assertThat(message.subjects()).hasSize(2);
        assertThat(message.subjects().getLast().identity().locals()).containsExactly(new LocalNumber("L200", "RRK"));
        assertThat(message.subjects().getLast().visit())
                .isNotNull()
                .satisfies(v -> assertThat(v.number()).isEqualTo("V2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A34", "A40"})
    void aMergeSaysWhichRecordGivesWay(String trigger) {
        AdtMessage message = understood(join(
                header(trigger, "2.4"),
                "EVN|" + trigger + "|20261123",
                PID,
                "PD1|||Surgery^^M85001",
                "MRG|L999^^^RRK^PI"));
        assertThat(message.subject().merged())
                .containsExactly(new Identity("", NhsNumberStatus.ABSENT, List.of(new LocalNumber("L999", "RRK"))));
        assertThat(message.subject().demographics().practice()).isEqualTo(Told.said(new Practice("M85001", "Surgery")));
    }

    @Test
    void oneMergeMessageMayHoldSeveralMerges() {
        AdtMessage message =
                understood(join(header("A40", "2.5"), "EVN||20261123", PID, "MRG|L1", "PID|2||L300", "MRG|L2"));
        assertThat(message.subjects()).hasSize(2);
        assertThat(message.subjects().getLast().merged().getFirst().locals())
                .containsExactly(new LocalNumber("L2", "RRK"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999999999", "0000000000"})
    void aPlaceholderNumberIdentifiesNobody(String number) {
        Identity identity = understood(join(header("A28", "2.4"), "PID|||L1^^^RRK~" + number + "^^^NHS"))
                .subject()
                .identity();
        assertThat(identity.status()).isEqualTo(NhsNumberStatus.PLACEHOLDER);
        assertThat(identity.nhsNumber()).isEmpty();
        assertThat(identity.isNobody()).isFalse();
    }

    @Test
    void aNumberThatFailsItsCheckIsNoNhsNumberAndIsNoted() {
        AdtMessage message = understood(join(header("A28", "2.4"), "PID|||L1^^^RRK~9434765918^^^NHS"));
        assertThat(message.subject().identity().status()).isEqualTo(NhsNumberStatus.IMPOSSIBLE);
        assertThat(message.oddities()).extracting(Oddity::where).contains("PID-3");
    }

    @Test
    void theSenderMaySayThatTheNumberWasVerified() {
        AdtMessage message =
                understood(join(header("A28", "2.4"), "PID|||9434765919^^^NHS|" + "|".repeat(28) + "NSTS01"));
        assertThat(message.subject().identity().status()).isEqualTo(NhsNumberStatus.VERIFIED);
    }

    @Test
    void tellsNothingSaidFromNoLonger() {
        AdtMessage message = understood(join(header("A31", "2.4"), "PID|||L1||\"\"||\"\"||||\"\"||\"\""));
        assertThat(message.subject().demographics().phone()).isEqualTo(Told.cleared());
        assertThat(message.subject().demographics().address()).isEqualTo(Told.cleared());
        assertThat(message.subject().demographics().sex()).isEqualTo(Told.unsaid());
        assertThat(message.subject().demographics().phone().after("0121")).isNull();
        assertThat(message.subject().demographics().sex().after(Sex.MALE)).isEqualTo(Sex.MALE);
    }

    @Test
    void readsADeath() {
        AdtMessage message = understood(join(header("A31", "2.4"), "PID|||L1|" + "|".repeat(25) + "202611230400|Y"));
        assertThat(message.subject().demographics().vitality())
                .isEqualTo(Told.said(new Vitality(true, Instant.parse("2026-11-23T04:00:00Z"))));
    }

    @Test
    void readsOtherSeparatorsAndEscapes() {
        AdtMessage message = understood("MSH$%*!@$PAS$RRK$$$20261123$$ADT%A28$M1$P$2.4\rPID$$$L1\r"
                .replace("PID$$$L1", "PID$$$L1$$O!T!Ne!R!ll%Mary"));
        assertThat(message.subject().demographics().name())
                .isEqualTo(Told.said(new PersonName("O@Ne*ll", "Mary", "", "")));
    }

    @Test
    void readsWhatRealStreamsDoToTheStandard() {
        String odd = "\r\n "
                + ordinary("A01", "2.3", IN_BED)
                        .replace("\r", "\n")
                        .replace("EVN|A01|20261123092500\n", "")
                        .replace("Rose", "Ro\u0000se")
                        .replace("PV1|", "pv1|")
                + "ZPD|1|something of ours\nnot a segment\n\n";
        AdtMessage message = understood(odd);
        assertThat(visit(message).number()).isEqualTo("V77");
        assertThat(message.subject().demographics().name())
                .isEqualTo(Told.said(new PersonName("Osei", "Ama", "Rose", "Mrs")));
        assertThat(message.oddities()).isNotEmpty();
    }

    @Test
    void takesTheTriggerFromEvnOrTheStructureWhenTheHeaderLacksIt() {
        assertThat(understood(ordinary("A01", "2.3", IN_BED).replace("ADT^A01", "ADT"))
                        .trigger())
                .isEqualTo(Trigger.A01);
        assertThat(understood(ordinary("A03", "2.5", IN_BED).replace("ADT^A03", "ADT_A03"))
                        .trigger())
                .isEqualTo(Trigger.A03);
    }

    @Test
    void theBytesDecideTheCharacterSetBeforeTheHeaderDoes() {
        String message = join(header("A28", "2.4") + "||||||ASCII", "PID|||L1||Müller^Zoë");
        for (String charset : List.of("UTF-8", "windows-1252")) {
            Received received = Received.whole(message.getBytes(Charset.forName(charset)), "", Messages.NOW);
            Understanding read = new MessageReader(SenderProfiles.NONE).read(received);
            assertThat(read)
                    .isInstanceOfSatisfying(
                            Understanding.Understood.class,
                            understood -> assertThat(understood
                                            .message()
                                            .subject()
                                            .demographics()
                                            .name())
                                    .isEqualTo(Told.said(new PersonName("Müller", "Zoë", "", ""))));
        }
    }

    private static Visit visit(AdtMessage message) {
        Visit visit = message.subject().visit();
        assertThat(visit).isNotNull();
        return java.util.Objects.requireNonNull(visit);
    }
}
