package uk.homeward.server.person;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.risk.Icd10;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Site;
import uk.homeward.server.person.JourneySentences.Words;

/** The sentence for each kind of event of a hospital stay. */
final class SpellSentences {

    private static final DateTimeFormatter DAY_TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.UK);

    private final Place place;

    SpellSentences(Place place) {
        this.place = place;
    }

    Words words(SpellEvent event) {
        return switch (event) {
            case SpellEvent.Arrived e ->
                Words.step("Arrived at " + site(e.site()) + in(e.location()) + ".", e.reason());
            case SpellEvent.Admitted e ->
                Words.step("Was given a bed at " + site(e.site()) + in(e.location()) + ".", "");
            case SpellEvent.Moved e -> Words.plain(moved(e), "");
            case SpellEvent.Discharged e -> Words.step("Left " + site(e.site()) + to(e.destination()) + ".", "");
            case SpellEvent.DischargeExpected e ->
                Words.plain(
                        "Expected to leave " + site(e.site()) + " on " + DAY_TIME.format(e.at().atZone(place.zone()))
                                + ".",
                        "");
            case SpellEvent.AdmissionCancelled e ->
                Words.warning("The admission to " + site(e.site()) + " was cancelled.", "");
            case SpellEvent.MoveCancelled e ->
                Words.warning("A move was cancelled" + (e.backTo() == null ? "" : "; back to " + e.backTo()) + ".", "");
            case SpellEvent.DischargeCancelled e ->
                Words.warning("Had not left " + site(e.site()) + " after all" + in(e.location()) + ".", "");
            case SpellEvent.Coded e ->
                Words.plain(
                        "Diagnoses were coded: "
                                + e.codes().stream()
                                        .map(code -> Icd10.of(code).toString())
                                        .collect(Collectors.joining(", "))
                                + ".",
                        "");
        };
    }

    private static String moved(SpellEvent.Moved e) {
        String from = e.from() == null || e.from().isBlank() ? "" : " from " + e.from();
        String to = e.to() == null || e.to().isBlank() ? "" : " to " + e.to();
        return "Moved within the hospital" + from + to + ".";
    }

    /** The hospital's name; what was told where the place does not know it. */
    String site(String site) {
        return place.sites().stream()
                .filter(s -> s.id().value().equals(site))
                .findFirst()
                .map(Site::title)
                .orElse(site);
    }

    private static String in(@Nullable String location) {
        return location == null || location.isBlank() ? "" : ", " + location;
    }

    private static String to(@Nullable String destination) {
        return destination == null || destination.isBlank() ? "" : " for: " + Plain.words(destination);
    }
}
