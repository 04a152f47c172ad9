package uk.homeward.server.record.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import uk.homeward.server.exchange.fhir.PatientWriter;
import uk.homeward.server.exchange.resources.Kept;
import uk.homeward.server.exchange.resources.Resources;
import uk.homeward.server.journal.SamePerson;

/** Everything that is kept of one person as one FHIR Bundle: what was received as it was received, and what is known here. */
@Component
public class PersonBundle {

    private static final int MOST = 100_000;
    private static final List<Function<Known, List<? extends Resource>>> OWN = List.of(
            JourneyMapping::episodes,
            JourneyMapping::plans,
            JourneyMapping::goals,
            JourneyMapping::tasks,
            JourneyMapping::teams,
            JourneyMapping::outcomes,
            PersonMapping::stays,
            PersonMapping::carers,
            PersonMapping::story,
            PersonMapping::decisions,
            PersonMapping::told,
            PersonMapping::looks);

    private final KnownReader reader;
    private final Resources resources;
    private final SamePerson same;
    private final FhirContext context;

    PersonBundle(KnownReader reader, Resources resources, SamePerson same, FhirContext context) {
        this.reader = reader;
        this.resources = resources;
        this.same = same;
        this.context = context;
    }

    /** A Bundle of the type collection; runs where the record was opened. */
    public byte[] of(String person) {
        Known known = new Known(person, reader);
        List<String> entries = new ArrayList<>();
        entries.add(own(PatientWriter.write(known.card())));
        OWN.forEach(mapping -> mapping.apply(known).forEach(r -> entries.add(own(r))));
        for (String record : same.all(person)) {
            for (Kept kept : resources.listOfPerson(record, List.of(), MOST)) {
                entries.add(new String(kept.json(), StandardCharsets.UTF_8));
            }
        }
        StringBuilder bundle = new StringBuilder("{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[");
        for (int i = 0; i < entries.size(); i++) {
            bundle.append(i == 0 ? "\n" : ",\n")
                    .append("{\"resource\":")
                    .append(entries.get(i))
                    .append('}');
        }
        return bundle.append("\n]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private String own(Resource resource) {
        return context.newJsonParser().encodeResourceToString(resource);
    }
}
