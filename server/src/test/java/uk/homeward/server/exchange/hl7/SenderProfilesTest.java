package uk.homeward.server.exchange.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.homeward.server.exchange.hl7.Messages.join;

import org.junit.jupiter.api.Test;
import uk.homeward.journey.source.Fault;
import uk.homeward.journey.source.Faults;
import uk.homeward.journey.source.Yaml;
import uk.homeward.server.exchange.hl7.adt.AdtMessage;
import uk.homeward.server.exchange.hl7.adt.LocalNumber;
import uk.homeward.server.exchange.hl7.adt.NhsNumberStatus;
import uk.homeward.server.exchange.hl7.adt.PatientClass;

class SenderProfilesTest {

    private static final String FILE = """
        default:
          zone: Europe/London
        senders:
          - name: North hospital
            application: [PAS, ED]
            facility: NORTH
            organisation: north-trust
            zone: Europe/Paris
            nhs-number:
              types: [NATIONAL]
              also-in: [PID-19]
            accepts: [P]
            classes: {AE: emergency}
            sites:
              - {facility: NH, ward: ED, site: north-front-door}
              - {facility: NH, site: north}
        """;

    private final Faults faults = new Faults();

    @Test
    void aSenderIsReadByItsOwnProfile() {
        AdtMessage message = read("NORTH", "PID|||L1~9434765919^^^X^NATIONAL", "PV1|1|AE|ED1^^^NH");
        assertThat(message.organisation()).isEqualTo("north-trust");
        assertThat(message.recordedAt()).isEqualTo("2026-11-23T08:00:00Z");
        assertThat(message.subject().identity().status()).isEqualTo(NhsNumberStatus.UNVERIFIED);
        assertThat(message.subject().identity().locals()).containsExactly(new LocalNumber("L1", "NORTH"));
        assertThat(message.subject().visit()).isNotNull().satisfies(visit -> {
            assertThat(visit.patientClass()).isEqualTo(PatientClass.EMERGENCY);
            assertThat(visit.at())
                    .isNotNull()
                    .satisfies(at -> assertThat(at.site()).isEqualTo("north-front-door"));
        });
    }

    @Test
    void aBareNumberInANamedFieldIsTheNhsNumber() {
        AdtMessage message = read("NORTH", "PID|||L1" + "|".repeat(16) + "943 476 5919", "PV1|1|I");
        assertThat(message.subject().identity().nhsNumber()).contains("9434765919");
    }

    @Test
    void anUnknownSenderIsReadForgivinglyAndHasNoOrganisation() {
        AdtMessage message = read("SOUTH", "PID|||L1~9434765919^^^NHS", "PV1|1|E");
        assertThat(message.organisation()).isNull();
        assertThat(message.recordedAt()).isEqualTo("2026-11-23T09:00:00Z");
        assertThat(message.subject().identity().nhsNumber()).contains("9434765919");
    }

    @Test
    void aTrainingMessageIsRejectedWhereOnlyProductionIsAccepted() {
        MessageReader reader = new MessageReader(profiles(FILE));
        String message = join("MSH|^~\\&|PAS|NORTH|||20261123||ADT^A28|1|T|2.4", "PID|||L1");
        assertThat(Messages.read(reader, message))
                .isInstanceOfSatisfying(
                        Understanding.Refused.class,
                        refused -> assertThat(refused.refusal().error()).isEqualTo(ErrorCode.PROCESSING));
    }

    @Test
    void everyFaultOfTheFileIsToldWithItsLine() {
        profiles("""
            senders:
              - name: nobody
                organisation: x
                zone: Europe/Brum
                classes: {I: guest}
                nhs-number: {also-in: EVN-2}
              - application: PAS
                colour: red
            """);
        assertThat(faults.list())
                .extracting(Fault::line, Fault::what)
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault.toString()).contains("2", "neither application nor facility"),
                        fault -> assertThat(fault.toString()).contains("4", "(Europe/Brum)"),
                        fault -> assertThat(fault.toString()).contains("5", "(guest)"),
                        fault -> assertThat(fault.toString()).contains("6", "(EVN-2)"),
                        fault -> assertThat(fault.toString()).contains("8", "(colour)"),
                        fault -> assertThat(fault.toString()).contains("7", "'organisation' is missing"));
    }

    private AdtMessage read(String facility, String pid, String pv1) {
        MessageReader reader = new MessageReader(profiles(FILE));
        String message = join("MSH|^~\\&|PAS|" + facility + "|||20261123090000||ADT^A04|1|P|2.4", pid, pv1);
        return switch (Messages.read(reader, message)) {
            case Understanding.Understood understood -> understood.message();
            case Understanding.Referred r -> throw new AssertionError("a referral");
            case Understanding.Reported r -> throw new AssertionError("results");
            case Understanding.Refused refused ->
                throw new AssertionError(refused.refusal().words());
        };
    }

    private SenderProfiles profiles(String text) {
        return SenderProfilesFile.read(Yaml.parse("senders.yaml", text, faults));
    }
}
