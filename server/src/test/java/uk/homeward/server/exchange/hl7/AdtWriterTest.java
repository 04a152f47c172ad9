package uk.homeward.server.exchange.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.homeward.server.exchange.hl7.Messages.understood;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.homeward.server.exchange.hl7.adt.Address;
import uk.homeward.server.exchange.hl7.adt.AdtDraft;
import uk.homeward.server.exchange.hl7.adt.AdtMessage;
import uk.homeward.server.exchange.hl7.adt.AdtWriter;
import uk.homeward.server.exchange.hl7.adt.Clinician;
import uk.homeward.server.exchange.hl7.adt.Demographics;
import uk.homeward.server.exchange.hl7.adt.Identity;
import uk.homeward.server.exchange.hl7.adt.LocalNumber;
import uk.homeward.server.exchange.hl7.adt.Location;
import uk.homeward.server.exchange.hl7.adt.NhsNumberStatus;
import uk.homeward.server.exchange.hl7.adt.PatientClass;
import uk.homeward.server.exchange.hl7.adt.PersonName;
import uk.homeward.server.exchange.hl7.adt.Practice;
import uk.homeward.server.exchange.hl7.adt.Sender;
import uk.homeward.server.exchange.hl7.adt.Sex;
import uk.homeward.server.exchange.hl7.adt.Told;
import uk.homeward.server.exchange.hl7.adt.Trigger;
import uk.homeward.server.exchange.hl7.adt.Visit;
import uk.homeward.server.exchange.hl7.adt.Vitality;

class AdtWriterTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final List<String> VERSIONS = List.of("2.3", "2.3.1", "2.4", "2.5", "2.5.1");

    @ParameterizedTest
    @EnumSource(Trigger.class)
    void whatIsWrittenIsReadAgainAsTheSame(Trigger trigger) {
        Random random = new Random(trigger.ordinal());
        for (int round = 0; round < 300; round++) {
            AdtMessage message = random(trigger, random);
            for (boolean offsets : new boolean[] {true, false}) {
                String written = new AdtWriter(LONDON, offsets).write(message);
                AdtMessage read = understood(written);
                assertThat(read).isEqualTo(message);
            }
        }
    }

    @Test
    void writesTheMessageAsAHospitalWould() {
        Instant at = Instant.parse("2026-11-23T09:30:00Z");
        Identity identity = new Identity("9434765919", NhsNumberStatus.VERIFIED, List.of(new LocalNumber("L1", "RRK")));
        AdtMessage message = new AdtDraft(Trigger.A28, at)
                .controlId("7")
                .from(new Sender("PAS", "RRK"))
                .about(identity, Demographics.UNSAID)
                .message();
        assertThat(new AdtWriter(LONDON, false).write(message))
                .isEqualTo(Messages.join(
                        "MSH|^~\\&|PAS|RRK|HOMEWARD||20261123093000||ADT^A28^ADT_A05|7|P|2.4||||||UNICODE UTF-8",
                        "EVN|A28|20261123093000||||20261123093000",
                        "PID|1||L1^^^RRK^PI~9434765919^^^NHS^NH" + "|".repeat(29) + "NSTS01"));
    }

    private static AdtMessage random(Trigger trigger, Random random) {
        Instant at = Instant.parse("2026-01-05T00:00:00Z").plusSeconds(random.nextInt(20_000_000));
        AdtDraft draft = new AdtDraft(trigger, at)
                .controlId("C" + random.nextInt(1000))
                .version(VERSIONS.get(random.nextInt(VERSIONS.size())))
                .from(new Sender("PAS", text(random)))
                .recordedAt(at);
        if (trigger.kind() == Trigger.Kind.CANCEL) {
            draft.cancels(at.minusSeconds(random.nextInt(5000)));
        }
        if (trigger == Trigger.A16) {
            draft.plannedAt(at.plusSeconds(86_400));
        }
        switch (trigger.kind()) {
            case MERGE -> draft.merging(identity(random), demographics(random), identity(random));
            case PERSON -> draft.about(identity(random), demographics(random));
            case VISIT, CANCEL -> draft.about(identity(random), demographics(random), visit(random, at));
        }
        if (trigger == Trigger.A17) {
            draft.about(identity(random), demographics(random), visit(random, at));
        }
        return draft.message();
    }

    private static Identity identity(Random random) {
        boolean known = random.nextBoolean();
        return new Identity(
                known ? "9434765919" : "",
                known ? NhsNumberStatus.UNVERIFIED : NhsNumberStatus.ABSENT,
                List.of(new LocalNumber("L" + random.nextInt(1000), text(random)), new LocalNumber("X1", "OTHER")));
    }

    private static Demographics demographics(Random random) {
        return new Demographics(
                told(
                        random,
                        new PersonName(text(random), text(random), random.nextBoolean() ? "" : text(random), "Mr")),
                told(random, LocalDate.of(1930, 1, 1).plusDays(random.nextInt(20_000))),
                told(random, Sex.values()[random.nextInt(3)]),
                told(random, new Address(List.of(text(random), text(random)), "B1 1AA")),
                told(random, "0121 " + random.nextInt(1000)),
                told(random, text(random)),
                random.nextBoolean()
                        ? Told.unsaid()
                        : Told.said(new Vitality(true, Instant.parse("2026-02-01T10:00:00Z"))),
                told(random, new Practice("M85" + random.nextInt(100), text(random))));
    }

    private static <T> Told<T> told(Random random, T value) {
        return switch (random.nextInt(4)) {
            case 0 -> Told.unsaid();
            case 1 -> Told.cleared();
            default -> Told.said(value);
        };
    }

    private static Visit visit(Random random, Instant at) {
        return new Visit(
                "V" + random.nextInt(1000),
                PatientClass.values()[random.nextInt(PatientClass.values().length)],
                "21",
                location(random),
                location(random),
                at,
                random.nextBoolean() ? at : null,
                random.nextBoolean() ? at.plusSeconds(900) : null,
                random.nextBoolean() ? new Clinician("C1", text(random)) : null,
                text(random),
                random.nextBoolean() ? text(random) : "",
                "19",
                random.nextBoolean() ? List.of() : List.of("S720", "W19"));
    }

    private static @Nullable Location location(Random random) {
        return random.nextInt(3) == 0
                ? null
                : new Location(
                        "W" + random.nextInt(30), text(random), "3", "QEHB", random.nextBoolean() ? "" : "Main", "");
    }

    /** Letters, and every sign that HL7 gives a meaning. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder("Z");
        for (int i = 0; i < random.nextInt(8); i++) {
            text.append("abcZ|^~\\&é€ '-".charAt(random.nextInt(14)));
        }
        return text + "z";
    }
}
