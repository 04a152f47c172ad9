package uk.homeward.server.exchange.fhir;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;
import uk.homeward.journey.person.NhsNumber;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.exchange.resources.OwnResources;
import uk.homeward.server.person.PersonCards;

/**
 * The people whom Homeward knows, as Patient: read, and searched by NHS number. That somebody looked is kept with each
 * read. A record that gave way to another links to it.
 */
@Component
class PatientProvider implements OwnResources {

    private final PersonCards cards;
    private final Records door;

    PatientProvider(PersonCards cards, Records door) {
        this.cards = cards;
        this.door = door;
    }

    @Override
    public String type() {
        return "Patient";
    }

    @Override
    public Optional<Patient> find(User user, String id) {
        return user.may(Permission.READ_PERSON)
                ? door.open(user, id, "details by FHIR", () -> cards.find(id).map(PatientWriter::write))
                : Optional.empty();
    }

    @Override
    public Set<String> parameters() {
        return Set.of("identifier");
    }

    /** The people with this NHS number; none if the identifier is of another system or not valid. */
    @Override
    public List<Patient> search(User user, Map<String, List<String>> parameters) {
        return parameters.getOrDefault("identifier", List.of()).stream()
                .flatMap(i -> withNumber(user, i).stream())
                .toList();
    }

    private List<Patient> withNumber(User user, String identifier) {
        int bar = identifier.indexOf('|');
        String system = bar < 0 ? "" : identifier.substring(0, bar);
        String value = PatientReader.text(identifier.substring(bar + 1));
        boolean nhs = system.isBlank() || system.equals(PatientReader.NHS_NUMBER);
        if (!nhs || !NhsNumber.isValid(value) || !user.may(Permission.READ_PERSON)) {
            return List.of();
        }
        return cards.listByNhsNumber(NhsNumber.of(value).value()).stream()
                .map(card -> find(user, card.id()))
                .flatMap(Optional::stream)
                .toList();
    }
}
