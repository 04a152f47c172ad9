package uk.homeward.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.server.HomewardServer;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Stays;
import uk.homeward.server.time.PlaceTime;

/** A server that serves a real place, and two identity servers that it trusts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServeTest {

    private static final String GATED = "/exchange/hl7";

    private IdentityServer.Running place;
    private IdentityServer.Running trust;
    private IdentityServer.Running stranger;
    private Path data;
    private ConfigurableApplicationContext context;
    private String server;

    @BeforeAll
    void start() throws IOException {
        place = IdentityServer.start();
        trust = IdentityServer.start();
        stranger = IdentityServer.start();
        data = Files.createTempDirectory("homeward-serve");
        Path root = Path.of(Objects.requireNonNull(System.getProperty("homeward.root")));
        context = HomewardServer.start(
                new ServerSettings(
                        ServerSettings.Mode.SERVE,
                        root.resolve("places/birmingham-solihull"),
                        data,
                        null,
                        null,
                        null,
                        0,
                        -1,
                        "127.0.0.1",
                        1,
                        ServerSettings.NOBODY),
                Map.of(
                        "HOMEWARD_OIDC_PLACE_ISSUER",
                        place.issuer(),
                        "HOMEWARD_OIDC_PLACE_CLIENT_ID",
                        IdentityServer.CLIENT,
                        "HOMEWARD_OIDC_PLACE_CLIENT_SECRET",
                        IdentityServer.SECRET,
                        "HOMEWARD_OIDC_PLACE_TITLE",
                        "Sign in with the place's account",
                        "HOMEWARD_OIDC_TRUST_ISSUER",
                        trust.issuer(),
                        "HOMEWARD_OIDC_TRUST_CLIENT_ID",
                        IdentityServer.CLIENT,
                        "HOMEWARD_OIDC_TRUST_CLIENT_SECRET",
                        IdentityServer.SECRET,
                        "HOMEWARD_OIDC_TRUST_CLAIM_ROLE",
                        "realm_access.roles"));
        server = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    @AfterAll
    void stop() throws IOException {
        context.close();
        List.of(place, trust, stranger).forEach(IdentityServer.Running::close);
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        }
    }

    @Test
    void somebodySignsInThroughTheIdentityServerAndIsWhoItSaysTheyAre() throws Exception {
        IdentityServer.says(staff());
        Browser browser = new Browser();
        assertThat(browser.get(server + "/").body()).contains("Sign in with the place's account");
        browser.signIn(server, place);
        HttpResponse<String> page = browser.get(server + GATED);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Ruth Kelly, Triage clinician", "Sign out");
    }

    @Test
    void whoeverSignsOutIsOut() throws Exception {
        IdentityServer.says(staff());
        Browser browser = new Browser();
        browser.signIn(server, place);
        HttpResponse<String> page = browser.get(server + GATED);
        browser.send(page, server + "/sign-out", "");
        assertThat(browser.get(server + GATED).body()).doesNotContain("Ruth Kelly");
    }

    @Test
    void aRoleWithoutThePermissionSeesAPageThatSaysWhatIsMissingAndWhomToAsk() throws Exception {
        Map<String, Object> analyst = staff();
        analyst.put("homeward_role", "analyst");
        IdentityServer.says(analyst);
        Browser browser = new Browser();
        browser.signIn(server, place);
        HttpResponse<String> page = browser.get(server + GATED);
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body())
                .contains("You may not do this", "Your role (Analyst) may not mend", "Those who may: Triage clinician");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "homeward_role", "homeward_organisation", "homeward_teams"})
    void nobodySignsInWithoutTheClaim(String claim) throws Exception {
        Map<String, Object> lacking = staff();
        lacking.remove(claim);
        IdentityServer.says(lacking);
        Browser browser = new Browser();
        HttpResponse<String> page = browser.signIn(server, place);
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("did not send the claim " + claim);
        assertThat(browser.get(server + GATED).body()).contains("Sign in");
        assertThat(browser.get(server + GATED).uri().getPath()).isEqualTo("/");
    }

    @Test
    void aBearerTokenOfEachIssuerSignsAScriptIn() throws Exception {
        assertThat(status(place.token(claims(place)))).isEqualTo(200);
        Map<String, Object> ofTrust = claims(trust);
        ofTrust.remove("homeward_role");
        ofTrust.put("realm_access", Map.of("roles", List.of("offline_access", "hub")));
        assertThat(status(trust.token(ofTrust))).isEqualTo(200);
    }

    @Test
    void aTokenFromTheTokenEndpointSignsAScriptIn() throws Exception {
        IdentityServer.says(staff());
        String basic = Base64.getEncoder()
                .encodeToString((IdentityServer.CLIENT + ":" + IdentityServer.SECRET).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(place.issuer() + "/oauth2/token"))
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        String token = JsonMapper.builder()
                .build()
                .readTree(answer.body())
                .get("access_token")
                .asString();
        assertThat(status(token)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"iss", "aud", "sub", "exp", "name", "homeward_role", "homeward_organisation", "homeward_teams"})
    void aTokenThatLacksAClaimIsRefused(String claim) throws Exception {
        Map<String, Object> claims = claims(place);
        claims.remove(claim);
        assertThat(status(place.token(claims))).isEqualTo(401);
    }

    @Test
    void aTokenThatIsOldOrForeignOrForOthersOrSignedByAnotherIsRefused() throws Exception {
        Map<String, Object> old = with("exp", Instant.now().minusSeconds(600));
        old.put("iat", Instant.now().minusSeconds(900));
        assertThat(status(place.token(old))).isEqualTo(401);
        assertThat(status(place.token(with("aud", List.of("another-service"))))).isEqualTo(401);
        assertThat(status(place.token(with("homeward_role", "emperor")))).isEqualTo(401);
        assertThat(status(place.token(with("homeward_role", List.of("hub", "ward")))))
                .isEqualTo(401);
        assertThat(status(place.token(with("homeward_organisation", "elsewhere"))))
                .isEqualTo(401);
        assertThat(status(place.token(with("homeward_teams", List.of("elsewhere")))))
                .isEqualTo(401);
        assertThat(status(stranger.token(claims(stranger)))).isEqualTo(401);
        assertThat(status(stranger.token(claims(place)))).isEqualTo(401);
        assertThat(status("not.a.token")).isEqualTo(401);
    }

    @Test
    void aTokenOfARoleWithoutThePermissionIsAnswered403() throws Exception {
        HttpResponse<String> answer = ask(place.token(with("homeward_role", "administrator")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("role-may-not");
    }

    @Test
    void theDemosTokenAndRolePickerAreRefused() throws Exception {
        for (Role role : Role.values()) {
            assertThat(status("demo-" + role.word())).isEqualTo(401);
        }
        Browser browser = new Browser();
        HttpResponse<String> first = browser.get(server + "/");
        assertThat(first.body()).doesNotContain("Who would you like to be?");
        String token = first.body().replaceAll("(?s).*<meta name=\"csrf\" content=\"([^\"]*)\".*", "$1");
        HttpResponse<String> picked = browser.send(first, server + "/sign-in", "role=hub&_csrf=" + token);
        assertThat(picked.statusCode()).isEqualTo(403);
        assertThat(browser.get(server + GATED).uri().getPath()).isEqualTo("/");
    }

    @Test
    void swappedIdsOnEveryWriteAreRefusedAndNothingIsTold() throws Exception {
        Instant now = context.getBean(PlaceTime.class).instant();
        Actor nurse = new Actor("nurse", "A nurse", "triage-clinician", "bchc");
        Desk desk = context.getBean(Desk.class);
        desk.tellPerson(
                "ada",
                List.of(new PersonEvent.PersonRegistered(PersonEvent.Details.unknown(null, true))),
                now,
                nurse,
                null);
        desk.open(
                "adas-journey",
                PathwayId.of("intermediate-care"),
                new JourneyCommand.Open(
                        "ada",
                        RouteId.of("professional"),
                        new Sender("gp", "A practice", "Dr Lee", "0121 496 0001"),
                        "a fall",
                        Map.of("urgency", "urgent", "locality", "central")),
                now,
                nurse,
                null);
        desk.tell("adas-journey", 0, new JourneyCommand.Accept(), now, nurse, null);
        desk.tell("adas-journey", 0, new JourneyCommand.AssignTeam("opal-central"), now, nurse, null);
        context.getBean(Stays.class)
                .tell("uhb", "ada", List.of(new SpellEvent.Admitted("ada", "qehb", "V1", "Ward 5/A/1")), now, nurse);
        context.getBean(uk.homeward.server.assessment.AssessmentDesk.class)
                .begin("adas-form", "ada", "contact", "", nurse, null);
        SwappedIds swapped = new SwappedIds(
                server,
                Map.of(
                        "/people/{", "ada",
                        "/api/people/{", "ada",
                        "/journeys/{", "adas-journey",
                        "/api/journeys/{", "adas-journey",
                        "/assessments/{", "adas-form",
                        "/api/assessments/{", "adas-form",
                        "/stays/{", "uhb~ada~V1",
                        "/sharing-agreements/{", "bchc",
                        "/capacity/{pool}/{unit}", "enablement-visits/enablement-central"));
        Map<String, Permission> addresses = swapped.addresses(context);
        assertThat(addresses).as("what there is to swap").hasSizeGreaterThan(50);

        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Permission> address : addresses.entrySet()) {
            for (String role : List.of("referrer", "responder", "therapist", "ward", "provider", "privacy-officer")) {
                boolean may = address.getValue().isOf(Role.find(role).orElseThrow());
                boolean gives = address.getKey().endsWith("/copy"); // an officer gives copies to whoever asks
                if (may && !gives) {
                    int status = swapped.send(address.getKey(), stranger(role));
                    if (status < 400 || status >= 500) {
                        wrong.add(role + " " + address.getKey() + " " + status);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(new JdbcTemplate(context.getBean(javax.sql.DataSource.class))
                        .queryForList(
                                "select type || ' of ' || subject_id from event where actor_user = 'place:stranger'"
                                        + " and type not like '%Refused'",
                                String.class))
                .isEmpty();
        assertThat(swapped.send("/api/journeys/adas-journey/add-note", place.token(claims(place))))
                .as("whoever is tied to the journey adds the same note")
                .isEqualTo(200);
    }

    private String stranger(String role) {
        Map<String, Object> claims = with("homeward_role", role);
        claims.put("sub", "stranger");
        claims.put("homeward_organisation", "roh");
        claims.put("homeward_teams", List.of());
        return place.token(claims);
    }

    private static Map<String, Object> staff() {
        Map<String, Object> claims = new HashMap<>();
        claims.put("name", "Ruth Kelly");
        claims.put("homeward_role", "triage-clinician");
        claims.put("homeward_organisation", "bchc");
        claims.put("homeward_teams", List.of("front-door"));
        return claims;
    }

    private static Map<String, Object> claims(IdentityServer.Running issuer) {
        Map<String, Object> claims = staff();
        claims.put("iss", issuer.issuer());
        claims.put("sub", "ruth");
        claims.put("aud", List.of(IdentityServer.CLIENT));
        claims.put("iat", Instant.now());
        claims.put("exp", Instant.now().plusSeconds(300));
        return claims;
    }

    private Map<String, Object> with(String claim, Object value) {
        Map<String, Object> claims = claims(place);
        claims.put(claim, value);
        return claims;
    }

    private int status(String token) throws IOException, InterruptedException {
        return ask(token).statusCode();
    }

    private HttpResponse<String> ask(String token) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server + GATED))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
