package uk.homeward.server.record.fhir;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Resource;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.User;
import uk.homeward.server.exchange.resources.OwnResources;

/** One type of what is known here of people: read by id, and searched by patient, through the record's door. */
final class OwnOfPerson implements OwnResources {

    private final String type;
    private final Set<String> parameters;
    private final RecordDoor door;
    private final KnownReader reader;
    private final Predicate<String> hasAny;
    private final Function<Known, List<? extends Resource>> mapping;

    /**
     * A type.
     *
     * @param parameters by which of {@code patient} and {@code subject} R4 finds it
     * @param hasAny whether there can be any of a person; asked first, since most people have none
     */
    OwnOfPerson(
            String type,
            Set<String> parameters,
            RecordDoor door,
            KnownReader reader,
            Predicate<String> hasAny,
            Function<Known, List<? extends Resource>> mapping) {
        this.type = type;
        this.parameters = Set.copyOf(parameters);
        this.door = door;
        this.reader = reader;
        this.hasAny = hasAny;
        this.mapping = mapping;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public Set<String> parameters() {
        return parameters;
    }

    @Override
    public Optional<? extends Resource> find(User user, String id) {
        String person = Known.person(id);
        return person.isEmpty()
                ? Optional.empty()
                : of(user, person).stream()
                        .filter(r -> r.getIdElement().getIdPart().equals(id))
                        .findFirst();
    }

    @Override
    public List<? extends Resource> search(User user, Map<String, List<String>> asking) {
        List<String> asked = asking.values().stream()
                .flatMap(List::stream)
                .map(OwnOfPerson::id)
                .distinct()
                .toList();
        return asked.size() == 1 ? of(user, asked.getFirst()) : List.of();
    }

    private static String id(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** All of the person's; none where the record does not open to this user. */
    private List<Resource> of(User user, String person) {
        if (!user.may(Permission.READ_PERSON) || !hasAny.test(person)) {
            return List.of();
        }
        return switch (door.open(
                user,
                person,
                type + " by FHIR",
                () -> List.<Resource>copyOf(mapping.apply(new Known(person, reader))))) {
            case RecordDoor.Open<List<Resource>> open -> open.read();
            case RecordDoor.Closed<List<Resource>> closed -> List.of();
            case RecordDoor.Nobody<List<Resource>> nobody -> List.of();
        };
    }
}
