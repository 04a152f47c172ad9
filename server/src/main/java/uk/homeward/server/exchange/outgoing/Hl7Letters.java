package uk.homeward.server.exchange.outgoing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.spell.Spell;
import uk.homeward.journey.spell.WardMove;
import uk.homeward.server.exchange.hl7.adt.Address;
import uk.homeward.server.exchange.hl7.adt.AdtMessage;
import uk.homeward.server.exchange.hl7.adt.AdtWriter;
import uk.homeward.server.exchange.hl7.adt.Demographics;
import uk.homeward.server.exchange.hl7.adt.Envelope;
import uk.homeward.server.exchange.hl7.adt.Identity;
import uk.homeward.server.exchange.hl7.adt.LocalNumber;
import uk.homeward.server.exchange.hl7.adt.Location;
import uk.homeward.server.exchange.hl7.adt.NhsNumberStatus;
import uk.homeward.server.exchange.hl7.adt.PatientClass;
import uk.homeward.server.exchange.hl7.adt.PersonName;
import uk.homeward.server.exchange.hl7.adt.Practice;
import uk.homeward.server.exchange.hl7.adt.Sender;
import uk.homeward.server.exchange.hl7.adt.Sex;
import uk.homeward.server.exchange.hl7.adt.Subject;
import uk.homeward.server.exchange.hl7.adt.Trigger;
import uk.homeward.server.exchange.hl7.adt.Visit;
import uk.homeward.server.person.PersonCard;

/** Writes what is told as HL7 v2.4: ADT for what happened in a stay, MDM^T02 for a letter. Decisions about care go with both. */
final class Hl7Letters {

    private static final String VERSION = "2.4";

    private final AdtWriter writer;
    private final DateTimeFormatter time;

    Hl7Letters(ZoneId zone) {
        this.writer = new AdtWriter(zone, true);
        this.time = DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx").withZone(zone);
    }

    /** What the event of a stay is called in HL7. */
    static Trigger trigger(SpellEvent event) {
        return switch (event) {
            case SpellEvent.Arrived e -> Trigger.A04;
            case SpellEvent.Admitted e -> Trigger.A01;
            case SpellEvent.Moved e -> Trigger.A02;
            case SpellEvent.Discharged e -> Trigger.A03;
            case SpellEvent.DischargeExpected e -> Trigger.A16;
            case SpellEvent.AdmissionCancelled e -> Trigger.A11;
            case SpellEvent.MoveCancelled e -> Trigger.A12;
            case SpellEvent.DischargeCancelled e -> Trigger.A13;
            case SpellEvent.Coded e -> Trigger.A08;
        };
    }

    byte[] adt(Told told, SpellEvent event, Subscriber.Mllp to) {
        Trigger trigger = trigger(event);
        Visit visit = visit(told, event, trigger);
        AdtMessage message = new AdtMessage(
                envelope(told, Kind.ADT, "ADT", trigger.name(), to),
                trigger,
                null,
                told.at(),
                told.at(),
                event instanceof SpellEvent.DischargeExpected expected ? expected.at() : null,
                null,
                List.of(new Subject(identity(told), demographics(told.card()), visit, List.of())),
                List.of());
        StringBuilder text = new StringBuilder(writer.write(message));
        if (carriesDecisions(trigger)) {
            observations(text, "ACP^Decisions about care^L", told.decisionLines());
        }
        return bytes(text);
    }

    /** A transfer is told with what was decided about care; a cancellation is none. */
    private static boolean carriesDecisions(Trigger trigger) {
        return switch (trigger) {
            case A01, A02, A03, A04, A13 -> true;
            case A08, A11, A12, A16, A17, A28, A31, A34, A40 -> false;
        };
    }

