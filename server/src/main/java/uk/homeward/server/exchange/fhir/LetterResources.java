package uk.homeward.server.exchange.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.homeward.server.exchange.resources.Draft;
import uk.homeward.server.exchange.resources.Json;
import uk.homeward.server.exchange.resources.Kept;
import uk.homeward.server.exchange.resources.ResourceText;
import uk.homeward.server.exchange.resources.Resources;
import uk.homeward.server.exchange.resources.Source;
import uk.homeward.server.exchange.resources.Unusable;

/**
 * Keeps what a letter tells as resources of the person's record: its composition and every resource that it holds, their
 * references led to each other and to the person. A letter that replaces another makes that one void.
 */
@Component
class LetterResources {

    private final Resources resources;
    private final FhirContext context;

    LetterResources(Resources resources, FhirContext context) {
        this.resources = resources;
        this.context = context;
    }

    /** Runs in the caller's transaction. */
    void keep(LetterReader.Letter letter, String person, Origin origin) {
        Source source = new Source(origin.organisation(), origin.user(), "fhir");
        List<Bundle.BundleEntryComponent> entries = letter.document().getEntry();
        Map<String, String> names = names(letter, person, origin);
        JsonNode written = Json.MAPPER.readTree(context.newJsonParser().encodeResourceToString(letter.document()));
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Resource resource = entries.get(i).getResource();
            if (isKept(resource)) {
                byte[] json = Json.MAPPER.writeValueAsBytes(
                        written.path("entry").path(i).path("resource"));
                drafts.add(draft(letter, i, json, id(letter, i, origin), names));
            }
        }
        replaced(letter, origin).ifPresent(drafts::add);
        try {
            resources.keep(drafts, source, false);
        } catch (Unusable e) {
            throw faulty(letter.at(), e);
        }
    }

    private static boolean isKept(@org.jspecify.annotations.Nullable Resource resource) {
        return resource != null
                && !(resource instanceof Patient)
                && !(resource instanceof MessageHeader)
                && !(resource instanceof Bundle);
    }

    /** What the letter calls its resources, and what they are called here. */
    private static Map<String, String> names(LetterReader.Letter letter, String person, Origin origin) {
        Map<String, String> names = new HashMap<>();
        List<Bundle.BundleEntryComponent> entries = letter.document().getEntry();
        for (int i = 0; i < entries.size(); i++) {
            Resource resource = entries.get(i).getResource();
            if (resource instanceof Patient || isKept(resource)) {
                String here = resource instanceof Patient
                        ? "Patient/" + person
                        : resource.fhirType() + "/" + id(letter, i, origin);
                if (entries.get(i).hasFullUrl()) {
                    names.put(entries.get(i).getFullUrl(), here);
                }
                String own = resource.getIdElement().getIdPart();
                if (own != null) {
                    String bare = own.replace("urn:uuid:", "");
                    names.putIfAbsent("urn:uuid:" + bare, here);
                    names.putIfAbsent(resource.fhirType() + "/" + bare, here);
                }
            }
        }
        return names;
    }

    private Draft draft(LetterReader.Letter letter, int index, byte[] json, String id, Map<String, String> names) {
        Resource resource = letter.document().getEntry().get(index).getResource();
        int version = resources
                .find(resource.fhirType(), id)
                .map(k -> k.version() + 1)
                .orElse(1);
        try {
            return resources.rewritten(ResourceText.read(json), names, id, version, false);
        } catch (Unusable e) {
            throw faulty(letter.at() + ".entry[" + index + "].resource", e);
        }
    }

    /** The letter that this one replaces, made void, if the same organisation sent it. */
    private Optional<Draft> replaced(LetterReader.Letter letter, Origin origin) {
        return letter.composition().getRelatesTo().stream()
                .filter(r -> r.getCode() == Composition.DocumentRelationshipType.REPLACES && r.hasTargetIdentifier())
                .map(r -> composition(PatientReader.text(r.getTargetIdentifier().getValue()), origin))
                .map(id -> resources.find("Composition", id))
                .flatMap(Optional::stream)
                .filter(k -> !k.deleted() && k.organisation().equals(origin.organisation()))
                .findFirst()
                .map(this::madeVoid);
    }

    private Draft madeVoid(Kept kept) {
        ObjectNode tree = (ObjectNode) Json.MAPPER.readTree(kept.json());
        tree.put("status", "entered-in-error");
        return resources.draft(
                ResourceText.read(Json.MAPPER.writeValueAsBytes(tree)), kept.id(), kept.version() + 1, false, null);
    }

    private static String id(LetterReader.Letter letter, int index, Origin origin) {
        Bundle.BundleEntryComponent entry = letter.document().getEntry().get(index);
        return entry.getResource() == letter.composition()
                ? composition(letter.identity(), origin)
                : uuid(origin.organisation() + "|" + letter.identity() + "|"
                        + (entry.hasFullUrl() ? entry.getFullUrl() : "entry " + index));
    }

    private static String composition(String identity, Origin origin) {
        return uuid("letter|" + origin.organisation() + "|" + identity);
    }

    private static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Faulty faulty(String at, Unusable e) {
        List<Finding> findings = e.issues().stream()
                .map(i -> new Finding(
                        IssueType.INVALID, at + "." + i.element(), i.what(), "correct the resource and send it again"))
                .toList();
        return new Faulty(Faulty.UNUSABLE, findings);
    }
}
