package uk.homeward.server.exchange.fhir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** What the references within a body point to. */
final class Pointers {

    private final Map<String, Located> known = new HashMap<>();

    private Pointers() {}

    /**
     * A resource and where it stands.
     *
     * @param element such as {@code Bundle.entry[2].resource}
     */
    record Located(Resource resource, String element) {}

    /** References of a resource that comes alone: to what it contains. */
    static Pointers within(DomainResource resource) {
        Pointers pointers = new Pointers();
        pointers.contained(resource, resource.fhirType());
        return pointers;
    }

    /** References of a bundle's resources: to each other, and each to what it contains. */
    static Pointers within(Bundle bundle) {
        Pointers pointers = new Pointers();
        List<Bundle.BundleEntryComponent> entries = bundle.getEntry();
        for (int i = 0; i < entries.size(); i++) {
            Resource resource = entries.get(i).getResource();
            if (resource != null) {
                String element = "Bundle.entry[" + i + "].resource";
                pointers.entry(entries.get(i).getFullUrl(), resource, element);
                if (resource instanceof DomainResource domain) {
                    pointers.contained(domain, element);
                }
            }
        }
        return pointers;
    }

    private void entry(@org.jspecify.annotations.Nullable String url, Resource resource, String element) {
        Located located = new Located(resource, element);
        if (url != null) {
            known.putIfAbsent(url, located);
        }
        String id = resource.getIdElement().getIdPart();
        if (id != null) {
            String bare = id.replace("urn:uuid:", "");
            known.putIfAbsent(resource.fhirType() + "/" + bare, located);
            known.putIfAbsent("urn:uuid:" + bare, located);
            known.putIfAbsent(bare, located);
        }
    }

    private void contained(DomainResource resource, String element) {
        for (int i = 0; i < resource.getContained().size(); i++) {
            Resource inner = resource.getContained().get(i);
            String id = inner.getIdElement().getIdPart();
            if (id != null) {
                known.putIfAbsent("#" + id.replace("#", ""), new Located(inner, element + ".contained[" + i + "]"));
            }
        }
    }

    Optional<Located> find(Reference reference) {
        return reference.hasReference() ? Optional.ofNullable(known.get(reference.getReference())) : Optional.empty();
    }

    /** What a reference points to, if it is of this kind. */
    <T extends Resource> Optional<T> find(Reference reference, Class<T> kind) {
        return find(reference).map(Located::resource).filter(kind::isInstance).map(kind::cast);
    }
}