    /** A letter: its lines are the text of the document. */
    byte[] document(Told told, Letters.Text letter, Subscriber.Mllp to) {
        SpellEvent event = told.stay() == null
                ? null
                : new SpellEvent.Discharged(
                        told.card().id(),
                        told.stay().site(),
                        told.stay().visit(),
                        told.stay().destination());
        Visit visit = event == null ? null : visit(told, event, Trigger.A03);
        AdtMessage about = new AdtMessage(
                envelope(told, Kind.DOCUMENT, "ADT", Trigger.A03.name(), to),
                Trigger.A03,
                null,
                told.at(),
                told.at(),
                null,
                null,
                List.of(new Subject(identity(told), demographics(told.card()), visit, List.of())),
                List.of());
        String frame = writer.write(about)
                .replaceFirst("\\|ADT\\^A03\\^ADT_A03\\|", "|MDM^T02^MDM_T02|")
                .replaceFirst("\rEVN\\|A03\\|", "\rEVN|T02|");
        StringBuilder text = new StringBuilder(frame);
        if (visit == null) {
            text.append("PV1|1|N\r");
        }
        text.append("TXA|1|")
                .append(letter.type())
                .append("|TX|")
                .append(time.format(told.at()))
                .append("|".repeat(8))
                .append(told.id(Kind.DOCUMENT))
                .append("|".repeat(5))
                .append("AU\r");
        observations(text, letter.code(), letter.lines());
        return bytes(text);
    }

    private static void observations(StringBuilder text, String code, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            text.append("OBX|").append(i + 1).append("|TX|").append(code).append("||");
            text.append(escaped(lines.get(i))).append("||||||F\r");
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\E\\")
                .replace("|", "\\F\\")
                .replace("^", "\\S\\")
                .replace("~", "\\R\\")
                .replace("&", "\\T\\")
                .replaceAll("[\\r\\n]+", " ");
    }

    private static Envelope envelope(Told told, Kind kind, String type, String event, Subscriber.Mllp to) {
        return new Envelope(
                told.controlId(kind),
                new Sender("HOMEWARD", told.organisation()),
                new Sender(to.application(), to.facility()),
                type,
                event,
                VERSION,
                "P",
                told.at());
    }

    private static Identity identity(Told told) {
        List<LocalNumber> locals = new ArrayList<>();
        locals.add(new LocalNumber(told.card().id(), "HOMEWARD"));
        told.identifiers().forEach(i -> locals.add(new LocalNumber(i[1], i[0])));
        String number = told.card().nhsNumber() == null ? "" : told.card().nhsNumber();
        return new Identity(number, NhsNumberStatus.of(number, false), locals);
    }

    private static Demographics demographics(PersonCard card) {
        return new Demographics(
                said(new PersonName(card.family(), card.given(), "", "")),
                card.born() == null ? unsaid() : said(card.born()),
                said(Sex.of(card.sex())),
                card.address().isBlank() && card.postcode().isBlank()
                        ? unsaid()
                        : said(new Address(List.of(card.address()), card.postcode())),
                card.phone().isBlank() ? unsaid() : said(card.phone()),
                unsaid(),
                unsaid(),
                card.practice().isBlank() ? unsaid() : said(new Practice(card.practice(), "")));
    }

    private static <T> uk.homeward.server.exchange.hl7.adt.Told<T> said(T value) {
        return uk.homeward.server.exchange.hl7.adt.Told.said(value);
    }

    private static <T> uk.homeward.server.exchange.hl7.adt.Told<T> unsaid() {
        return uk.homeward.server.exchange.hl7.adt.Told.unsaid();
    }

    private static Visit visit(Told told, SpellEvent event, Trigger trigger) {
        @Nullable Spell stay = told.stay();
        @Nullable String at = stay == null ? null : stay.location();
        @Nullable String prior = event instanceof SpellEvent.Moved moved ? moved.from() : null;
        @Nullable Instant admitted = stay == null ? null : stay.admittedAt();
        return new Visit(
                event.visit(),
                trigger == Trigger.A04 ? PatientClass.EMERGENCY : PatientClass.INPATIENT,
                "",
                location(at, told.site()),
                location(prior, told.site()),
                admitted == null && stay != null ? stay.arrivedAt() : admitted,
                trigger == Trigger.A03 ? told.at() : null,
                stay == null ? null : stay.expectedAt(),
                null,
                "",
                stay == null ? "" : stay.reason(),
                event instanceof SpellEvent.Discharged gone && gone.destination() != null ? gone.destination() : "",
                stay == null ? List.of() : stay.codes());
    }

    private static @Nullable Location location(@Nullable String place, String site) {
        if (place == null || place.isBlank()) {
            return null;
        }
        String[] parts = place.split("/", 3);
        return new Location(
                WardMove.ward(place), parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "", site, "", "");
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
