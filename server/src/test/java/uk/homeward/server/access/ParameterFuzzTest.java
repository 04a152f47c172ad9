package uk.homeward.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.server.ServerTest;
import uk.homeward.server.exchange.resources.Json;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.time.PlaceTime;

/** Every address is sent what no browser would send. Whatever it is, it is no fault of ours: nothing answers 500. */
class ParameterFuzzTest extends ServerTest {

    private static final int TIMES = 3;
    private static final int FHIR_TIMES = 400;
    private static final Pattern NAME = Pattern.compile("\\bname ?= ?\"([a-z][A-Za-z-]{0,30})\"");
    private static final List<String> ODD = List.of(
            "",
            " ",
            "\0",
            "'",
            "' or 1=1 --",
            "\"><script>alert(1)</script>",
            "${7*7}",
            "%s%n%x",
            "-1",
            "0",
            "2147483648",
            "99999999999999999999999",
            "1e309",
            "NaN",
            "2026-02-30",
            "+999999999-12-31",
            "-999999999-01-01T00:00:00Z",
            "2026-11-29T25:61",
            "../../../../etc/passwd",
            "..;/",
            "null",
            "true",
            "[]",
            "{\"a\":",
            "a|b|c|",
            ",,,",
            "x".repeat(3_000),
            "\uD83D\uDE00\u202E\uFFFF",
            "Ⅷ٣",
            "http://169.254.169.254/latest");

    private final SplittableRandom random = new SplittableRandom(11);
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final List<String> names = names();
    private final String person = newId("fuzzed");
    private final String journey = newId("fuzzed-journey");
    private final List<String> faults = new ArrayList<>();

    @Test
    void nothing_that_is_sent_to_any_address_is_a_fault_of_ours() throws Exception {
        somebody();
        int asked = 0;
        for (Map.Entry<RequestMappingInfo, HandlerMethod> route : routes().entrySet()) {
            for (String pattern : route.getKey().getPatternValues()) {
                for (RequestMethod method : methods(route.getKey())) {
                    for (int i = 0; i < TIMES && !pattern.equals("/live"); i++) {
                        ask(method.name(), pattern, route.getKey(), route.getValue());
                        asked++;
                    }
                }
            }
        }
        assertThat(asked).isGreaterThan(500);
        assertThat(faults).isEmpty();
    }

