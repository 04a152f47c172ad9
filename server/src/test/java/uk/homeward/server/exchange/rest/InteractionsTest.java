package uk.homeward.server.exchange.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class InteractionsTest extends RestTest {

    @Test
    void a_resource_is_kept_as_received_and_read_back_with_id_version_and_time() {
        String body = patient(newNumber());
        HttpResponse<String> made = call("POST", "/Patient", body);

        assertThat(made.statusCode()).isEqualTo(201);
        String id = json(made).path("id").asString();
        assertThat(made.headers().firstValue("Location"))
                .hasValueSatisfying(l -> assertThat(l).endsWith("/fhir/Patient/" + id + "/_history/1"));
        assertThat(made.headers().firstValue("ETag")).hasValue("W/\"1\"");
        assertThat(made.headers().firstValue("Last-Modified")).isPresent();

        HttpResponse<String> read = read("/Patient/" + id);
        assertThat(read.statusCode()).isEqualTo(200);
        ObjectNode without = (ObjectNode) json(read);
        assertThat(without.path("meta").path("versionId").asString()).isEqualTo("1");
        without.remove(java.util.List.of("id", "meta"));
        assertThat(without).isEqualTo(json(body));
        byte[] kept = bean(JdbcTemplate.class)
                .queryForObject("select content from resource where type = 'Patient' and id = ?", byte[].class, id);
        assertThat(kept).asString().isEqualTo(body);
        assertThat(count("select count(*) from look where person = ? and what = 'Patient by FHIR'", id))
                .isEqualTo(1);
    }

    private static JsonNode json(String body) {
        return uk.homeward.server.exchange.resources.Json.MAPPER.readTree(body);
    }

    @Test
    void an_update_makes_a_version_and_a_stale_one_is_refused() {
        String reference = created(patient(newNumber()));
        String id = reference.substring("Patient/".length());
        String changed = patient(newNumber()).replaceFirst("\\{", "{\"id\": \"" + id + "\",");

        HttpResponse<String> first = call("PUT", "/" + reference, changed, "If-Match", "W/\"1\"");
        HttpResponse<String> stale =
                call("PUT", "/" + reference, changed.replace("Ashdown", "Ash"), "If-Match", "W/\"1\"");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("ETag")).hasValue("W/\"2\"");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).path("resourceType").asString()).isEqualTo("OperationOutcome");
        assertThat(call("PUT", "/" + reference, changed).headers().firstValue("ETag"))
                .as("the same again changes nothing")
                .hasValue("W/\"2\"");
        JsonNode history = json(read("/" + reference + "/_history"));
        assertThat(history.path("entry")).hasSize(2);
        assertThat(json(read("/" + reference + "/_history/1"))
                        .path("meta")
                        .path("versionId")
                        .asString())
                .isEqualTo("1");
        assertThat(found("/Patient?_id=" + id)).containsExactly(reference);
    }

    @Test
    void what_was_deleted_is_gone_and_its_history_stays() {
        String reference = created(patient(newNumber()));

        assertThat(call("DELETE", "/" + reference, "").statusCode()).isEqualTo(204);

        assertThat(read("/" + reference).statusCode()).isEqualTo(410);
        assertThat(found("/Patient?_id=" + reference.substring(8))).isEmpty();
        assertThat(json(read("/" + reference + "/_history")).path("entry")).hasSize(2);
        assertThat(call("DELETE", "/" + reference, "").statusCode()).isEqualTo(204);
        assertThat(read("/Patient/nobody-at-all").statusCode()).isEqualTo(404);
    }

    @Test
    void nothing_is_deleted_while_something_refers_to_it() {
        String patient = created(patient(newNumber()));
        String observation = created(observation(patient, "27113001", "2026-11-01", "61.5"));

        assertThat(call("DELETE", "/" + patient, "").statusCode()).isEqualTo(409);
        assertThat(call("DELETE", "/" + observation, "").statusCode()).isEqualTo(204);
        assertThat(call("DELETE", "/" + patient, "").statusCode()).isEqualTo(204);
    }

    @Test
    void a_fact_about_nobody_here_is_refused_and_other_references_are_counted() {
        HttpResponse<String> nobody =
                call("POST", "/Observation", observation("Patient/not-here", "27113001", "2026-11-01", "61.5"));
        String loose = observation(created(patient(newNumber())), "27113001", "2026-11-01", "61.5")
                .replace("\"status\"", "\"performer\": [{\"reference\": \"Practitioner/not-here\"}], \"status\"");

        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(elements(nobody)).containsExactly("Observation.subject");
        assertThat(call("POST", "/Observation", loose, "Prefer", "handling=strict")
                        .statusCode())
                .isEqualTo(422);
        created(loose);
        assertThat(count("select times from feed_finding where type = 'Observation' and element ="
                        + " 'Observation.performer' and what = 'refers to what is not here' and feed like"
                        + " 'fhir:%'"))
                .isPositive();
    }

    @Test
    void the_caller_may_prefer_less_or_a_report_as_the_answer() {
        HttpResponse<String> minimal = call("POST", "/Patient", patient(newNumber()), "Prefer", "return=minimal");
        HttpResponse<String> outcome = call(
                "POST",
                "/Patient",
                patient(newNumber()).replace("\"female\"", "\"lady\""),
                "Prefer",
                "return=OperationOutcome");

        assertThat(minimal.statusCode()).isEqualTo(201);
        assertThat(minimal.body()).isEmpty();
        assertThat(elements(outcome)).containsExactly("Patient.gender");
    }

    @Test
    void a_reader_who_has_the_version_gets_no_body() {
        String reference = created(patient(newNumber()));
        HttpResponse<String> read = read("/" + reference);

        assertThat(call("GET", "/" + reference, "", "If-None-Match", "W/\"1\"").statusCode())
                .isEqualTo(304);
        String at = read.headers().firstValue("Last-Modified").orElseThrow();
        assertThat(call("GET", "/" + reference, "", "If-Modified-Since", at).statusCode())
                .isEqualTo(304);
    }

    @Test
    void a_patch_changes_what_it_names_and_nothing_if_its_test_fails() {
        String reference = created(patient(newNumber()));
        String patch = """
            [{"op": "test", "path": "/gender", "value": "female"}, {"op": "replace", "path": "/birthDate", "value": "1938-02-12"},
             {"op": "add", "path": "/name/0/given/-", "value": "Rose"}]\
            """;

        HttpResponse<String> patched =
                call("PATCH", "/" + reference, patch, "Content-Type", "application/json-patch+json");
        HttpResponse<String> failed = call(
                "PATCH",
                "/" + reference,
                patch.replace("female", "male"),
                "Content-Type",
                "application/json-patch+json");

        assertThat(patched.statusCode()).isEqualTo(200);
        assertThat(json(patched).path("birthDate").asString()).isEqualTo("1938-02-12");
        assertThat(json(patched).at("/name/0/given/2").asString()).isEqualTo("Rose");
        assertThat(failed.statusCode()).isEqualTo(422);
    }

    @Test
    void xml_goes_in_and_comes_out() {
        String xml = "<Patient xmlns=\"http://hl7.org/fhir\"><name><family value=\"Ünlü\"/></name></Patient>";
        HttpResponse<String> made =
                call("POST", "/Patient", xml, "Content-Type", "application/fhir+xml", "Accept", "application/fhir+xml");
        String id = made.headers().firstValue("Location").orElseThrow().replaceAll(".*/Patient/([^/]+)/.*", "$1");

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/fhir+xml");
        assertThat(made.body()).contains("Ünlü").contains("<versionId value=\"1\">");
        assertThat(json(read("/Patient/" + id)).at("/name/0/family").asString()).isEqualTo("Ünlü");
        byte[] received = bean(JdbcTemplate.class)
                .queryForObject("select received from resource where type = 'Patient' and id = ?", byte[].class, id);
        assertThat(received).asString().isEqualTo(xml);
    }

    @Test
    void another_organisation_neither_changes_nor_reads_it_without_a_care_relationship() {
        String reference = created(patient(newNumber()));
        String body = patient(newNumber())
                .replaceFirst("\\{", "{\"id\": \"" + reference.substring("Patient/".length()) + "\",");

        assertThat(callAs(OTHER, "PUT", "/" + reference, body).statusCode()).isEqualTo(403);
        assertThat(callAs(OTHER, "DELETE", "/" + reference, "").statusCode()).isEqualTo(403);
        assertThat(callAs(OTHER, "GET", "/" + reference, "").statusCode()).isEqualTo(403);
        assertThat(callAs(OTHER, "GET", "/" + reference + "/_history", "").statusCode())
                .isEqualTo(403);
        assertThat(callAs(OTHER, "GET", "/Patient?_id=" + reference.substring(8), "")
                        .body())
                .doesNotContain("Ashdown");
    }

    @Test
    void who_sent_each_version_and_when_is_told() {
        String reference = created(patient(newNumber()));
        call("DELETE", "/" + reference, "");

        JsonNode told = json(read("/Provenance?target=" + reference));

        assertThat(told.path("total").asInt()).isEqualTo(2);
        JsonNode first = told.at("/entry/1/resource");
        assertThat(first.at("/target/0/reference").asString()).isEqualTo(reference + "/_history/1");
        assertThat(first.at("/agent/0/who/identifier/value").asString()).isEqualTo("demo-" + SENDER);
        assertThat(first.at("/activity/coding/0/code").asString()).isEqualTo("CREATE");
        assertThat(json(read("/Provenance/" + first.path("id").asString())).path("recorded"))
                .isEqualTo(first.path("recorded"));
        assertThat(callAs(OTHER, "GET", "/Provenance?target=" + reference, "").body())
                .doesNotContain("demo-" + SENDER);
    }
}
