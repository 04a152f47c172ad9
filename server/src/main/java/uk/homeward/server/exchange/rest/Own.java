package uk.homeward.server.exchange.rest;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import uk.homeward.server.access.User;
import uk.homeward.server.exchange.resources.OwnResources;
import uk.homeward.server.exchange.resources.Query;
import uk.homeward.server.exchange.resources.TakenResources;

/** What Homeward itself knows, as resources. */
@Component("ownResources")
class Own {

    private static final Set<String> OF_THE_ANSWER = Set.of(
            "_count", "_format", "_pretty", "_summary", "_elements", "_total", "_sort", "_include", "_revinclude");

    private final Map<String, List<OwnResources>> byType;
    private final List<TakenResources> taken;
    private final FhirContext context;

    Own(List<OwnResources> all, List<TakenResources> taken, FhirContext context) {
        this.taken = List.copyOf(taken);
        this.byType = all.stream().collect(Collectors.groupingBy(OwnResources::type));
        this.context = context;
    }

    /** The types of which Homeward has resources of its own. */
    Set<String> types() {
        return new TreeSet<>(byType.keySet());
    }

    /** The parameters by which its resources of a type are found. */
    Set<String> parameters(String type) {
        return byType.getOrDefault(type, List.of()).stream()
                .flatMap(o -> o.parameters().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Optional<Resource> find(User user, String type, String id) {
        for (OwnResources own : byType.getOrDefault(type, List.of())) {
            Optional<? extends Resource> found = own.find(user, id);
            if (found.isPresent()) {
                return Optional.of(found.get());
            }
        }
        return Optional.empty();
    }

    /** What matches the whole search; nothing where the search asks for what is not known of them. */
    List<Resource> search(User user, Query query, Map<String, List<String>> parameters) {
        Map<String, List<String>> asked = parameters.entrySet().stream()
                .filter(p -> !OF_THE_ANSWER.contains(p.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return byType.getOrDefault(query.type().name(), List.of()).stream()
                .filter(o -> !asked.isEmpty() && o.parameters().containsAll(asked.keySet()))
                .<Resource>flatMap(o -> o.search(user, asked).stream())
                .toList();
    }

    /** Who does what this resource says; empty for one that is kept as received. */
    Optional<TakenResources> taking(String type, tools.jackson.databind.JsonNode resource) {
        return taken.stream()
                .filter(t -> t.type().equals(type) && t.takes(resource))
                .findFirst();
    }

    /** Who does what a change of this address says; empty for one that is kept as received. */
    Optional<TakenResources> changing(String type, String id) {
        return taken.stream().filter(t -> t.type().equals(type) && t.holds(id)).findFirst();
    }

    /** True if resources of this type may be commands. */
    boolean mayTake(String type) {
        return taken.stream().anyMatch(t -> t.type().equals(type));
    }

    /** A resource of Homeward's own as an answer, with its version where it has one. */
    Answer answer(int status, Resource resource) {
        Answer answer = Answer.of(status, json(resource));
        return resource.getMeta().hasVersionId()
                ? answer.with("ETag", "W/\"" + resource.getMeta().getVersionId() + "\"")
                : answer;
    }

    byte[] json(Resource resource) {
        return context.newJsonParser()
                .setStripVersionsFromReferences(false)
                .encodeResourceToString(resource)
                .getBytes(StandardCharsets.UTF_8);
    }
}
