package uk.homeward.server.exchange.hl7;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.homeward.server.exchange.hl7.adt.Address;
import uk.homeward.server.exchange.hl7.adt.Demographics;
import uk.homeward.server.exchange.hl7.adt.PersonName;
import uk.homeward.server.exchange.hl7.adt.Practice;
import uk.homeward.server.exchange.hl7.adt.Sex;
import uk.homeward.server.exchange.hl7.adt.Told;
import uk.homeward.server.exchange.hl7.adt.Vitality;

/** Reads who the person is from PID and PD1. */
final class DemographicsReader {

    private static final Set<String> USUAL_NAME = Set.of("", "L", "U", "CURRENT", "USUAL");
    private static final Set<String> HOME = Set.of("", "H", "HOME", "P", "L");

    private final Reading reading;
    private final Segment pid;

    private DemographicsReader(Reading reading, Segment pid) {
        this.reading = reading;
        this.pid = pid;
    }

    static Demographics of(Segment pid, ParsedMessage person, Reading reading) {
        DemographicsReader reader = new DemographicsReader(reading, pid);
        return new Demographics(
                reader.name(),
                reader.birthDate(),
                reader.sex(),
                reader.address(),
                reader.phone(),
                reader.language(),
                reader.vitality(),
                person.find("PD1").map(DemographicsReader::practice).orElseGet(Told::unsaid));
    }

    private Told<PersonName> name() {
        if (pid.isCleared(5)) {
            return Told.cleared();
        }
        int which = preferred(5, 7, USUAL_NAME);
        String family = pid.text(5, which, 1);
        String given = pid.text(5, which, 2);
        String middle = pid.text(5, which, 3);
        return family.isBlank() && given.isBlank() && middle.isBlank()
                ? Told.unsaid()
                : Told.said(new PersonName(family, given, middle, pid.text(5, which, 5)));
    }

    private Told<LocalDate> birthDate() {
        if (pid.isCleared(7)) {
            return Told.cleared();
        }
        String text = pid.text(7);
        if (text.isBlank()) {
            return Told.unsaid();
        }
        LocalDate date = Hl7Time.read(text).map(Hl7Time::date).orElse(null);
        LocalDate today =
                LocalDate.ofInstant(reading.received(), reading.profile().zone());
        if (date == null || date.isAfter(today.plusDays(1)) || date.isBefore(today.minusYears(130))) {
            reading.note("PID-7", "this is no date of birth, it was passed over");
            return Told.unsaid();
        }
        return Told.said(date);
    }

    private Told<Sex> sex() {
        return told(8, pid.text(8)).map(Sex::of);
    }

    private Told<Address> address() {
        if (pid.isCleared(11)) {
            return Told.cleared();
        }
        int which = preferred(11, 7, HOME);
        List<String> lines = Stream.of(1, 2, 3, 4)
                .map(component -> pid.text(11, which, component))
                .filter(line -> !line.isBlank())
                .toList();
        String postcode = pid.text(11, which, 5).toUpperCase(Locale.ROOT);
        return lines.isEmpty() && postcode.isBlank() ? Told.unsaid() : Told.said(new Address(lines, postcode));
    }

    private Told<String> phone() {
        for (int field : new int[] {13, 14}) {
            for (int i = 0; i < pid.repetitions(field); i++) {
                String number = phoneNumber(field, i);
                if (!number.isBlank()) {
                    return Told.said(number);
                }
            }
        }
        return pid.isCleared(13) ? Told.cleared() : Told.unsaid();
    }

    private String phoneNumber(int field, int repetition) {
        String written = pid.text(field, repetition, 1);
        if (!written.isBlank()) {
            return written;
        }
        String unformatted = pid.text(field, repetition, 12);
        String areaAndNumber = pid.text(field, repetition, 6) + " " + pid.text(field, repetition, 7);
        return (unformatted.isBlank() ? areaAndNumber : unformatted).strip();
    }

    private Told<String> language() {
        String code = pid.text(15);
        return told(15, code.isBlank() ? pid.text(15, 0, 2) : code);
    }

    private Told<Vitality> vitality() {
        @Nullable Instant diedAt = reading.time(pid, 29);
        String indicator = pid.text(30).toUpperCase(Locale.ROOT);
        if (indicator.startsWith("Y") || (indicator.isBlank() && diedAt != null)) {
            return Told.said(new Vitality(true, diedAt));
        }
        return indicator.startsWith("N") || pid.isCleared(30) ? Told.said(Vitality.ALIVE) : Told.unsaid();
    }

    private static Told<Practice> practice(Segment pd1) {
        if (pd1.isCleared(3)) {
            return Told.cleared();
        }
        String code = pd1.text(3, 0, 3).isBlank() ? pd1.text(3, 0, 10) : pd1.text(3, 0, 3);
        String name = pd1.text(3);
        return code.isBlank() && name.isBlank() ? Told.unsaid() : Told.said(new Practice(code, name));
    }

    private Told<String> told(int field, String value) {
        if (pid.isCleared(field)) {
            return Told.cleared();
        }
        return value.isBlank() ? Told.unsaid() : Told.said(value);
    }

    /** The repetition whose type code is one of {@code types}; otherwise the first. */
    private int preferred(int field, int typeComponent, Set<String> types) {
        for (int i = 0; i < pid.repetitions(field); i++) {
            if (types.contains(SenderProfile.upper(pid.text(field, i, typeComponent)))) {
                return i;
            }
        }
        return 0;
    }
}
