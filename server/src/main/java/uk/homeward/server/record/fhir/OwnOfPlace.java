package uk.homeward.server.record.fhir;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Resource;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.exchange.resources.OwnResources;

/** One type of what the place's data says: read by id, and searched by name or identifier. */
final class OwnOfPlace implements OwnResources {

    private final String type;
    private final List<? extends Resource> all;
    private final Function<Resource, String> name;
    private final Function<Resource, String> identifier;

    OwnOfPlace(
            String type,
            List<? extends Resource> all,
            Function<Resource, String> name,
            Function<Resource, String> identifier) {
        this.type = type;
        this.all = List.copyOf(all);
        this.name = name;
        this.identifier = identifier;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("name", "identifier");
    }

    @Override
    public Optional<? extends Resource> find(User user, String id) {
        return mayRead(user)
                ? all.stream()
                        .filter(r -> r.getIdElement().getIdPart().equals(id))
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public List<? extends Resource> search(User user, Map<String, List<String>> parameters) {
        return mayRead(user) ? all.stream().filter(r -> fits(r, parameters)).toList() : List.of();
    }

    private static boolean mayRead(User user) {
        return user.may(Permission.READ_AGGREGATES);
    }

    private boolean fits(Resource resource, Map<String, List<String>> parameters) {
        return parameters.entrySet().stream()
                .allMatch(p -> p.getValue().stream().allMatch(value -> fits(resource, p.getKey(), value)));
    }

    private boolean fits(Resource resource, String parameter, String value) {
        return parameter.equals("name")
                ? name.apply(resource).toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT))
                : identifier.apply(resource).equals(value.substring(value.indexOf('|') + 1));
    }
}
