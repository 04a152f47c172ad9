package uk.homeward.server.exchange.rest;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceAgentComponent;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import uk.homeward.server.access.User;
import uk.homeward.server.exchange.resources.Kept;
import uk.homeward.server.exchange.resources.OwnResources;
import uk.homeward.server.exchange.resources.Reading;
import uk.homeward.server.exchange.resources.Resources;
import uk.homeward.server.exchange.resources.Unusable;

/** Who sent each version of what was received, when, by which channel and for which organisation: one Provenance for each. */
@Component
class ReceivedProvenance implements OwnResources {

    private static final Pattern ID = Pattern.compile("([A-Z][A-Za-z]{1,40})-(\\d{1,18})");
    private static final Pattern TARGET = Pattern.compile("([A-Z][A-Za-z]{1,40})/([A-Za-z0-9\\-.]{1,64})");
    private static final int MOST = 1000;

    private final Resources resources;
    private final Reading reading;

    ReceivedProvenance(Resources resources, Reading reading) {
        this.resources = resources;
        this.reading = reading;
    }

    @Override
    public String type() {
        return "Provenance";
    }

    @Override
    public Set<String> parameters() {
        return Set.of("target");
    }

    @Override
    public Optional<Provenance> find(User user, String id) {
        Matcher parts = ID.matcher(id);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long key = Long.parseLong(parts.group(2));
        return resources.findReference(parts.group(1), key).stream()
                .flatMap(r -> versions(user, r).stream())
                .filter(k -> k.key() == key)
                .map(ReceivedProvenance::write)
                .findFirst();
    }

    @Override
    public List<Provenance> search(User user, Map<String, List<String>> parameters) {
        return parameters.getOrDefault("target", List.of()).stream()
                .flatMap(t -> versions(user, t).stream())
                .map(ReceivedProvenance::write)
                .toList();
    }

    /** The versions of a resource that the user may see; none if they may not. */
    private List<Kept> versions(User user, String reference) {
        Matcher parts = TARGET.matcher(reference);
        try {
            return parts.matches() ? reading.history(user, parts.group(1), parts.group(2), MOST) : List.of();
        } catch (Unusable closed) {
            return List.of();
        }
    }

    private static Provenance write(Kept kept) {
        Provenance provenance = new Provenance();
        provenance.setId(kept.type() + "-" + kept.key());
        provenance.addTarget(new Reference(kept.reference() + "/_history/" + kept.version()));
        provenance.setRecorded(Date.from(kept.updatedAt()));
        String did = kept.deleted() ? "DELETE" : kept.version() == 1 ? "CREATE" : "UPDATE";
        provenance.setActivity(coded("http://terminology.hl7.org/CodeSystem/v3-DataOperation", did)
                .setText("by " + kept.channel()));
        ProvenanceAgentComponent agent = provenance.addAgent();
        agent.setType(coded("http://terminology.hl7.org/CodeSystem/provenance-participant-type", "transmitter"));
        agent.setWho(named(kept.sender()));
        agent.setOnBehalfOf(named(kept.organisation()));
        return provenance;
    }

    private static CodeableConcept coded(String system, String code) {
        return new CodeableConcept().addCoding(new Coding().setSystem(system).setCode(code));
    }

    private static Reference named(String id) {
        return new Reference().setIdentifier(new Identifier().setValue(id)).setDisplay(id);
    }
}
