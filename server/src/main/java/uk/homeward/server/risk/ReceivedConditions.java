package uk.homeward.server.risk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import uk.homeward.insight.risk.Diagnosis;
import uk.homeward.insight.risk.Icd10;
import uk.homeward.server.exchange.resources.Json;
import uk.homeward.server.journal.PlaceKey;

/**
 * Diagnoses in FHIR resources that others sent: Conditions that are confirmed or do not say otherwise, coded in ICD-10. The
 * newest version of each counts, and what was deleted or entered in error does not.
 */
@Repository
class ReceivedConditions {

    private static final String NEWEST = """
        select coalesce(l.person, r.patient) as person, r.content, r.updated_at from (
            select distinct on (id) id, patient, deleted, content, updated_at from resource
            where place = ? and type = 'Condition' order by id, version desc) r
        left join patient_link l on l.place = ? and l.patient = r.patient
        where not r.deleted and r.patient is not null and (?::text[] is null or coalesce(l.person, r.patient) = any (?))
        """;

    private static final Set<String> SAID_OTHERWISE =
            Set.of("entered-in-error", "refuted", "differential", "unconfirmed");

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    ReceivedConditions(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    /** Those since a day, by person; of these people only, or of everybody where nobody is named. */
    Map<String, List<Diagnosis>> since(LocalDate day, String @Nullable [] only) {
        Map<String, List<Diagnosis>> all = new HashMap<>();
        jdbc.query(
                NEWEST,
                row -> {
                    Instant told =
                            row.getObject("updated_at", OffsetDateTime.class).toInstant();
                    String person = row.getString("person");
                    read(row.getBytes("content"), told)
                            .filter(d -> !d.admitted().isBefore(day))
                            .ifPresent(d -> all.computeIfAbsent(id(person), p -> new ArrayList<>())
                                    .add(d));
                },
                place.value(),
                place.value(),
                only,
                only);
        return all;
    }

    private static String id(String patient) {
        return patient.startsWith("Patient/") ? patient.substring("Patient/".length()) : patient;
    }

    /** The diagnosis that a Condition tells; empty where it tells none. */
    static Optional<Diagnosis> read(byte[] content, Instant told) {
        JsonNode condition = Json.MAPPER.readTree(content);
        for (JsonNode coding : condition.path("verificationStatus").path("coding")) {
            if (SAID_OTHERWISE.contains(coding.path("code").asString(""))) {
                return Optional.empty();
            }
        }
        for (JsonNode coding : condition.path("code").path("coding")) {
            Optional<Icd10> code = coding.path("system").asString("").contains("icd-10")
                    ? Icd10.find(coding.path("code").asString(""))
                    : Optional.empty();
            if (code.isPresent()) {
                return Optional.of(new Diagnosis(on(condition, told), code.get()));
            }
        }
        return Optional.empty();
    }

    /** When it was recorded, else when it began, else when it was sent; a year or month counts from its first day. */
    private static LocalDate on(JsonNode condition, Instant told) {
        for (String element : List.of("recordedDate", "onsetDateTime")) {
            String said = condition.path(element).asString("");
            String day = said.length() == 4 ? said + "-01-01" : said.length() == 7 ? said + "-01" : said;
            try {
                if (day.length() >= 10) {
                    return LocalDate.parse(day.substring(0, 10));
                }
            } catch (DateTimeException e) {
                // as if it did not say
            }
        }
        return LocalDate.ofInstant(told, java.time.ZoneOffset.UTC);
    }
}
