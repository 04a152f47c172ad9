package uk.homeward.server.exchange.resources;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The types of resources that are kept: those of R4 but for what only travels. */
@Component
public class Types {

    /** Answers and operations, which are no facts. */
    private static final Set<String> NOT_KEPT = Set.of("Parameters", "OperationOutcome");

    /** What is about no person, so that whoever may use the interface may read it. */
    private static final Set<String> OF_NOBODY = Set.of(
            "ActivityDefinition",
            "CapabilityStatement",
            "CodeSystem",
            "ConceptMap",
            "Endpoint",
            "HealthcareService",
            "Location",
            "Medication",
            "MedicationKnowledge",
            "Measure",
            "NamingSystem",
            "ObservationDefinition",
            "OperationDefinition",
            "Organization",
            "OrganizationAffiliation",
            "PlanDefinition",
            "Practitioner",
            "PractitionerRole",
            "Questionnaire",
            "Schedule",
            "SearchParameter",
            "Slot",
            "SpecimenDefinition",
            "StructureDefinition",
            "Substance",
            "ValueSet");

    private final FhirContext context;
    private final Map<String, Type> known = new ConcurrentHashMap<>();

    public Types(FhirContext context) {
        this.context = context;
    }

    /** Null if R4 has no such type, or it is not kept. */
    public @Nullable Type find(String name) {
        @Nullable Type type = known.get(name);
        if (type == null && isKept(name)) {
            type = Type.of(context, name);
            known.put(name, type);
        }
        return type;
    }

    /** Throws {@link Unusable} (404) if R4 has no such type, or it is not kept. */
    public Type get(String name) {
        @Nullable Type type = find(name);
        if (type == null) {
            throw Unusable.notFound("(" + name + ") is no type of resource that is kept here");
        }
        return type;
    }

    public boolean isKept(String name) {
        return context.getResourceTypes().contains(name) && !NOT_KEPT.contains(name);
    }

    /** All types, in the order of the alphabet. */
    public Set<String> names() {
        Set<String> names = new java.util.TreeSet<>(context.getResourceTypes());
        names.removeAll(NOT_KEPT);
        return names;
    }

    /** True if resources of this type are about no person. */
    public static boolean isOfNobody(String name) {
        return OF_NOBODY.contains(name);
    }

    FhirContext context() {
        return context;
    }

    /** True for every name of a type of R4, kept or not. */
    public boolean isOfR4(String name) {
        try {
            return context.getResourceTypes().contains(name);
        } catch (DataFormatException e) {
            return false;
        }
    }
}
