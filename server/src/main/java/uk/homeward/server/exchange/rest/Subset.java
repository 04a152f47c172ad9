package uk.homeward.server.exchange.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.homeward.server.exchange.resources.Elements;
import uk.homeward.server.exchange.resources.Json;
import uk.homeward.server.exchange.resources.Query;
import uk.homeward.server.exchange.resources.Unusable;

/** {@code _summary} and {@code _elements}: answers with a part of each resource, marked as such. */
@Component("fhirSubset")
class Subset {

    private static final Set<String> ALWAYS = Set.of("resourceType", "id", "meta");

    private final Elements elements;

    Subset(Elements elements) {
        this.elements = elements;
    }

    byte[] of(HttpServletRequest request, byte[] json) {
        @Nullable String query = request.getQueryString();
        if (query == null || !(query.contains("_summary=") || query.contains("_elements="))) {
            return json;
        }
        Map<String, List<String>> parameters = Query.parameters(query);
        String summary = parameters.getOrDefault("_summary", List.of("")).getFirst();
        List<String> wanted = parameters.getOrDefault("_elements", List.of()).stream()
                .flatMap(e -> Arrays.stream(e.split(",")))
                .toList();
        if (!Set.of("", "true", "false", "text", "data", "count").contains(summary)) {
            throw Unusable.request("_summary", "is true, false, text, data or count");
        }
        boolean whole = wanted.isEmpty() && !Set.of("true", "text", "data").contains(summary);
        if (whole || !(Json.MAPPER.readTree(json) instanceof ObjectNode tree)) {
            return json;
        }
        if (tree.path("resourceType").asString("").equals("Bundle")
                && tree.path("type").asString("").equals("searchset")) {
            for (JsonNode entry : tree.path("entry")) {
                if (entry.path("resource") instanceof ObjectNode resource) {
                    reduce(resource, summary, wanted);
                }
            }
        } else {
            reduce(tree, summary, wanted);
        }
        return Json.MAPPER.writeValueAsBytes(tree);
    }

    private void reduce(ObjectNode resource, String summary, List<String> wanted) {
        String type = resource.path("resourceType").asString("");
        if (type.equals("OperationOutcome")) {
            return;
        }
        Predicate<String> stays = wanted.isEmpty() ? bySummary(type, summary) : byName(type, wanted);
        List<String> names = resource.propertyStream().map(Map.Entry::getKey).toList();
        for (String name : names) {
            String element = name.startsWith("_") ? name.substring(1) : name;
            if (!ALWAYS.contains(name) && !stays.test(element)) {
                resource.remove(name);
            }
        }
        ObjectNode meta = resource.withObject("meta");
        meta.withArray("tag")
                .addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/v3-ObservationValue")
                .put("code", "SUBSETTED");
    }

    private Predicate<String> bySummary(String type, String summary) {
        return switch (summary) {
            case "data" -> name -> !name.equals("text");
            case "text" -> name -> name.equals("text") || elements.isRequired(type, name);
            default -> name -> elements.isSummary(type, name);
        };
    }

    private Predicate<String> byName(String type, List<String> wanted) {
        Set<String> names = new HashSet<>();
        for (String one : wanted) {
            String path = one.startsWith(type + ".") ? one.substring(type.length() + 1) : one;
            names.add(path.split("\\.")[0]);
        }
        return name ->
                elements.isRequired(type, name) || names.contains(name) || names.contains(elements.element(type, name));
    }
}
