package uk.homeward.server.record.fhir;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Reference;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.preferences.Decisions;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.PersonRecord;

/** What is known here of one person; each part is read when it is asked for. */
final class Known {

    private final String person;
    private final KnownReader reader;

    Known(String person, KnownReader reader) {
        this.person = person;
        this.reader = reader;
    }

    /** The id under which the person was asked for. */
    String person() {
        return person;
    }

    PersonRecord record() {
        return reader.record(person);
    }

    PersonCard card() {
        return reader.card(person);
    }

    List<Journey> journeys() {
        return reader.journeys(person);
    }

    Decisions decisions() {
        return reader.decisions(person);
    }

    Reference patient() {
        return new Reference("Patient/" + person);
    }

    /**
     * The id of something of a person: the record to which it was told, a point, and a stable name.
     *
     * @param key what tells it apart among all of its type
     */
    static String id(String person, String key) {
        String name =
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
        return person + "." + name.substring(0, 13);
    }

    /** The record in an id that {@link #id} made; blank where it is none. */
    static String person(String id) {
        int point = id.lastIndexOf('.');
        return point < 0 ? "" : id.substring(0, point);
    }
}
