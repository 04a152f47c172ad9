package uk.homeward.server.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.ServiceEvent.Details;
import uk.homeward.journey.place.Rating;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.time.PlaceTime;

/** The directory of services: found, kept right, exchanged, and led on from. */
class DirectoryTest extends ServerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Directory directory = bean(Directory.class);
    private final PlaceTime time = bean(PlaceTime.class);

    @Test
    void people_find_by_need_kind_place_and_eligibility_without_an_account() {
        Visitor somebody = visitor();
        assertThat(somebody.get("/directory"))
                .contains("Carers Emergency Response Service")
                .contains("0121 496");
        assertThat(somebody.get("/directory?q=dementia+carers"))
                .contains("Dementia Information")
                .doesNotContain("999 ambulance");
        assertThat(somebody.get("/directory?category=end-of-life")).contains("Hospice at Home");
        assertThat(somebody.get("/directory?q=wellbeing&area=north")).contains("only for people in Solihull");
        assertThat(somebody.get("/directory?postcode=B91+1AA")).contains("km away");
        assertThat(somebody.get("/directory?postcode=ZZ9")).contains("We do not know this postcode area");
        assertThat(somebody.get("/directory?open=yes&q=ambulance")).contains("Open now");
        assertThat(somebody.get("/directory?q=xyzzy")).contains("No service matches");
        somebody.get("/directory/opal");
        assertThat(somebody.status()).as("for professionals only").isEqualTo(404);
        assertThat(visitor(Role.REFERRER).get("/services/opal")).contains("Refer somebody to this service");
    }

    @Test
    void a_long_list_comes_in_pages_and_keeps_what_was_asked() {
        Visitor somebody = visitor();
        String first = somebody.get("/directory?q=a");
        assertThat(first).contains("Page 1 of ", "Next page").doesNotContain("Page before");
        assertThat(count(first, "<h2 class=\"nhsuk-heading-s\">")).isEqualTo(25);
        int end = first.indexOf("\">Next page");
        String next = first.substring(first.lastIndexOf("href=\"", end) + 6, end);
        String second = somebody.get(next.replace("&amp;", "&"));
        assertThat(second).contains("Page 2 of ", "Page before", "value=\"a\"");
        assertThat(somebody.get("/directory?page=9999")).as("the last page").doesNotContain("Next page");
        assertThat(somebody.get("/directory?page=first")).contains("Page 1 of ");
    }

    private static String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    private static int count(String in, String what) {
        return in.split(java.util.regex.Pattern.quote(what), -1).length - 1;
    }

    @Test
    void what_is_open_now_is_found_by_its_hours() {
        Visitor hub = visitor(Role.HUB);
        DayOfWeek today = time.instant().atZone(ZoneId.of("Europe/London")).getDayOfWeek();
        String name = newId("Skittles");
        for (String[] entry : new String[][] {{"open " + name, day(today)}, {"shut " + name, day(today.plus(3))}}) {
            hub.get("/services/new");
            hub.send(
                    "/services",
                    "title",
                    entry[0],
                    "what",
                    name,
                    "phone",
                    "0121 496 0998",
                    "public",
                    "yes",
                    "opens",
                    entry[1] + " 00:00-24:00; bank holidays 00:00-24:00");
        }
        assertThat(visitor().get("/directory?q=" + name)).contains("open " + name, "shut " + name);
        assertThat(visitor().get("/directory?open=yes&q=" + name))
                .contains("open " + name)
                .doesNotContain("shut " + name);
    }

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

    private static String service(String id, String schedules) {
        return "{\"id\": \"" + id + "\", \"name\": \"Lunch club\", \"description\": \"Lunch together\","
                + " \"email\": \"lunch@example.org\", \"schedules\": " + schedules + "}";
    }

    @Test
    void an_entry_without_a_contact_is_refused_with_what_to_do() {
        Visitor hub = visitor(Role.HUB);
        hub.get("/services/new");
        String again = hub.send("/services", "title", "Tea and talk", "what", "A weekly table");
        assertThat(hub.status()).isEqualTo(400);
        assertThat(again)
                .contains("has no contact")
                .contains("Give a phone number")
                .contains("Tea and talk");
        String kept = hub.send(
                "/services",
                "title",
                "Tea and talk",
                "what",
                "A weekly table",
                "phone",
                "0121 496 0999",
                "public",
                "yes",
                "community",
                "yes",
                "opens",
                "Mon-Fri 10:00-12:00");
        assertThat(kept).contains("Tea and talk").contains("0121 496 0999").contains("by Jo Bennett");
        assertThat(hub.send("/services", "title", "Odd hours", "what", "x", "phone", "1", "opens", "sometimes"))
                .contains("cannot be read");
    }

    @Test
    void what_nobody_confirms_goes_amber_and_then_off_by_itself() {
        String id = newId("old");
        entry(id, "Old bowls club");
        confirmedAgo(id, Duration.ofDays(200));
        assertThat(visitor().get("/directory?q=bowls")).contains("Ring first");
        confirmedAgo(id, Duration.ofDays(400));
        assertThat(visitor().get("/directory?q=bowls")).contains("No service matches");
        Visitor hub = visitor(Role.HUB);
        assertThat(hub.get("/services?q=bowls"))
                .contains("Not shown to anybody")
                .contains("Old bowls club");
        hub.get("/services/" + id);
        assertThat(hub.send("/services/" + id + "/confirm")).contains("Confirmed.");
        assertThat(visitor().get("/directory?q=bowls")).contains("Old bowls club");
        assertThat(hub.send("/services/" + id + "/withdraw")).contains("Say why");
        hub.send("/services/" + id + "/withdraw", "reason", "It closed");
        assertThat(visitor().get("/directory?q=bowls")).contains("No service matches");
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
    void a_referral_begins_from_an_entry_and_brings_its_name_along() {
        Visitor referrer = visitor(Role.REFERRER);
        assertThat(referrer.get("/services/falls")).contains("/front-door/refer?reason=For+Falls+service");
        String find = referrer.get("/front-door/refer?reason=For+Falls+service%3A&family=Nobodyhere");
        assertThat(find).contains("value=\"For Falls service:\"");
        assertThat(referrer.get("/front-door/refer?new=1&reason=For+Falls+service%3A"))
                .contains("For Falls service:</textarea>");
    }

    @Test
    void somebody_is_prescribed_socially_and_what_came_of_it_is_kept() {
        String person = newId("social");
        bean(Desk.class)
                .tellPerson(
                        person,
                        List.of(new PersonEvent.PersonRegistered(someone("Olive", "Social"))),
                        time.instant(),
                        STAFF,
                        null);
        Visitor coordinator = visitor(Role.COORDINATOR);
        assertThat(coordinator.get("/services/ageing-better-hubs")).contains("social prescription");
        coordinator.send("/services/ageing-better-hubs/prescribe", "person", person, "matters", "Company at lunch");
        String list = coordinator.get("/social-prescriptions");
        assertThat(list).contains("Company at lunch").doesNotContain("Olive");
        String id = bean(JdbcTemplate.class)
                .queryForObject("select id from social_prescription where person = ?", String.class, person);
        assertThat(coordinator.send("/social-prescriptions/" + id + "/end", "outcome", "nonsense"))
                .contains("Choose what came of it");
        assertThat(coordinator.send(
                        "/social-prescriptions/" + id + "/end",
                        "outcome",
                        "GOES_AND_LIKES_IT",
                        "note",
                        "Every Tuesday"))
                .contains("Goes, and likes it: Every Tuesday");
        assertThat(coordinator.send("/services/falls/prescribe", "person", person))
                .contains("Refer the person to it");
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

    private void entry(String id, String title) {
        bean(DirectoryDesk.class)
                .describe(
                        id,
                        EntryForm.details(new uk.homeward.server.web.Fields(Map.of(
                                "title",
                                List.of(title),
                                "what",
                                List.of("x"),
                                "phone",
                                List.of("1"),
                                "public",
                                List.of("yes")))),
                        STAFF);
    }

    /** As if the entry had last been confirmed so long ago: only its table is changed, and put right in the end. */
    private void confirmedAgo(String id, Duration ago) {
        bean(JdbcTemplate.class)
                .update(
                        "update service_entry set confirmed_at = ? where id = ?",
                        time.instant().minus(ago).atOffset(ZoneOffset.UTC),
                        id);
    }

    private static HttpResponse<String> take(String path, String body) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer demo-hub")
                .header("Content-Type", path.endsWith("ratings") ? "text/csv" : "application/json")
                .POST(BodyPublishers.ofString(body)));
    }
}