    @Test
    void no_search_by_fhir_is_a_fault_of_ours() throws Exception {
        somebody();
        List<String[]> searches = new ArrayList<>();
        for (var resource : Json.MAPPER.readTree(get("/fhir/metadata").body()).at("/rest/0/resource")) {
            resource.path("searchParam")
                    .forEach(p -> searches.add(new String[] {
                        resource.path("type").asString(), p.path("name").asString()
                    }));
        }
        for (int i = 0; i < FHIR_TIMES; i++) {
            String[] search = one(searches);
            String modifier = one(List.of("", "", ":exact", ":missing", ":not", ":above", ":Patient.name", ":of-type"));
            String path = "/fhir/" + search[0] + "?" + encode(search[1] + modifier) + "=" + encode(value()) + "&"
                    + one(List.of("_count", "_sort", "_include", "_page", "_elements", "_summary", "_total", "_format"))
                    + "=" + encode(value());
            send("GET", path, HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer demo-ward"));
        }
        assertThat(faults).isEmpty();
    }

    private void ask(String method, String pattern, RequestMappingInfo info, HandlerMethod handler) throws Exception {
        String path = filled(pattern);
        Set<MediaType> consumes = info.getConsumesCondition().getConsumableMediaTypes();
        boolean json = consumes.stream().anyMatch(t -> t.getSubtype().endsWith("json")) || pattern.startsWith("/api/");
        String query = method.equals("GET") ? "?" + form() : "";
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path + query)).timeout(Duration.ofSeconds(30));
        if (!method.equals("GET")) {
            boolean form = !json || random.nextInt(3) == 0;
            request.header("Content-Type", form ? "application/x-www-form-urlencoded" : "application/json");
            request.method(method, BodyPublishers.ofString(form ? form() : json()));
        }
        if (Entry.of(handler) instanceof Entry.Gated(Permission permission)) {
            Role role = one(List.copyOf(permission.roles()));
            request.header("Authorization", "Bearer demo-" + role.word());
        }
        send(method, path + query, request);
    }

    private void send(String method, String path, HttpRequest.Builder request) throws Exception {
        HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 500 && answer.statusCode() != 503) {
            faults.add(answer.statusCode() + " " + method + " " + path);
        }
    }

    private String filled(String pattern) {
        Matcher matcher = Pattern.compile("\\{[^/]*}|\\*\\*").matcher(pattern);
        StringBuilder path = new StringBuilder();
        while (matcher.find()) {
            String value = random.nextInt(3) == 0
                    ? one(List.of("x", "999999999", "-1", "%27", "a%20b", "%C3%BF", "...", "x".repeat(300)))
                    : pattern.contains("people") ? person : pattern.contains("journey") ? journey : "1";
            matcher.appendReplacement(path, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(path).toString();
    }

    private String form() {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            pairs.add(one(names) + "=" + encode(value()));
        }
        return String.join("&", pairs);
    }

    private String json() {
        if (random.nextInt(4) == 0) {
            return one(List.of("", "{", "[]", "null", "\"x\"", "{\"a\":{\"a\":{\"a\":[[[[]]]]}}}", "1e999999999"));
        }
        var json = Json.MAPPER.createObjectNode();
        for (int i = 0; i < 6; i++) {
            switch (random.nextInt(4)) {
                case 0 -> json.put(one(names), random.nextInt());
                case 1 -> json.putArray(one(names)).add(value());
                default -> json.put(one(names), value());
            }
        }
        return json.toString();
    }

    private String value() {
        return random.nextInt(4) == 0 ? one(List.of(person, journey, "1", "2026-11-29", "uhb", "yes")) : one(ODD);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<RequestMappingInfo, HandlerMethod> routes() {
        Map<RequestMappingInfo, HandlerMethod> all = new java.util.LinkedHashMap<>();
        context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(e ->
                        !ErrorController.class.isAssignableFrom(e.getValue().getBeanType()))
                .sorted(java.util.Comparator.comparing(e -> e.getKey().toString()))
                .forEach(e -> all.put(e.getKey(), e.getValue()));
        return all;
    }

    private static Set<RequestMethod> methods(RequestMappingInfo info) {
        Set<RequestMethod> declared = info.getMethodsCondition().getMethods();
        return declared.isEmpty() ? Set.of(RequestMethod.GET) : declared;
    }

    /** The names of fields in all templates. */
    private static List<String> names() {
        Set<String> names = new TreeSet<>(Set.of("page", "sort", "order", "from", "to", "on", "q", "key", "as-of"));
        try (Stream<Path> templates = Files.walk(root().resolve("server/src/main/jte"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                NAME.matcher(Files.readString(template)).results().forEach(r -> names.add(r.group(1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(names);
    }

    private void somebody() {
        bean(Desk.class)
                .tellPerson(
                        person,
                        List.of(new PersonEvent.PersonRegistered(someone("Fuzzed", "Person"))),
                        bean(PlaceTime.class).instant(),
                        STAFF,
                        null);
        bean(Desk.class)
                .open(
                        journey,
                        PathwayId.of("intermediate-care"),
                        new JourneyCommand.Open(
                                person,
                                RouteId.of("professional"),
                                new Sender("gp", "A practice", "Dr Lee", "0121 496 0001"),
                                "a fall",
                                Map.of("urgency", "urgent", "locality", "central")),
                        bean(PlaceTime.class).instant(),
                        STAFF,
                        null);
    }
}
