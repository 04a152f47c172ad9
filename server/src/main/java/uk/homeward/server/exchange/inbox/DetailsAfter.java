package uk.homeward.server.exchange.inbox;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.PersonEvent.Details;
import uk.homeward.journey.place.Locality;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.PracticeCode;
import uk.homeward.server.exchange.hl7.adt.Address;
import uk.homeward.server.exchange.hl7.adt.Demographics;
import uk.homeward.server.exchange.hl7.adt.PersonName;
import uk.homeward.server.exchange.hl7.adt.Practice;
import uk.homeward.server.exchange.hl7.adt.Sex;
import uk.homeward.server.exchange.hl7.adt.Told;

/** What is known of a person after a message, given what was known before it. */
final class DetailsAfter {

    private final Place place;

    DetailsAfter(Place place) {
        this.place = place;
    }

    /** Of someone of whom nothing was known. */
    Details registered(Demographics told, @Nullable String nhsNumber) {
        return updated(Details.unknown(nhsNumber, false), told, nhsNumber);
    }

    /** Of someone who was known: what the message says replaces what was known, what it does not say stays. */
    Details updated(Details before, Demographics told, @Nullable String nhsNumber) {
        PersonName name = told.name().orNull();
        @Nullable LocalDate born = told.birthDate().after(before.born());
        String practice = text(told.practice().map(Practice::code), before.practice());
        String postcode = text(told.address().map(Address::postcode), before.postcode());
        return new Details(
                before.nhsNumber() == null ? nhsNumber : before.nhsNumber(),
                name == null ? before.family() : name.family(),
                name == null ? before.given() : given(name),
                born,
                text(told.sex().map(DetailsAfter::sex), before.sex()),
                text(told.address().map(DetailsAfter::lines), before.address()),
                postcode,
                text(told.phone(), before.phone()),
                locality(practice, before.locality()),
                practice,
                text(told.language(), before.language()),
                before.interpreter(),
                before.ethnicity(),
                before.livesAlone(),
                before.dementia(),
                before.frailty(),
                before.residence(),
                before.synthetic());
    }

    /** Of someone of whom newer things are known: the message only fills what is blank. */
    Details filled(Details newer, Demographics told, @Nullable String nhsNumber) {
        Details older = registered(told, nhsNumber);
        return new Details(
                newer.nhsNumber() == null ? nhsNumber : newer.nhsNumber(),
                or(newer.family(), older.family()),
                or(newer.given(), older.given()),
                newer.born() == null ? older.born() : newer.born(),
                newer.sex().equals("unknown") ? older.sex() : newer.sex(),
                or(newer.address(), older.address()),
                or(newer.postcode(), older.postcode()),
                or(newer.phone(), older.phone()),
                or(newer.locality(), older.locality()),
                or(newer.practice(), older.practice()),
                or(newer.language(), older.language()),
                newer.interpreter(),
                newer.ethnicity(),
                newer.livesAlone(),
                newer.dementia(),
                newer.frailty(),
                newer.residence(),
                newer.synthetic());
    }

    private static String or(String newer, String older) {
        return newer.isBlank() ? older : newer;
    }

    private static String text(Told<String> told, String before) {
        String after = told.after(before);
        return after == null ? "" : after;
    }

    private static String given(PersonName name) {
        return (name.given() + " " + name.middle()).strip();
    }

    private static String lines(Address address) {
        return String.join(", ", address.lines());
    }

    static String sex(Sex sex) {
        return switch (sex) {
            case FEMALE -> "female";
            case MALE -> "male";
            case OTHER -> "other";
            case UNKNOWN -> "unknown";
        };
    }

    /** A person's locality is that of their practice; where the practice is not of this place, it stays. */
    private String locality(String practice, String before) {
        List<String> found = practice.matches("[A-Z0-9]{3,10}")
                ? place.practices().find(PracticeCode.of(practice)).stream()
                        .map(p -> place.localities().get(p.locality()))
                        .map(Locality::id)
                        .map(id -> id.value())
                        .toList()
                : List.of();
        return found.isEmpty() ? before : found.getFirst();
    }
}
