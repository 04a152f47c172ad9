package uk.homeward.server.exchange.fhir;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.journey.person.NhsNumber;
import uk.homeward.server.person.PersonCards;

/** People as Patient: read, and search by NHS number. That somebody looked is kept with each read. */
@Component
public class PatientProvider implements IResourceProvider {

    private final PersonCards cards;
    private final Records door;

    PatientProvider(PersonCards cards, Records door) {
        this.cards = cards;
        this.door = door;
    }

    @Override
    public Class<Patient> getResourceType() {
        return Patient.class;
    }

    /** One person; a record that gave way to another links to it. */
    @Read
    public Patient read(@IdParam IdType id) {
        return find(id.getIdPart())
                .orElseThrow(() ->
                        Outcomes.of(404, IssueType.NOTFOUND, "nobody is known under this id", "search by NHS number"));
    }

    /** The people with this NHS number; none if the identifier is of another system or not valid. */
    @Search
    public List<Patient> search(@RequiredParam(name = Patient.SP_IDENTIFIER) TokenParam identifier) {
        @Nullable String system = identifier.getSystem();
        String value = PatientReader.text(identifier.getValue());
        boolean nhs = system == null || system.isBlank() || system.equals(PatientReader.NHS_NUMBER);
        if (!nhs || !NhsNumber.isValid(value)) {
            return List.of();
        }
        return cards.listByNhsNumber(NhsNumber.of(value).value()).stream()
                .map(card -> find(card.id()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Patient> find(String person) {
        return door.open(
                Caller.get(),
                person,
                "details by FHIR",
                () -> cards.find(person).map(PatientWriter::write));
    }
}
