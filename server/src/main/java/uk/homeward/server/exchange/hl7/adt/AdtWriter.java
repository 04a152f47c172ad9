package uk.homeward.server.exchange.hl7.adt;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes ADT messages of versions 2.3 to 2.5 that say exactly what an {@link AdtMessage} says: read again, they are
 * equal to it. Text is for UTF-8.
 */
public final class AdtWriter {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");

    private final DateTimeFormatter time;

    /**
     * @param zone the zone in which times are written
     * @param offsets whether times carry their offset from UTC; without it the hour of the autumn clock change is
     *     ambiguous
     */
    public AdtWriter(ZoneId zone, boolean offsets) {
        this.time = DateTimeFormatter.ofPattern(offsets ? "yyyyMMddHHmmssxx" : "yyyyMMddHHmmss")
                .withZone(zone);
    }

    /** The message, its segments ended by carriage returns. */
    public String write(AdtMessage message) {
        List<Line> lines = new ArrayList<>();
        lines.add(event(message));
        message.subjects().forEach(subject -> addSubject(lines, subject));
        return header(message) + '\r' + lines.stream().map(line -> line + "\r").collect(Collectors.joining());
    }

    private String header(AdtMessage message) {
        Envelope envelope = message.envelope();
        String type = envelope.version().equals("2.3")
                ? Line.components("ADT", message.trigger().name())
                : Line.components(
                        "ADT", message.trigger().name(), message.trigger().structure());
        return Stream.of(
                                "MSH",
                                "^~\\&",
                                Line.escaped(envelope.sender().application()),
                                Line.escaped(envelope.sender().facility()),
                                Line.escaped(envelope.receiver().application()),
                                Line.escaped(envelope.receiver().facility()),
                                time(envelope.sentAt()),
                                "",
                                type,
                                envelope.controlId(),
                                envelope.processing(),
                                envelope.version())
                        .collect(Collectors.joining("|"))
                + "||||||UNICODE UTF-8";
    }

    private Line event(AdtMessage message) {
        Instant happened =
                message.trigger().kind() == Trigger.Kind.CANCEL ? message.cancelsEventAt() : message.occurredAt();
        return new Line("EVN")
                .set(1, message.trigger().name())
                .set(2, time(message.recordedAt()))
                .set(3, time(message.plannedAt()))
                .set(6, time(happened));
    }

    private void addSubject(List<Line> lines, Subject subject) {
        lines.add(patient(subject.identity(), subject.demographics()));
        String practice = written(subject.demographics().practice(), p -> Line.components(p.name(), "", p.code()));
        if (!practice.isEmpty()) {
            lines.add(new Line("PD1").set(3, practice));
        }
        for (Identity merged : subject.merged()) {
            lines.add(new Line("MRG").set(1, numbers(merged)));
        }
        Visit visit = subject.visit();
        if (visit != null) {
            addVisit(lines, visit);
        }
    }

    private Line patient(Identity identity, Demographics who) {
        return new Line("PID")
                .set(1, "1")
                .set(3, numbers(identity))
                .set(
                        5,
                        written(
                                who.name(),
                                n -> Line.components(n.family(), n.given(), n.middle(), "", n.prefix(), "", "L")))
                .set(7, written(who.birthDate(), DATE::format))
                .set(8, written(who.sex(), Sex::code))
                .set(11, written(who.address(), AdtWriter::address))
                .set(13, written(who.phone(), Line::escaped))
                .set(15, written(who.language(), Line::escaped))
                .set(29, who.vitality().orNull() instanceof Vitality v ? time(v.diedAt()) : "")
                .set(30, written(who.vitality(), v -> v.dead() ? "Y" : "N"))
                .set(32, identity.status() == NhsNumberStatus.VERIFIED ? "NSTS01" : "");
    }

    private static String numbers(Identity identity) {
        Stream<String> locals = identity.locals().stream()
                .map(local -> Line.components(local.value(), "", "", local.authority(), "PI"));
        Stream<String> nhs = identity.number().isBlank()
                ? Stream.empty()
                : Stream.of(Line.components(identity.number(), "", "", "NHS", "NH"));
        return Stream.concat(locals, nhs).collect(Collectors.joining("~"));
    }

    private static String address(Address address) {
        String[] parts = {"", "", "", "", address.postcode(), "", "H"};
        for (int i = 0; i < address.lines().size(); i++) {
            int part = Math.min(i, 3);
            parts[part] = parts[part].isEmpty()
                    ? address.lines().get(i)
                    : parts[part] + ", " + address.lines().get(i);
        }
        return Line.components(parts);
    }

    private void addVisit(List<Line> lines, Visit visit) {
        lines.add(new Line("PV1")
                .set(1, "1")
                .set(2, visit.patientClass().code())
                .set(4, Line.escaped(visit.admission()))
                .set(3, location(visit.at()))
                .set(6, location(visit.prior()))
                .set(7, visit.attending() instanceof Clinician c ? Line.components(c.code(), c.name()) : "")
                .set(10, Line.escaped(visit.specialty()))
                .set(19, Line.escaped(visit.number()))
                .set(36, Line.escaped(visit.disposition()))
                .set(44, time(visit.admittedAt()))
                .set(45, time(visit.dischargedAt())));
        if (!visit.reason().isBlank() || visit.expectedDischargeAt() != null) {
            lines.add(new Line("PV2")
                    .set(3, Line.components("", visit.reason()))
                    .set(9, time(visit.expectedDischargeAt())));
        }
        for (int i = 0; i < visit.diagnoses().size(); i++) {
            String number = Integer.toString(i + 1);
            lines.add(new Line("DG1")
                    .set(1, number)
                    .set(3, Line.components(visit.diagnoses().get(i), "", "I10"))
                    .set(6, "F")
                    .set(15, number));
        }
    }

    private static String location(@Nullable Location at) {
        return at == null ? "" : Line.components(at.ward(), at.room(), at.bed(), at.facility(), "", "", at.building());
    }

    private static <T> String written(Told<T> told, java.util.function.Function<T, String> write) {
        return switch (told) {
            case Told.Said<T> said -> write.apply(said.value());
            case Told.Cleared<T> cleared -> Line.CLEARED;
            case Told.Unsaid<T> unsaid -> "";
        };
    }

    private String time(@Nullable Instant instant) {
        return instant == null ? "" : time.format(instant);
    }
}
