package uk.homeward.server.assessment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.homeward.journey.event.AgreementEvent.Terms;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Role;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/** An agreement's terms as a form holds them. */
final class AgreementFields {

    private AgreementFields() {}

    static Fields of(Terms t) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("title", List.of(t.title()));
        values.put("assessor", List.of(t.assessor()));
        values.put("receiver", List.of(t.receiver()));
        values.put("forms", t.forms());
        values.put("roles", t.roles());
        values.put("competence", List.of(t.competence()));
        values.put("valid-days", List.of(String.valueOf(t.validDays())));
        values.put("on-challenge", List.of(t.onChallenge()));
        values.put("from", List.of(t.from().toString()));
        values.put("until", t.until() == null ? List.of() : List.of(t.until().toString()));
        values.put("source", List.of(t.source()));
        return new Fields(values);
    }

    /** The terms; faults are left with the form. What the rules say of them is not asked here. */
    static Terms read(Form f, LocalDate today, Set<String> forms, Place place) {
        Set<String> roles = Arrays.stream(Role.values()).map(Role::word).collect(Collectors.toSet());
        Set<String> organisations =
                place.organisations().stream().map(o -> o.id().value()).collect(Collectors.toSet());
        known(f, "assessor", organisations);
        known(f, "receiver", organisations);
        known(f, "forms", forms);
        known(f, "roles", roles);
        LocalDate from = f.day("from");
        return new Terms(
                f.need("title", "Write a title, such as: The hospital assesses for the council"),
                f.need("assessor", "Choose who assesses"),
                f.need("receiver", "Choose who relies on it"),
                f.fields().all("forms"),
                f.fields().all("roles"),
                f.may("competence"),
                f.whole("valid-days"),
                f.may("on-challenge"),
                from == null ? today : from,
                f.day("until"),
                f.may("source"));
    }

    private static void known(Form f, String field, Set<String> known) {
        f.fields().all(field).stream()
                .filter(value -> !known.contains(value))
                .findFirst()
                .ifPresent(value ->
                        f.fault(field, "The place does not know (" + value + "). Choose of " + new TreeSet<>(known)));
    }
}
