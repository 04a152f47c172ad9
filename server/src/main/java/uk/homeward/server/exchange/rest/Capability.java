package uk.homeward.server.exchange.rest;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.homeward.journey.place.Place;
import uk.homeward.server.exchange.resources.Json;
import uk.homeward.server.exchange.resources.Type;
import uk.homeward.server.exchange.resources.Types;
import uk.homeward.server.time.PlaceTime;

/** What this server can do, made from the same tables by which it does it. */
@Component("fhirCapability")
class Capability {

    private static final List<String> INTERACTIONS = List.of(
            "read", "vread", "update", "patch", "delete", "history-instance", "history-type", "create", "search-type");

    private final Types types;
    private final Own own;
    private final Place place;
    private final PlaceTime time;
    private byte @Nullable [] statement;
    private String base = "";

    Capability(Types types, Own own, Place place, PlaceTime time) {
        this.types = types;
        this.own = own;
        this.place = place;
        this.time = time;
    }

    synchronized byte[] statement(String at) {
        byte[] known = statement;
        if (known == null || !base.equals(at)) {
            known = Json.MAPPER.writeValueAsBytes(write(at));
            statement = known;
            base = at;
        }
        return known;
    }

    private ObjectNode write(String at) {
        @Nullable String version = Capability.class.getPackage().getImplementationVersion();
        ObjectNode statement = Json.MAPPER
                .createObjectNode()
                .put("resourceType", "CapabilityStatement")
                .put("status", "active")
                .put("date", time.instant().toString())
                .put("kind", "instance")
                .put("fhirVersion", "4.0.1");
        statement
                .putObject("software")
                .put("name", "Homeward")
                .put("version", version == null ? "not packaged" : version);
        statement
                .putObject("implementation")
                .put("description", "Homeward, " + place.title())
                .put("url", at);
        statement
                .putArray("format")
                .add("application/fhir+json")
                .add("application/fhir+xml")
                .add("json")
                .add("xml");
        statement.putArray("patchFormat").add("application/json-patch+json");
        ObjectNode rest = statement.putArray("rest").addObject().put("mode", "server");
        rest.putObject("security").put("cors", false).put("description", "A bearer token with each request.");
        ArrayNode resources = rest.putArray("resource");
        types.names().forEach(name -> resource(resources.addObject(), types.get(name)));
        interactions(rest.putArray("interaction"), List.of("transaction", "batch", "history-system"));
        operation(rest.withArray("operation"), "process-message", "MessageHeader-process-message");
        operation(rest.withArray("operation"), "validate", "Resource-validate");
        rest.withArray("operation")
                .addObject()
                .put("name", "export")
                .put("definition", "http://hl7.org/fhir/uv/bulkdata/OperationDefinition/export");
        return statement;
    }

    private void resource(ObjectNode resource, Type type) {
        resource.put("type", type.name());
        boolean plain = type.name().equals(Subscriptions.TYPE);
        interactions(
                resource.putArray("interaction"),
                INTERACTIONS.stream().filter(i -> !plain || !i.equals("patch")).toList());
        resource.put("versioning", "versioned-update")
                .put("readHistory", true)
                .put("updateCreate", true)
                .put("conditionalCreate", !plain)
                .put("conditionalRead", "full-support")
                .put("conditionalUpdate", !plain)
                .put("conditionalDelete", plain ? "not-supported" : "single");
        resource.putArray("referencePolicy").add("literal").add("logical").add("enforced");
        includes(resource, type);
        ArrayNode params = resource.putArray("searchParam");
        param(params, "_id", "token");
        param(params, "_lastUpdated", "date");
        type.params().values().forEach(p -> param(params, p.name(), p.kind().word()));
        Set<String> ours = new TreeSet<>(own.parameters(type.name()));
        ours.removeAll(type.params().keySet());
        ours.stream().filter(p -> !p.startsWith("_")).forEach(p -> param(params, p, "token"));
        operation(resource.withArray("operation"), "validate", "Resource-validate");
        if (type.name().equals("Patient")) {
            operation(resource.withArray("operation"), "everything", "Patient-everything");
            export(resource, "patient-export");
        }
        if (type.name().equals("Questionnaire")) {
            resource.withArray("operation")
                    .addObject()
                    .put("name", "populate")
                    .put("definition", "http://hl7.org/fhir/uv/sdc/OperationDefinition/Questionnaire-populate");
        }
        if (type.name().equals("Group")) {
            export(resource, "group-export");
        }
    }

    private static void includes(ObjectNode resource, Type type) {
        ArrayNode includes = resource.putArray("searchInclude").add("*");
        type.params().values().stream()
                .filter(p -> p.kind() == uk.homeward.server.exchange.resources.Param.Kind.REFERENCE)
                .forEach(p -> includes.add(type.name() + ":" + p.name()));
    }

    private static void interactions(ArrayNode to, List<String> codes) {
        codes.forEach(c -> to.addObject().put("code", c));
    }

    private static void param(ArrayNode to, String name, String type) {
        to.addObject().put("name", name).put("type", type);
    }

    private static void export(ObjectNode resource, String definition) {
        resource.withArray("operation")
                .addObject()
                .put("name", "export")
                .put("definition", "http://hl7.org/fhir/uv/bulkdata/OperationDefinition/" + definition);
    }

    private static void operation(ArrayNode to, String name, String definition) {
        to.addObject().put("name", name).put("definition", "http://hl7.org/fhir/OperationDefinition/" + definition);
    }
}
