package uk.homeward.server.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.homeward.journey.place.Organisation;
import uk.homeward.journey.place.OrganisationId;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Practice;
import uk.homeward.journey.place.PracticeCode;
import uk.homeward.server.exchange.resources.Kept;
import uk.homeward.server.exchange.resources.Resources;
import uk.homeward.server.journal.SamePerson;

/** What other systems told of a person, under whichever of their records. */
@Component
public class PersonFacts {

    /** More than anybody has; so that one feed gone mad cannot fill the memory. */
    private static final int MOST = 20_000;

    private final Resources resources;
    private final SamePerson same;
    private final Place place;
    private final FactReader reader;
    private final ObjectProvider<FirstOpening> opening;
    private final JsonMapper json = JsonMapper.builder().build();

    PersonFacts(Resources resources, SamePerson same, Place place, ObjectProvider<FirstOpening> opening) {
        this.opening = opening;
        this.resources = resources;
        this.same = same;
        this.place = place;
        this.reader = new FactReader(place.zone());
    }

    /** To be called before the record is opened: nothing can be written while it is read. */
    public void prepare(String person) {
        opening.ifAvailable(first -> same.all(person).forEach(first::about));
    }

    /** All that stands and that pages show; runs where the record was opened. */
    public List<Fact> of(String person) {
        List<Fact> facts = new ArrayList<>();
        for (String record : same.all(person)) {
            for (Kept kept : resources.listOfPerson(record, FactReader.TYPES, MOST)) {
                fact(kept).ifPresent(facts::add);
            }
        }
        return facts;
    }

    private Optional<Fact> fact(Kept kept) {
        byte[] content = kept.content();
        if (content == null) {
            return Optional.empty();
        }
        try {
            JsonNode resource = json.readTree(content);
            FactReader.Origin origin = new FactReader.Origin(
                    source(kept), kept.organisation() + "/" + kept.sender(), kept.updatedAt(), kept.reference());
            return reader.read(kept.type(), resource, origin);
        } catch (JacksonException e) {
            return Optional.empty(); // kept as received; it is not shown as what it is not
        }
    }

    /** Who told it, as people know them: the organisation's or practice's name. */
    private String source(Kept kept) {
        String id = kept.organisation();
        if (id.matches("[a-z0-9]+(-[a-z0-9]+)*") && place.organisations().has(OrganisationId.of(id))) {
            Organisation organisation = place.organisations().get(OrganisationId.of(id));
            return organisation.shortTitle().isBlank() ? organisation.title() : organisation.shortTitle();
        }
        if (id.matches("[A-Z0-9]{3,10}")) {
            return place.practices()
                    .find(PracticeCode.of(id))
                    .map(Practice::title)
                    .orElse(id);
        }
        return id;
    }
}
