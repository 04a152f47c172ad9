package uk.homeward.server.exchange.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SearchTest extends RestTest {

    private static final String NUMBER = newNumber();
    private static String patient = "";
    private static String light = "";
    private static String heavy = "";

    @BeforeAll
    static void somebody() {
        patient = created(patient(NUMBER));
        light = created(observation(patient, "27113001", "2026-10-02T09:30:00Z", "58.2"));
        heavy = created(observation(patient, "27113001", "2026-11-20", "63.0")
                .replace(
                        "\"status\"",
                        "\"identifier\": [{\"system\": \"https://scales.example\", \"value\": \"%s\"}], \"status\""
                                .formatted(NUMBER)));
        created(observation(patient, "8867-4", "2026-11-21", "71"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        identifier={nhs}|{number}
        identifier={number}
        identifier={nhs}|{number}&family=ash
        identifier={number}&name=edi
        identifier={number}&name=ÉDITH
        identifier={number}&given:exact=Édith
        identifier={number}&family:contains=SHDOW
        identifier={number}&address=4 station
        identifier={number}&address-city=Solihull
        identifier={number}&birthdate=1938-02-11
        identifier={number}&birthdate=1938
        identifier={number}&birthdate=lt1940&birthdate=ge1938-02-11
        identifier={number}&gender=female
        identifier={number}&gender=male,female
        identifier={number}&gender:not=male
        identifier={number}&deceased=false
        identifier={number}&death-date:missing=true
        identifier={number}&_lastUpdated=gt2020
        identifier={number}&_has:Observation:patient:code=27113001
        """)
    void finds_the_patient_by(String search) {
        assertThat(found("/Patient?" + filled(search))).containsExactly(patient);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        identifier=https://other.example|{number}
        identifier={number}&family:exact=ashdown
        identifier={number}&birthdate=gt1938-02-11
        identifier={number}&gender=male
        identifier={number}&gender:not=female
        identifier={number}&deceased=true
        identifier={number}&birthdate:missing=true
        identifier={number}&_has:Observation:patient:code=nothing
        """)
    void does_not_find_the_patient_by(String search) {
        assertThat(found("/Patient?" + filled(search))).doesNotContain(patient);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        patient={patient}&code=27113001
        subject=Patient/{patient}&code=http://snomed.info/sct|27113001
        subject:Patient={patient}&combo-code=27113001
        patient.identifier={number}&code=27113001
        subject:Patient.name=ashdown&patient={patient}&code=27113001
        patient={patient}&code=27113001,nothing
        patient={patient}&value-quantity=ge58.2|http://unitsofmeasure.org|kg&code=27113001
        patient={patient}&date=ge2026-10-02&code=27113001
        patient={patient}&status=final&code:not=8867-4
        """)
    void finds_both_weights_by(String search) {
        assertThat(found("/Observation?" + filled(search))).containsExactlyInAnyOrder(light, heavy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        patient={patient}&date=2026-10-02
        patient={patient}&date=lt2026-11
        patient={patient}&value-quantity=58.2||kg
        patient={patient}&value-quantity=58
        patient={patient}&value-quantity=lt60
        """)
    void finds_the_lighter_one_by(String search) {
        assertThat(found("/Observation?" + filled(search))).containsExactly(light);
    }

    @Test
    void sorts_by_date_and_by_words() {
        String of = "/Observation?code=27113001&patient=" + patient;
        assertThat(found(of + "&_sort=date")).containsExactly(light, heavy);
        assertThat(found(of + "&_sort=-date")).containsExactly(heavy, light);
        assertThat(found(of + "&_sort=value-quantity")).containsExactly(light, heavy);
        assertThat(found(of + "&_sort=-value-quantity,_id")).containsExactly(heavy, light);
    }

    @Test
    void brings_what_matches_refer_to_and_what_refers_to_them() {
        assertThat(found("/Observation?identifier=" + NUMBER + "&_include=Observation:subject"))
                .containsExactly(heavy, patient);
        assertThat(found("/Patient?identifier=" + NUMBER + "&_revinclude=Observation:patient"))
                .hasSize(4)
                .contains(patient, light, heavy);
    }

    @Test
    void pages_lead_through_everything_once_though_more_comes_in() {
        String someone = created(patient(newNumber()));
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(created(observation(someone, "27113001", "2026-11-0" + (i + 1), "6" + i)));
        }
        for (String sort : List.of("", "&_sort=date")) {
            List<String> seen = new ArrayList<>();
            JsonNode page = json(read("/Observation?_count=3&patient=" + someone + sort));
            for (int i = 0; i < 5 && !page.isEmpty(); i++) {
                seen.addAll(references(page));
                created(observation(someone, "8867-4", "2026-11-30", "70"));
                String next = next(page);
                page = next.isEmpty() ? json("{}") : json(read(next.substring(next.indexOf("/fhir") + 5)));
            }
            assertThat(seen).containsAll(all).doesNotHaveDuplicates();
            assertThat(seen).hasSize(sort.isEmpty() ? 7 : 10); // the first round's three came before the second began
        }
    }

    private static String next(JsonNode page) {
        for (JsonNode link : page.path("link")) {
            if (link.path("relation").asString().equals("next")) {
                return link.path("url").asString();
            }
        }
        return "";
    }

    private static JsonNode json(String text) {
        return uk.homeward.server.exchange.resources.Json.MAPPER.readTree(text);
    }

    @Test
    void counts_without_reading() {
        JsonNode count = json(read("/Observation?_summary=count&patient=" + patient));
        assertThat(count.path("total").asInt()).isEqualTo(3);
        assertThat(count.has("entry")).isFalse();
        assertThat(json(read("/Observation?_count=1&_total=accurate&patient=" + patient))
                        .path("total")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void gives_a_part_of_each_resource_if_that_is_asked() {
        JsonNode names =
                json(read("/Patient?_elements=name&identifier=" + NUMBER)).at("/entry/0/resource");
        assertThat(names.has("name")).isTrue();
        assertThat(names.has("birthDate")).isFalse();
        assertThat(names.at("/meta/tag/0/code").asString()).isEqualTo("SUBSETTED");
        assertThat(json(read("/" + heavy + "?_summary=true")).has("valueQuantity"))
                .isTrue();
    }

    @Test
    void a_parameter_that_is_not_known_is_left_out_and_said_or_refused_if_that_is_preferred() {
        HttpResponse<String> lenient = read("/Patient?identifier=" + NUMBER + "&favourite-colour=green");
        HttpResponse<String> strict = call("GET", "/Patient?favourite-colour=green", "", "Prefer", "handling=strict");

        assertThat(references(json(lenient))).containsExactly(patient);
        assertThat(lenient.body()).contains("Left out").contains("favourite-colour");
        assertThat(json(lenient).at("/link/0/url").asString()).doesNotContain("favourite-colour");
        assertThat(strict.statusCode()).isEqualTo(400);
        assertThat(elements(strict)).containsExactly("favourite-colour");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        birthdate=yesterday
        _count=many
        _sort=shoe-size
        name:sounds-like=x
        organization.x.y=1
        _has:Observation=1
        _include=Patient
        _lastUpdated=ge20
        """)
    void nonsense_is_refused_with_its_name(String search) {
        HttpResponse<String> answer = read("/Patient?" + search.replace(" ", "%20"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(elements(answer)).isNotEmpty();
    }

    @Test
    void everything_of_a_patient_comes_together() {
        List<String> all = found("/" + patient + "/$everything");
        assertThat(all).contains(patient, light, heavy).hasSize(4);
        assertThat(found("/" + patient + "/$everything?_type=Observation&_count=2"))
                .hasSize(3);
    }

    private static String filled(String search) {
        String text = search.replace("{nhs}", NHS)
                .replace("{number}", NUMBER)
                .replace("{patient}", patient.substring("Patient/".length()));
        List<String> parts = new ArrayList<>();
        for (String part : text.split("&")) {
            int equals = part.indexOf('=');
            parts.add(part.substring(0, equals + 1)
                    + URLEncoder.encode(part.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return String.join("&", parts);
    }
}
