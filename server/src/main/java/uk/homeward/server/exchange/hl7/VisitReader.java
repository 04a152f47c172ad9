package uk.homeward.server.exchange.hl7;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.homeward.server.exchange.hl7.adt.Clinician;
import uk.homeward.server.exchange.hl7.adt.Location;
import uk.homeward.server.exchange.hl7.adt.Visit;

/** Reads the hospital visit from PV1 and PV2. */
final class VisitReader {

    private final Reading reading;
    private final Segment pv1;

    private VisitReader(Reading reading, Segment pv1) {
        this.reading = reading;
        this.pv1 = pv1;
    }

    static @Nullable Visit of(ParsedMessage person, Reading reading) {
        Optional<Segment> pv1 = person.find("PV1");
        return pv1.map(segment -> new VisitReader(reading, segment)
                        .visit(person.find("PV2").orElse(null), DiagnosisReader.of(person, reading)))
                .orElse(null);
    }

    private Visit visit(@Nullable Segment pv2, List<String> diagnoses) {
        return new Visit(
                number(),
                reading.profile().patientClass(pv1.text(2)),
                pv1.text(4),
                location(3),
                location(6),
                reading.time(pv1, 44),
                reading.time(pv1, 45),
                pv2 == null ? null : expectedDischarge(pv2),
                attending(),
                pv1.text(10),
                pv2 == null ? "" : reason(pv2),
                pv1.text(36),
                diagnoses);
    }

    private String number() {
        return pv1.text(19).isBlank() ? pv1.text(50) : pv1.text(19);
    }

    private @Nullable Location location(int field) {
        String ward = pv1.text(field);
        String room = pv1.text(field, 0, 2);
        String bed = pv1.text(field, 0, 3);
        String facility = pv1.text(field, 0, 4);
        String building = pv1.text(field, 0, 7);
        if ((ward + room + bed + facility + building).isBlank()) {
            return null;
        }
        return new Location(
                ward, room, bed, facility, building, reading.profile().site(facility, ward));
    }

    private @Nullable Instant expectedDischarge(Segment pv2) {
        return reading.time(pv2, 9);
    }

    private @Nullable Clinician attending() {
        String code = pv1.text(7);
        String name = Stream.of(6, 3, 2)
                .map(component -> pv1.text(7, 0, component))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        return code.isBlank() && name.isBlank() ? null : new Clinician(code, name);
    }

    private static String reason(Segment pv2) {
        return pv2.text(3, 0, 2).isBlank() ? pv2.text(3) : pv2.text(3, 0, 2);
    }
}
