package uk.homeward.server.exchange.inbox;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.homeward.server.exchange.hl7.clinical.Panel;
import uk.homeward.server.exchange.resources.Json;
import uk.homeward.server.exchange.resources.Kept;

/** One panel of results written as FHIR: the same panel of the same sender always has the same ids. */
final class ResultResources {

    private final String sender;
    private final String person;
    private final Panel panel;
    private final Instant toldAt;

    ResultResources(String sender, String person, Panel panel, Instant toldAt) {
        this.sender = sender;
        this.person = person;
        this.panel = panel;
        this.toldAt = toldAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** One resource, ready to be kept. */
    @SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
    record Written(String type, String id, byte[] json) {}

    /** The findings, then the report that holds them together. */
    List<Written> all() {
        List<Written> all = new ArrayList<>();
        panel.findings().forEach(finding -> all.add(observation(finding)));
        all.add(report(all));
        return all;
    }

    /** When what stands was told; the start of time where it does not say. */
    static Instant toldAt(Kept kept) {
        byte[] content = kept.content();
        String issued = content == null
                ? ""
                : Json.MAPPER.readTree(content).path("issued").asString("");
        try {
            return issued.isEmpty() ? Instant.MIN : Instant.parse(issued);
        } catch (DateTimeException e) {
            return Instant.MIN;
        }
    }

    private Written observation(Panel.Finding finding) {
        ObjectNode json = resource("Observation", id("Observation", finding.key()), finding.status());
        concept(json.putObject("code"), finding.code());
        about(json, finding.at() == null ? panel.at() : finding.at());
        value(json, finding.value());
        if (!finding.flag().isBlank()) {
            json.putArray("interpretation")
                    .addObject()
                    .putArray("coding")
                    .addObject()
                    .put("system", "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation")
                    .put("code", finding.flag());
        }
        if (!finding.notes().isEmpty()) {
            json.putArray("note").addObject().put("text", String.join("\n", finding.notes()));
        }
        if (!finding.range().isBlank()) {
            json.putArray("referenceRange").addObject().put("text", finding.range());
        }
        return written(json);
    }

    private Written report(List<Written> findings) {
        ObjectNode json = resource("DiagnosticReport", id("DiagnosticReport", ""), panel.status());
        concept(json.putObject("code"), panel.code());
        about(json, panel.at());
        ArrayNode results = findings.isEmpty() ? null : json.putArray("result");
        for (Written finding : findings) {
            java.util.Objects.requireNonNull(results).addObject().put("reference", finding.type() + "/" + finding.id());
        }
        String conclusion = String.join("\n", panel.notes());
        if (!conclusion.isBlank()) {
            json.put("conclusion", conclusion);
        }
        return written(json);
    }

    private ObjectNode resource(String type, String id, String status) {
        ObjectNode json =
                Json.MAPPER.createObjectNode().put("resourceType", type).put("id", id);
        json.putArray("identifier")
                .addObject()
                .put("system", "urn:hl7:" + urn(sender))
                .put("value", panel.identifier());
        return json.put("status", status(status));
    }

    private void about(ObjectNode json, @Nullable Instant at) {
        json.putObject("subject").put("reference", "Patient/" + person);
        json.put(
                "effectiveDateTime",
                (at == null ? toldAt : at).truncatedTo(ChronoUnit.SECONDS).toString());
        json.put("issued", toldAt.toString());
    }

    /** HL7 tables 0123 and 0085 as FHIR says them. */
    private static String status(String code) {
        return switch (code) {
            case "P", "R", "S" -> "preliminary";
            case "I", "O", "N", "Y" -> "registered";
            case "C" -> "corrected";
            case "X" -> "cancelled";
            case "D", "W" -> "entered-in-error";
            default -> "final";
        };
    }

    private static void concept(ObjectNode to, Panel.Code code) {
        if (!code.code().isBlank()) {
            ObjectNode coding = to.putArray("coding").addObject();
            if (!code.system().isBlank()) {
                coding.put("system", code.system());
            }
            coding.put("code", code.code());
            if (!code.words().isBlank()) {
                coding.put("display", code.words());
            }
        }
        to.put("text", code.words().isBlank() ? (code.isBlank() ? "not said" : code.code()) : code.words());
    }

    private static void value(ObjectNode json, Panel.Value value) {
        switch (value) {
            case Panel.Value.Quantity q -> {
                ObjectNode quantity = json.putObject("valueQuantity").put("value", new BigDecimal(q.number()));
                if (!q.comparator().isEmpty()) {
                    quantity.put("comparator", q.comparator());
                }
                if (!q.unit().isBlank()) {
                    quantity.put("unit", q.unit());
                }
            }
            case Panel.Value.Words w -> json.put("valueString", w.text());
            case Panel.Value.Coded c -> {
                ObjectNode concept = json.putObject("valueCodeableConcept");
                concept(concept, c.codes().getFirst());
            }
            case Panel.Value.None n ->
                json.putObject("dataAbsentReason")
                        .putArray("coding")
                        .addObject()
                        .put("system", "http://terminology.hl7.org/CodeSystem/data-absent-reason")
                        .put("code", "unknown");
        }
    }

    private String id(String type, String key) {
        String name = String.join(
                "|",
                "hl7-result",
                sender,
                person,
                type,
                panel.identifier(),
                panel.code().code(),
                key);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String urn(String text) {
        return text.replaceAll("[^A-Za-z0-9.-]", "-");
    }

    private static Written written(ObjectNode json) {
        return new Written(
                json.path("resourceType").asString(), json.path("id").asString(), Json.MAPPER.writeValueAsBytes(json));
    }
}
