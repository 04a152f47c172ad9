package uk.homeward.server.record;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.homeward.server.record.Fact.Kind;

/** Turns a received resource into what pages show of it. Leaves out what its source entered in error or refuted. */
final class FactReader {

    /** The resources that pages show. */
    static final List<String> TYPES = List.of(
            "AllergyIntolerance",
            "Condition",
            "MedicationStatement",
            "MedicationRequest",
            "Encounter",
            "Observation",
            "Procedure",
            "Immunization",
            "DiagnosticReport",
            "DocumentReference",
            "Composition",
            "Flag",
            "RelatedPerson");

    private static final Set<String> VOID = Set.of("entered-in-error", "refuted", "cancelled", "nullified");
    private static final Set<String> HOLDS = Set.of("active", "recurrence", "relapse", "on-hold", "");

    private final ZoneId zone;

    FactReader(ZoneId zone) {
        this.zone = zone;
    }

    /** Where a resource came from. */
    record Origin(String source, String feed, Instant toldAt, String reference) {}

    /** The fact; empty if the resource says nothing that pages show. */
    Optional<Fact> read(String type, JsonNode r, Origin from) {
        if (VOID.contains(Coded.code(r.path("status"))) || VOID.contains(Coded.code(r.path("verificationStatus")))) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (type) {
                    case "AllergyIntolerance" -> allergy(r, from);
                    case "Condition" -> problem(r, from);
                    case "MedicationStatement", "MedicationRequest" -> medicine(r, from);
                    case "Encounter" -> encounter(r, from);
                    case "Observation" -> result(r, from);
                    case "Procedure" ->
                        coded(Kind.PROCEDURE, r.path("code"), from, at(r, "performedDateTime", "performedPeriod"));
                    case "Immunization" ->
                        coded(Kind.VACCINE, r.path("vaccineCode"), from, at(r, "occurrenceDateTime", "recorded"));
                    case "DiagnosticReport" -> report(r, r.path("code"), from);
                    case "DocumentReference", "Composition" -> report(r, r.path("type"), from);
                    case "Flag" -> flag(r, from);
                    case "RelatedPerson" -> carer(r, from);
                    default -> null;
                });
    }

    private @Nullable Instant at(JsonNode r, String... elements) {
        return Coded.moment(zone, r, elements);
    }

    private Fact allergy(JsonNode r, Origin from) {
        List<String> detail = new ArrayList<>();
        for (JsonNode reaction : r.path("reaction")) {
            reaction.path("manifestation").forEach(m -> detail.add(Coded.words(m)));
        }
        if (r.path("criticality").asString("").equals("high")) {
            detail.add("high risk");
        }
        boolean holds = HOLDS.contains(Coded.code(r.path("clinicalStatus")));
        return fact(
                Kind.ALLERGY,
                r.path("code"),
                String.join(", ", detail),
                holds,
                at(r, "recordedDate", "onsetDateTime"),
                from);
    }

    private Fact problem(JsonNode r, Origin from) {
        boolean holds = HOLDS.contains(Coded.code(r.path("clinicalStatus")))
                && r.path("abatementDateTime").isMissingNode();
        return fact(
                Kind.PROBLEM,
                r.path("code"),
                note(r),
                holds,
                at(r, "onsetDateTime", "onsetPeriod", "recordedDate"),
                from);
    }

    private Fact medicine(JsonNode r, Origin from) {
        JsonNode concept = r.path("medicationCodeableConcept");
        JsonNode named = concept.isMissingNode() ? r.path("contained").path(0).path("code") : concept;
        JsonNode dose = r.has("dosage")
                ? r.path("dosage").path(0)
                : r.path("dosageInstruction").path(0);
        boolean holds = Set.of("active", "on-hold", "intended").contains(Coded.code(r.path("status")));
        String words = Coded.words(named);
        String title =
                words.isBlank() ? r.path("medicationReference").path("display").asString("") : words;
        Fact fact = fact(
                Kind.MEDICINE,
                named,
                dose.path("text").asString(""),
                holds,
                at(r, "effectivePeriod", "effectiveDateTime", "authoredOn", "dateAsserted"),
                from);
        return words.isBlank() ? renamed(fact, title) : fact;
    }

    private static Fact renamed(Fact f, String title) {
        return new Fact(
                f.kind(),
                title.toLowerCase(Locale.ROOT),
                title,
                f.detail(),
                f.active(),
                f.at(),
                f.source(),
                f.feed(),
                f.toldAt(),
                f.value(),
                f.unit(),
                f.reference());
    }

    private Fact encounter(JsonNode r, Origin from) {
        JsonNode type = r.path("type").path(0);
        String kind = Coded.words(type);
        String title = kind.isBlank()
                ? r.path("class")
                        .path("display")
                        .asString(r.path("class").path("code").asString("Contact"))
                : kind;
        List<String> detail = new ArrayList<>();
        String provider = r.path("serviceProvider").path("display").asString("");
        if (!provider.isBlank()) {
            detail.add(provider);
        }
        r.path("reasonCode").forEach(reason -> detail.add(Coded.words(reason)));
        return new Fact(
                Kind.ENCOUNTER,
                r.path("class").path("code").asString(""),
                title,
                String.join(": ", detail),
                Coded.code(r.path("status")).equals("in-progress"),
                at(r, "period"),
                from.source(),
                from.feed(),
                from.toldAt(),
                null,
                "",
                from.reference());
    }

    private Fact result(JsonNode r, Origin from) {
        JsonNode quantity = r.path("valueQuantity");
        @Nullable
        Double value =
                quantity.path("value").isNumber() ? quantity.path("value").asDouble() : null;
        String unit = Coded.first(quantity, "unit", "code");
        String words = value == null ? words(r) : "";
        String interpretation = Coded.words(r.path("interpretation").path(0));
        return new Fact(
                Kind.RESULT,
                Coded.key(r.path("code")),
                Coded.words(r.path("code")),
                (words + (interpretation.isBlank() ? "" : " (" + interpretation + ")")).strip(),
                true,
                at(r, "effectiveDateTime", "effectivePeriod", "issued"),
                from.source(),
                from.feed(),
                from.toldAt(),
                value,
                unit,
                from.reference());
    }

    /** A result that is no single number: words, a concept, or parts such as the two of a blood pressure. */
    private static String words(JsonNode r) {
        String concept = Coded.words(r.path("valueCodeableConcept"));
        String text = concept.isBlank() ? Coded.first(r, "valueString", "valueDateTime") : concept;
        if (!text.isBlank()) {
            return text;
        }
        List<String> parts = new ArrayList<>();
        for (JsonNode part : r.path("component")) {
            JsonNode quantity = part.path("valueQuantity");
            if (quantity.path("value").isNumber()) {
                parts.add(quantity.path("value").asString() + " " + Coded.first(quantity, "unit", "code"));
            }
        }
        return String.join(" / ", parts);
    }

    private Fact report(JsonNode r, JsonNode concept, Origin from) {
        String title = Coded.first(r, "title", "description");
        Fact fact = fact(
                Kind.REPORT,
                concept,
                Coded.first(r, "conclusion"),
                true,
                at(r, "effectiveDateTime", "date", "issued"),
                from);
        return title.isBlank() ? fact : renamed(fact, title);
    }

    private Fact flag(JsonNode r, Origin from) {
        return fact(
                Kind.ALERT, r.path("code"), "", HOLDS.contains(Coded.code(r.path("status"))), at(r, "period"), from);
    }

    private Fact carer(JsonNode r, Origin from) {
        JsonNode name = r.path("name").path(0);
        String given = name.path("given").path(0).asString("");
        String whole = Coded.first(name, "text");
        String title = whole.isBlank() ? (given + " " + name.path("family").asString("")).strip() : whole;
        String relation = Coded.words(r.path("relationship").path(0));
        String phone = r.path("telecom").path(0).path("value").asString("");
        return renamed(
                fact(
                        Kind.CARER,
                        r.path("relationship").path(0),
                        (relation + (phone.isBlank() ? "" : ", " + phone)).strip(),
                        r.path("active").asBoolean(true),
                        at(r, "period"),
                        from),
                title);
    }

    private static String note(JsonNode r) {
        return r.path("note").path(0).path("text").asString("");
    }

    private static Fact coded(Kind kind, JsonNode concept, Origin from, @Nullable Instant at) {
        return fact(kind, concept, "", true, at, from);
    }

    private static Fact fact(
            Kind kind, JsonNode concept, String detail, boolean active, @Nullable Instant at, Origin from) {
        return new Fact(
                kind,
                Coded.key(concept),
                Coded.words(concept),
                detail,
                active,
                at,
                from.source(),
                from.feed(),
                from.toldAt(),
                null,
                "",
                from.reference());
    }
}
