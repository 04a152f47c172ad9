package uk.homeward.server.exchange.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TransactionsTest extends RestTest {

    private static String bundle(String type, String... entries) {
        return "{\"resourceType\": \"Bundle\", \"type\": \"" + type + "\", \"entry\": [" + String.join(",", entries)
                + "]}";
    }

    private static String entry(String fullUrl, String method, String url, String resource, String more) {
        return "{\"fullUrl\": \"%s\", \"resource\": %s, \"request\": {\"method\": \"%s\", \"url\": \"%s\"%s}}"
                .formatted(fullUrl, resource, method, url, more);
    }

    private static List<String> statuses(HttpResponse<String> answer) {
        return StreamSupport.stream(json(answer).path("entry").spliterator(), false)
                .map(e -> e.path("response").path("status").asString())
                .toList();
    }

    @Test
    void names_of_the_bundle_become_addresses() {
        String number = newNumber();
        HttpResponse<String> answer = call(
                "POST",
                "",
                bundle(
                        "transaction",
                        entry(
                                "urn:uuid:b",
                                "POST",
                                "Observation",
                                observation("urn:uuid:a", "27113001", "2026-11-01", "60"),
                                ""),
                        entry("urn:uuid:a", "POST", "Patient", patient(number), "")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(statuses(answer)).containsExactly("201", "201");
        String patient = found("/Patient?identifier=" + number).getFirst();
        assertThat(found("/Observation?patient=" + patient)).hasSize(1);
        assertThat(count("select count(*) from resource where type = 'Observation' and rewritten like '%urn:uuid:a%'"))
                .isPositive();
    }

    @Test
    void all_or_nothing_and_the_entry_is_named() {
        String number = newNumber();
        HttpResponse<String> answer = call(
                "POST",
                "",
                bundle(
                        "transaction",
                        entry("urn:uuid:a", "POST", "Patient", patient(number), ""),
                        entry(
                                "urn:uuid:b",
                                "POST",
                                "Observation",
                                observation("urn:uuid:a", "27113001", "soon", "60"),
                                "")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(elements(answer)).containsExactly("Bundle.entry[1].resource.Observation.effectiveDateTime");
        assertThat(found("/Patient?identifier=" + number)).isEmpty();
    }

    @Test
    void in_a_batch_each_entry_stands_for_itself() {
        String number = newNumber();
        HttpResponse<String> answer = call(
                "POST",
                "",
                bundle(
                        "batch",
                        entry("urn:uuid:a", "POST", "Patient", patient(number), ""),
                        entry(
                                "urn:uuid:b",
                                "POST",
                                "Observation",
                                "{\"resourceType\": \"Observation\", \"status\": 7}",
                                ""),
                        "{\"request\": {\"method\": \"GET\", \"url\": \"Patient?identifier=" + number + "\"}}"));

        assertThat(statuses(answer)).containsExactly("201", "422", "200");
        assertThat(json(answer)
                        .at("/entry/1/response/outcome/issue/0/expression/0")
                        .asString())
                .isEqualTo("Observation.status");
        assertThat(json(answer).at("/entry/2/resource/total").asInt()).isEqualTo(1);
    }

    @Test
    void updates_deletes_and_reads_in_one() {
        String old = created(patient(newNumber()));
        String weighed = created(observation(old, "27113001", "2026-11-01", "60"));
        String id = old.substring("Patient/".length());
        HttpResponse<String> answer = call(
                "POST",
                "",
                bundle(
                        "transaction",
                        "{\"request\": {\"method\": \"GET\", \"url\": \"" + old + "\"}}",
                        entry(
                                "",
                                "PUT",
                                old,
                                patient(newNumber()).replaceFirst("\\{", "{\"id\": \"" + id + "\","),
                                ", \"ifMatch\": \"W/\\\"1\\\"\""),
                        "{\"request\": {\"method\": \"DELETE\", \"url\": \"" + weighed + "\"}}"));

        assertThat(statuses(answer)).containsExactly("200", "200", "204");
        assertThat(json(answer).at("/entry/0/resource/meta/versionId").asString())
                .isEqualTo("2");
        assertThat(read("/" + weighed).statusCode()).isEqualTo(410);
    }

    @Test
    void a_reference_by_search_leads_to_what_it_finds() {
        String number = newNumber();
        String patient = created(patient(number));
        HttpResponse<String> answer = call(
                "POST",
                "",
                bundle(
                        "transaction",
                        entry(
                                "urn:uuid:b",
                                "POST",
                                "Observation",
                                observation("Patient?identifier=" + NHS + "|" + number, "27113001", "2026-11-01", "60"),
                                "")));

        assertThat(statuses(answer)).containsExactly("201");
        assertThat(found("/Observation?patient=" + patient)).hasSize(1);
    }

    @Test
    void two_at_once_create_one_if_none_exists() {
        String number = newNumber();
        List<CompletableFuture<HttpResponse<String>>> both = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() ->
                        call("POST", "/Patient", patient(number), "If-None-Exist", "identifier=" + NHS + "|" + number)))
                .toList();

        assertThat(both)
                .extracting(f -> f.join().statusCode())
                .containsOnlyOnce(201)
                .contains(200);
        assertThat(found("/Patient?identifier=" + number)).hasSize(1);
        HttpResponse<String> third = call(
                "POST",
                "",
                bundle(
                        "transaction",
                        entry(
                                "urn:uuid:a",
                                "POST",
                                "Patient",
                                patient(number),
                                ", \"ifNoneExist\": \"identifier=" + NHS + "|" + number + "\""),
                        entry(
                                "urn:uuid:b",
                                "POST",
                                "Observation",
                                observation("urn:uuid:a", "27113001", "2026-11-01", "60"),
                                "")));
        assertThat(statuses(third)).containsExactly("200", "201");
    }

    @Test
    void conditional_update_and_delete_go_to_the_one_that_is_found() {
        String number = newNumber();
        HttpResponse<String> made = call("PUT", "/Patient?identifier=" + NHS + "%7C" + number, patient(number));
        HttpResponse<String> changed = call(
                "PUT",
                "/Patient?identifier=" + NHS + "%7C" + number,
                patient(number).replace("Ashdown", "Ash"));

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(json(changed).path("id")).isEqualTo(json(made).path("id"));
        created(patient(number));
        assertThat(call("DELETE", "/Patient?identifier=" + number, "").statusCode())
                .isEqualTo(412);
        assertThat(call("DELETE", "/Patient?identifier=" + number + "&family=ashdown", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(found("/Patient?identifier=" + number)).hasSize(1);
        assertThat(call("DELETE", "/Patient?nonsense=1", "").statusCode()).isEqualTo(400);
    }

    @Test
    void a_bundle_that_is_neither_is_refused() {
        assertThat(call("POST", "", bundle("collection")).statusCode()).isEqualTo(400);
        HttpResponse<String> twice = call(
                "POST",
                "",
                bundle(
                        "transaction",
                        entry("", "PUT", "Patient/twice", "{\"resourceType\": \"Patient\", \"id\": \"twice\"}", ""),
                        entry("", "PUT", "Patient/twice", "{\"resourceType\": \"Patient\", \"id\": \"twice\"}", "")));
        assertThat(twice.statusCode()).isEqualTo(400);
        JsonNode outcome = json(twice);
        assertThat(outcome.at("/issue/0/expression/0").asString()).isEqualTo("Bundle.entry[1]");
    }
}
