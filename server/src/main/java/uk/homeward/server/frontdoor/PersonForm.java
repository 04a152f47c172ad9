package uk.homeward.server.frontdoor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.PersonEvent.Details;
import uk.homeward.journey.person.NhsNumber;
import uk.homeward.journey.person.Sex;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Practice;
import uk.homeward.server.web.Form;

/** Reads the details of somebody who is not known yet. */
final class PersonForm {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final Place place;
    private final boolean synthetic;

    PersonForm(Place place, boolean synthetic) {
        this.place = place;
        this.synthetic = synthetic;
    }

    /** The details that were filled in; faults are left with the form. */
    Details read(Form form, Instant now) {
        String given = form.need("given", "Write the person's given name");
        String family = form.need("family", "Write the person's family name");
        LocalDate born = born(form, now);
        String postcode = form.may("postcode").toUpperCase(Locale.ROOT);
        String locality = form.may("locality");
        boolean known = place.localities().stream().anyMatch(l -> l.id().value().equals(locality));
        return new Details(
                nhsNumber(form),
                family,
                given,
                born,
                sex(form),
                form.may("address"),
                postcode,
                form.may("phone"),
                known ? locality : localityOf(postcode),
                "",
                form.may("language"),
                form.fields().has("interpreter"),
                "",
                form.fields().text("lives-alone").equals("yes"),
                form.fields().text("dementia").equals("yes"),
                0,
                form.fields().has("care-home") ? "care-home" : "own-home",
                synthetic);
    }

    static @Nullable String nhsNumber(Form form) {
        String text = form.fields().text("nhs-number");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return NhsNumber.of(text).value();
        } catch (IllegalArgumentException e) {
            form.fault(
                    "nhs-number",
                    "This is not an NHS number (" + text + "): it has ten digits, and the last one checks the others.");
            return null;
        }
    }

    static @Nullable LocalDate born(Form form, Instant now) {
        LocalDate born = form.day("born");
        if (born != null
                && (born.isBefore(EARLIEST) || born.isAfter(LocalDate.ofInstant(now, java.time.ZoneOffset.UTC)))) {
            form.fault("born", "This cannot be a date of birth (" + born + ").");
        }
        return born;
    }

    private static String sex(Form form) {
        String sex = form.fields().text("sex").toUpperCase(Locale.ROOT);
        return (Stream.of(Sex.values()).anyMatch(s -> s.name().equals(sex)) ? sex : Sex.UNKNOWN.name())
                .toLowerCase(Locale.ROOT);
    }

    /** The locality of most practices that share the first part of the postcode; empty where none does. */
    String localityOf(String postcode) {
        String outward = postcode.contains(" ")
                ? postcode.substring(0, postcode.indexOf(' '))
                : postcode.length() > 4 ? postcode.substring(0, postcode.length() - 3) : postcode;
        List<Practice> near = place.practices().stream()
                .filter(p -> p.outward().equals(outward))
                .toList();
        return near.stream()
                .map(p -> p.locality().value())
                .max(java.util.Comparator.comparingLong(l -> near.stream()
                        .filter(p -> p.locality().value().equals(l))
                        .count()))
                .orElse("");
    }
}
