package uk.homeward.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.event.TrustEvent;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.server.ServerTest;
import uk.homeward.server.access.Oracle.Care;
import uk.homeward.server.access.Oracle.Somebody;
import uk.homeward.server.access.Oracle.Stay;
import uk.homeward.server.access.Oracle.Worker;
import uk.homeward.server.exchange.resources.Json;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Ledger;
import uk.homeward.server.journal.Stays;
import uk.homeward.server.journal.Verdict;
import uk.homeward.server.time.PlaceTime;

/**
 * A hundred people at work and a hundred people in care, drawn at random: all 10,000 pairs are answered by the one policy point,
 * with the rows that the database then shows, as an oracle that is written apart says. Of the pairs a sample goes over every path.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamePathsTest extends ServerTest {

    private static final int MANY = 100;
    private static final int SAMPLE = 60;
    private static final String LEFT = "roh"; // left the agreement to share, for this test
    private static final String SENDER = "wmas"; // sends the facts; nobody of it is among the workers
    private static final List<String> LOCALITIES = List.of("central", "east", "north", "south", "west", "solihull");
    private static final List<String> SITES = List.of("qehb", "heartlands", "good-hope", "midland-met");
    private static final List<String> TEAMS = List.of(
            "opal-central",
            "response-east",
            "enablement-west",
            "enablement-solihull",
            "hub-qehb",
            "social-work-solihull",
            "nursing-solihull",
            "wards-midland-met",
            "centre-moseley-hall",
            "virtual-ward-uhb",
            "palliative");
    private static final List<String> ORGANISATIONS = List.of(
            "uhb", "swbh", "roh", "bchc", "bsmhft", "icb", "bcc", "smbc", "myhealthcare", "marie-curie", "age-uk-bham");

    private final SplittableRandom random = new SplittableRandom(20_261_129);
    private final Instant now = bean(PlaceTime.class).instant();
    private final List<User> workers = new ArrayList<>();
    private final List<Somebody> people = new ArrayList<>();
    private final Map<String, String> journeys = new HashMap<>();
    private final Map<String, String> facts = new HashMap<>();
    private final Oracle oracle = new Oracle(root().resolve("places/birmingham-solihull"), Set.of(LEFT));

    @BeforeAll
    void draw() {
        DemoUsers users = bean(DemoUsers.class);
        while (workers.size() < MANY) {
            Role role = one(List.of(Role.values()));
            User user = users.of(role, one(ORGANISATIONS));
            if (!workers.contains(user)) {
                workers.add(user);
            }
        }
        agreement(new TrustEvent.SharingEnded("For a test"));
        for (int i = 0; i < MANY; i++) {
            people.add(somebody(newId("same")));
        }
    }

    @AfterAll
    void sharesAgain() {
        agreement(new TrustEvent.SharingAgreed("Direct care", null));
    }

    @Test
    void ten_thousand_pairs_are_answered_as_the_oracle_says_and_the_database_shows_that_one_person() {
        JdbcTemplate jdbc = bean(JdbcTemplate.class);
        RecordDoor door = bean(RecordDoor.class);
        List<String> wrong = new ArrayList<>();
        int opened = 0;
        for (User user : workers) {
            List<Boolean> answers =
                    Objects.requireNonNull(bean(TransactionTemplate.class).execute(status -> {
                        List<Boolean> all = new ArrayList<>();
                        for (Somebody person : people) {
                            RecordDoor.Opened<List<String>> answer = door.open(
                                    user,
                                    person.id,
                                    "record",
                                    () -> jdbc.queryForList(
                                            "select distinct person from (select person from journey union all select"
                                                    + " person from spell union all select id from person union all select"
                                                    + " patient from resource where patient is not null) shown",
                                            String.class));
                            all.add(answer instanceof RecordDoor.Open<List<String>>(List<String> shown, String why)
                                    && shown.equals(List.of(person.id)));
                        }
                        status.setRollbackOnly(); // leaves no looks behind
                        return all;
                    }));
            for (int i = 0; i < people.size(); i++) {
                boolean expected = oracle.opens(worker(user), people.get(i), now);
                opened += expected ? 1 : 0;
                if (answers.get(i) != expected) {
                    wrong.add(said(user, people.get(i), expected));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(opened).as("the draw is no formality").isBetween(1_000, 7_000);
    }

    @Test
    void pages_answer_the_same() {
        sample((user, person) -> ask(user, "/people/" + person.id).statusCode() == 200);
        sample((user, person) -> ask(user, "/people/" + person.id + "/summary").statusCode() == 200);
    }

    @Test
    void scripts_are_answered_the_same() {
        sample((user, person) -> !journeys.containsKey(person.id)
                ? oracle.opens(worker(user), person, now)
                : ask(user, "/api/journeys/" + journeys.get(person.id)).statusCode() == 200
                        && user.may(Permission.READ_PERSON));
    }

    @Test
    void fhir_reads_and_searches_answer_the_same() {
        sample((user, person) -> ask(user, "/fhir/Patient/" + person.id).statusCode() == 200);
        sample((user, person) -> ask(user, "/fhir/" + facts.get(person.id)).statusCode() == 200);
        sample((user, person) -> finds(user, "/fhir/Flag?patient=Patient/" + person.id));
        sample((user, person) -> finds(user, "/fhir/RelatedPerson?patient=Patient/" + person.id));
        sample((user, person) ->
                ask(user, "/fhir/Patient/" + person.id + "/$everything").body().contains("Key safe"));
    }

    @Test
    void an_export_holds_those_who_open_and_nobody_else() {
        List<User> senders = workers.stream()
                .filter(u -> u.may(Permission.SEND_FACTS) || u.may(Permission.READ_PERSON))
                .limit(6)
                .toList();
        for (User user : senders) {
            Set<String> exported = exported(user);
            for (Somebody person : people) {
                boolean expected = oracle.opens(worker(user), person, now);
                assertThat(exported.contains(facts.get(person.id)))
                        .as(said(user, person, expected))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void live_streams_name_nobody() throws Exception {
        Somebody person = people.stream()
                .filter(p -> journeys.containsKey(p.id))
                .findFirst()
                .orElseThrow();
        String journey = newId("same-journey");
        try (java.io.InputStream stream = visitor(Role.HUB).stream("/live");
                var lines = new java.io.BufferedReader(
                        new java.io.InputStreamReader(stream, java.nio.charset.StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).contains("open");
            bean(Desk.class)
                    .open(
                            journey,
                            PathwayId.of("intermediate-care"),
                            new JourneyCommand.Open(
                                    person.id,
                                    RouteId.of("professional"),
                                    new Sender("gp", "A practice", "Dr Lee", "0121 496 0001"),
                                    "a fall",
                                    Map.of("urgency", "urgent", "locality", person.locality)),
                            now,
                            STAFF,
                            null);
            String said = "";
            while (!said.contains("data:")) {
                said += lines.readLine();
            }
            assertThat(said).contains("JOURNEY").doesNotContain(journey, person.id, "Everywhere");
        }
    }

    private Set<String> exported(User user) {
        String status = ask(user, "/fhir/$export?_type=Flag")
                .headers()
                .firstValue("Content-Location")
                .orElseThrow();
        String path = status.substring(status.indexOf("/fhir"));
        HttpResponse<String> answer = ask(user, path);
        for (int i = 0; answer.statusCode() == 202 && i < 300; i++) {
            LockSupport.parkNanos(100_000_000);
            answer = ask(user, path);
        }
        Set<String> all = new HashSet<>();
        for (JsonNode file : Json.MAPPER.readTree(answer.body()).path("output")) {
            String url = file.path("url").asString();
            ask(user, url.substring(url.indexOf("/fhir")))
                    .body()
                    .lines()
                    .forEach(line -> all.add(
                            "Flag/" + Json.MAPPER.readTree(line).path("id").asString()));
        }
        return all;
    }

    private boolean finds(User user, String search) {
        HttpResponse<String> answer = ask(user, search);
        return answer.statusCode() == 200
                && Json.MAPPER
                        .readTree(answer.body())
                        .path("entry")
                        .valueStream()
                        .anyMatch(
                                e -> !e.path("search").path("mode").asString("").equals("outcome"));
    }

    /** Pairs at random, half of them such as open. */
    private void sample(BiFunction<User, Somebody, Boolean> path) {
        List<String> wrong = new ArrayList<>();
        int open = 0;
        int shut = 0;
        while (open + shut < SAMPLE) {
            User user = workers.get(random.nextInt(MANY));
            Somebody person = people.get(random.nextInt(MANY));
            boolean expected = oracle.opens(worker(user), person, now);
            if (expected ? open++ < SAMPLE / 2 : shut++ < SAMPLE / 2) {
                if (path.apply(user, person) != expected) {
                    wrong.add(said(user, person, expected));
                }
            } else {
                open -= expected ? 1 : 0;
                shut -= expected ? 0 : 1;
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static HttpResponse<String> ask(User user, String path) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer demo-" + user.role().word() + "@" + user.organisation()));
    }

    private static Worker worker(User user) {
        return new Worker(user.id(), user.role().word(), user.organisation(), user.teams());
    }

    private static String said(User user, Somebody person, boolean expected) {
        return user.role() + " of " + user.organisation() + " and " + person.id + " should " + (expected ? "" : "not ")
                + "open: " + person.locality + " " + person.cared + " " + person.stays + " " + person.reasons
                + (person.caringNowOnly ? " caring now only" : "");
    }

    private Somebody somebody(String id) {
        Somebody person = new Somebody(id, one(LOCALITIES));
        PersonEvent.Details d = someone("Same", "Everywhere");
        PersonEvent.Details details = new PersonEvent.Details(
                null,
                d.family(),
                d.given(),
                d.born(),
                d.sex(),
                d.address(),
                d.postcode(),
                d.phone(),
                person.locality,
                d.practice(),
                d.language(),
                d.interpreter(),
                d.ethnicity(),
                d.livesAlone(),
                d.dementia(),
                d.frailty(),
                d.residence(),
                d.synthetic());
        bean(Desk.class)
                .tellPerson(
                        id,
                        List.of(
                                new PersonEvent.PersonRegistered(details),
                                new PersonEvent.CarerNamed("c1", "Joan", "daughter", "0121 496 0009", "")),
                        now,
                        STAFF,
                        null);
        if (random.nextInt(100) < 60) {
            cared(person);
        }
        if (random.nextInt(100) < 40) {
            stayed(person);
        }
        if (random.nextInt(100) < 25) {
            person.caringNowOnly = true;
            tell(Subject.consent(id), new TrustEvent.SharingChosen(TrustEvent.Sharing.CARING_NOW, "By telephone"));
        }
        if (random.nextInt(100) < 10) {
            User user = workers.get(random.nextInt(MANY));
            if (user.may(Permission.READ_PERSON)) {
                bean(RecordDoor.class).breakGlass(user, id, "For a test");
                person.reasons.put(user.id(), now);
            }
        }
        facts.put(id, fact(id));
        return person;
    }

    private void cared(Somebody person) {
        String journey = newId("same-journey");
        Instant opened = now.minus(Duration.ofDays(200));
        bean(Desk.class)
                .open(
                        journey,
                        PathwayId.of("intermediate-care"),
                        new JourneyCommand.Open(
                                person.id,
                                RouteId.of("professional"),
                                new Sender("gp", "A practice", "Dr Lee", "0121 496 0001"),
                                "a fall",
                                Map.of("urgency", "urgent", "locality", person.locality)),
                        opened,
                        STAFF,
                        null);
        String team = one(TEAMS);
        told(journey, new JourneyCommand.Accept(), opened);
        told(journey, new JourneyCommand.AssignTeam(team), opened);
        String staff = "";
        if (random.nextInt(100) < 30) {
            staff = workers.get(random.nextInt(MANY)).id();
            told(journey, new JourneyCommand.AssignStaff(staff, "Somebody"), opened);
        }
        Instant ended = Oracle.NEVER;
        if (random.nextInt(100) < 50) {
            ended = now.minus(Duration.ofDays(random.nextInt(100) < 50 ? 20 : 120));
            told(journey, new JourneyCommand.Withdraw("Went away"), ended);
        }
        person.cared.add(new Care(team, staff, ended));
        journeys.put(person.id, journey);
    }

    private static void told(String journey, JourneyCommand command, Instant at) {
        assertThat(bean(Desk.class)
                        .tell(journey, 0, command, at, STAFF, null)
                        .getClass()
                        .getSimpleName())
                .as(command.toString())
                .isEqualTo("Done");
    }

    private void stayed(Somebody person) {
        String site = one(SITES);
        String organisation = site.equals("midland-met") ? "swbh" : "uhb";
        String visit = newId("V");
        Instant came = now.minus(Duration.ofDays(150));
        stay(organisation, person, new SpellEvent.Arrived(person.id, site, visit, "ED", "Fall"), came);
        Instant left = Oracle.NEVER;
        if (random.nextInt(100) < 60) {
            left = now.minus(Duration.ofDays(random.nextInt(100) < 50 ? 20 : 120));
            stay(organisation, person, new SpellEvent.Discharged(person.id, site, visit, "own-home"), left);
        }
        person.stays.add(new Stay(site, left));
    }

    private static void stay(String organisation, Somebody person, SpellEvent event, Instant at) {
        bean(Stays.class).tell(organisation, person.id, List.of(event), at, STAFF);
    }

    private static String fact(String person) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/fhir/Flag"))
                .header("Authorization", "Bearer demo-referrer@" + SENDER)
                .header("Content-Type", "application/fhir+json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                    {"resourceType": "Flag", "status": "active", "subject": {"reference": "Patient/%s"},
                     "code": {"text": "Key safe"}}\
                    """.formatted(person))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return "Flag/" + Json.MAPPER.readTree(answer.body()).path("id").asString();
    }

    private void agreement(TrustEvent event) {
        tell(Subject.sharing(LEFT), event);
    }

    private void tell(Subject subject, TrustEvent event) {
        bean(Ledger.class).tell(subject, now, STAFF, null, before -> Verdict.done(event));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
