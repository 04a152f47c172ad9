package uk.homeward.server.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.homeward.journey.event.ServiceEvent.Details;
import uk.homeward.journey.place.Rating;
import uk.homeward.server.ServerTest;

/** The directory as others exchange it: Open Referral UK, FHIR, and the regulator's ratings. */
class DirectoryExchangeTest extends ServerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Directory directory = bean(Directory.class);

    @Test
    void a_single_day_seasons_bank_holidays_and_exceptions_come_by_open_referral_and_by_fhir() {
        String id = newId("lunch");
        String schedules = """
            [{"freq": "WEEKLY", "byday": "TU", "opens_at": "12:00", "closes_at": "14:00", "description": "Soup first"},
             {"freq": "MONTHLY", "byday": "-1SA", "opens_at": "10:00:00", "closes_at": "12:00:00",
              "valid_from": "2026-04-01", "valid_to": "2027-03-31"},
             {"freq": "WEEKLY", "interval": 2, "dtstart": "2026-01-05", "byday": "MO,WE", "opens_at": "18:00",
              "closes_at": "20:00"},
             {"valid_from": "2026-12-25", "valid_to": "2026-12-26", "description": "2026-12-25..2026-12-26 closed"},
             {"description": "bank holidays closed"}]\
            """;
        assertThat(take("/api/import/services", service(id, schedules)).body()).contains("TAKEN");
        DirectoryEntry entry = directory.find("ork-" + id).orElseThrow();
        assertThat(entry.details().opens())
                .isEqualTo("Tue 12:00-14:00; 2026-04-01..2027-03-31 last Sat 10:00-12:00;"
                        + " Mon, Wed every 2 weeks from 2026-01-05 18:00-20:00; 2026-12-25..2026-12-26 closed;"
                        + " bank holidays closed");
        assertThat(entry.details().hours()).isEqualTo("Soup first");
        assertThat(visitor().get("/directory/ork-" + id))
                .contains("Tue 12:00-14:00", "25 December 2026 to 26 December 2026: closed", "bank holidays closed");
        assertThat(get("/fhir/HealthcareService/ork-" + id, "referrer").body())
                .contains("\"tue\"", "12:00:00", "\"notAvailable\"", "2026-12-25", "last Sat 10:00-12:00");
        take("/api/import/services", service(id, "[{\"freq\": \"WEEKLY\", \"byday\": \"TU\", \"count\": 3}]"));
        assertThat(directory.find("ork-" + id).orElseThrow().details().opens())
                .as("what is not understood is not guessed at")
                .isEmpty();
        bean(DirectoryDesk.class).withdraw("ork-" + id, "test", STAFF);
    }

    @Test
    void open_referral_goes_out_and_comes_back_the_same() {
        JsonNode page = JSON.readTree(get("/api/hsds/services?per_page=5").body());
        assertThat(page.path("contents")).hasSize(5);
        assertThat(page.path("total_pages").asInt()).isGreaterThan(3);
        String all = get("/api/hsds/export").body();
        JsonNode first = JSON.readTree(all).path(0);
        assertThat(first.path("organization").path("name").asString()).isNotBlank();
        assertThat(JSON.readTree(get("/api/hsds/services/" + first.path("id").asString())
                                .body())
                        .path("name"))
                .isEqualTo(first.path("name"));
        JsonNode receipts = JSON.readTree(take("/api/import/services", all).body());
        assertThat(receipts).hasSize(JSON.readTree(all).size());
        receipts.forEach(
                r -> assertThat(r.path("state").asString()).as(r.toString()).isEqualTo("TAKEN"));
        DirectoryEntry came =
                directory.find(receipts.path(0).path("id").asString()).orElseThrow();
        assertThat(came.details().title()).isEqualTo(first.path("name").asString());
        assertThat(came.details().phone())
                .isEqualTo(first.path("phones").path(0).path("number").asString());
        JsonNode again = JSON.readTree(take("/api/import/services", all).body());
        again.forEach(r -> assertThat(r.path("state").asString()).isEqualTo("UNCHANGED"));
        Map<String, Details> sent = directory.listPublic().stream()
                .collect(Collectors.toMap(e -> "ork-" + Hsds.uuid("service", e.id()), DirectoryEntry::details));
        assertThat(receipts)
                .allSatisfy(r -> assertThat(directory
                                .find(r.path("id").asString())
                                .orElseThrow()
                                .details())
                        .as("nothing is lost on the way")
                        .usingRecursiveComparison()
                        .ignoringFields("source")
                        .isEqualTo(sent.get(r.path("id").asString())));
        receipts.forEach(r -> bean(DirectoryDesk.class).withdraw(r.path("id").asString(), "test", STAFF));
        assertThat(take("/api/import/services", "nonsense").statusCode()).isEqualTo(400);
        assertThat(take(
                                "/api/import/services",
                                "{\"id\": \"a-1\", \"name\": \"Nobody reaches it\", \"description\": \"x\"}")
                        .body())
                .contains("no-contact");
    }

    @Test
    void the_examples_of_open_referral_uk_are_read() throws IOException {
        Path examples = root().resolve("../shared/data/interop/hsds");
        assumeTrue(Files.exists(examples), "left out: the outside data do not lie beside the project");
        String full = Files.readString(examples.resolve("V3.0-UK-Test/service_full.json"));
        JsonNode receipt =
                JSON.readTree(take("/api/import/services", full).body()).path(0);
        assertThat(receipt.path("state").asString()).as(receipt.toString()).isEqualTo("TAKEN");
        DirectoryEntry entry = directory.find(receipt.path("id").asString()).orElseThrow();
        assertThat(entry.details().title()).isEqualTo("Community Counselling");
        assertThat(entry.details().opens())
                .as("days of the week and of the month together are not guessed at")
                .isEmpty();
        assertThat(entry.details().hours()).contains("not available on public holidays");
        assertThat(entry.details().minimumAge()).isEqualTo(12);
        JsonNode list = JSON.readTree(
                take("/api/import/services", Files.readString(examples.resolve("V3.0-UK-Test/service_list.json")))
                        .body());
        assertThat(list).hasSizeGreaterThan(30);
        list.forEach(r -> assertThat(r.path("state").asString()).isIn("TAKEN", "UNCHANGED", "REFUSED"));
        bean(DirectoryDesk.class).withdraw(entry.id(), "test", STAFF);
    }

    @Test
    void ratings_are_taken_row_by_row() {
        JsonNode receipts = JSON.readTree(take("/api/import/ratings", """
            Location ID,Location Name,Latest Rating,Publication Date
            1-101,Dunnock Court,Inadequate,03/02/2026
            1-102,Nowhere House,Good,03/02/2026
            1-103,Larch Grange,Splendid,03/02/2026
            1-104,Larch Grange,Good,soon
            """).body());
        assertThat(receipts)
                .extracting(r -> r.path("state").asString())
                .containsExactly("TAKEN", "REFUSED", "REFUSED", "REFUSED");
        assertThat(receipts.path(1).path("why").asString()).contains("Maybe:");
        assertThat(directory.findRating("home-001")).contains(Rating.INADEQUATE);
        take("/api/import/ratings", "service,Latest Rating,Publication Date\nhome-001,Good,2025-01-01\n");
        assertThat(directory.findRating("home-001"))
                .as("an older rating does not win")
                .contains(Rating.INADEQUATE);
        assertThat(take("/api/import/ratings", "a,b\n1,2\n").statusCode()).isEqualTo(400);
    }

    @Test
    void services_are_told_by_fhir() {
        HttpResponse<String> found = get("/fhir/HealthcareService?name=hospice", "referrer");
        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        assertThat(found.body()).contains("Hospice at Home").contains("\"Organization/marie-curie\"");
        assertThat(found.body()).contains("\"Location/area-B91\"");
        assertThat(get("/fhir/Location/area-B91", "referrer").body()).contains("latitude");
        assertThat(get("/fhir/HealthcareService/cu27", "referrer").body()).contains("\"Location/cu27\"");
        JsonNode places = JSON.readTree(
                get("/fhir/Location?name=good%20hope%20site", "referrer").body());
        assertThat(places.path("entry"))
                .as("one place has one id, whoever tells of it")
                .hasSize(1);
        assertThat(places.path("entry")
                        .path(0)
                        .path("resource")
                        .path("address")
                        .path("postalCode")
                        .asString())
                .isEqualTo("B75 7RR");
        assertThat(get("/fhir/Organization/marie-curie", "referrer").body()).contains("Marie Curie");
        assertThat(JSON.readTree(get("/fhir/Organization?name=marie%20curie", "referrer")
                                .body())
                        .path("entry"))
                .as("who gives services is told once, however many services they give")
                .hasSize(1);
        assertThat(JSON.readTree(get("/fhir/HealthcareService?name=hospice%20at%20home", "referrer")
                                .body())
                        .path("entry"))
                .as("one service, from the directory alone")
                .hasSize(1);
        assertThat(get("/fhir/HealthcareService/none", "referrer").statusCode()).isEqualTo(404);
    }

    private static String service(String id, String schedules) {
        return "{\"id\": \"" + id + "\", \"name\": \"Lunch club\", \"description\": \"Lunch together\","
                + " \"email\": \"lunch@example.org\", \"schedules\": " + schedules + "}";
    }

    private static HttpResponse<String> take(String path, String body) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer demo-hub")
                .header("Content-Type", path.endsWith("ratings") ? "text/csv" : "application/json")
                .POST(BodyPublishers.ofString(body)));
    }
}
