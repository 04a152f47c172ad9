package uk.homeward.bench.hl7;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.people.Population;
import uk.homeward.journey.people.SyntheticPerson;
import uk.homeward.journey.place.Place;
import uk.homeward.server.exchange.hl7.adt.Address;
import uk.homeward.server.exchange.hl7.adt.AdtDraft;
import uk.homeward.server.exchange.hl7.adt.AdtWriter;
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

/** Made-up people who come to hospital, are admitted, moved, updated and go home: six messages each, from a seed. */
final class Admissions {

    private static final Sender SENDER = new Sender("PAS", "RRK");
    private static final List<Trigger> COURSE =
            List.of(Trigger.A04, Trigger.A01, Trigger.A08, Trigger.A02, Trigger.A16, Trigger.A03);

    private final Place place;
    private final long seed;
    private final Instant start;
    private final String run;
    private final AdtWriter writer = new AdtWriter(ZoneId.of("Europe/London"), true);

    Admissions(Place place, long seed, Instant start, String run) {
        this.place = place;
        this.seed = seed;
        this.start = start;
        this.run = run;
    }

    /** The messages of so many people, in the order in which they happen. */
    List<String> of(int count) {
        List<String> messages = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(start, place.zone());
        try (Stream<SyntheticPerson> people = Population.of(place, seed, today).stream(count)) {
            people.forEach(person -> add(messages, run + "-" + person.number(), who(person)));
        }
        return messages;
    }

    private void add(List<String> messages, String number, Demographics who) {
        Identity identity = new Identity("", NhsNumberStatus.ABSENT, List.of(new LocalNumber("B" + number, "RRK")));
        for (int i = 0; i < COURSE.size(); i++) {
            Instant at = start.plusSeconds(600L * i);
            AdtDraft draft = new AdtDraft(COURSE.get(i), at)
                    .controlId(number + "-" + i)
                    .from(SENDER)
                    .plannedAt(start.plusSeconds(86_400))
                    .about(identity, who, visit(number, i, at));
            messages.add(writer.write(draft.message()));
        }
    }

    private static Demographics who(SyntheticPerson person) {
        return new Demographics(
                Told.said(new PersonName(person.familyName(), person.givenName(), "", "")),
                Told.said(person.born()),
                Told.said(Sex.valueOf(person.sex().name())),
                Told.said(new Address(List.of(person.address(), "Birmingham"), person.outward() + " 0HN")),
                Told.unsaid(),
                Told.unsaid(),
                Told.unsaid(),
                Told.said(new Practice("M85006", "Greenridge Surgery")));
    }

    private static Visit visit(String number, int step, Instant at) {
        Location now = new Location(step == 0 ? "QEED" : step < 3 ? "QEAMU" : "QEM1", "A", "1", "QEHB", "", "");
        @Nullable Instant left = step == COURSE.size() - 1 ? at : null;
        PatientClass kind = step == 0 ? PatientClass.EMERGENCY : PatientClass.INPATIENT;
        return new Visit("V" + number, kind, "21", now, null, null, left, null, null, "430", "Fall", "19", List.of());
    }
}
