package uk.homeward.server.access;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that changes something of somebody, asked with the ids of people and things that are not the asker's. */
final class SwappedIds {

    private static final List<String> WORDS = List.of(
            "accept",
            "ask-for-more",
            "give-information",
            "decline",
            "withdraw",
            "reopen",
            "start-step",
            "make-contact",
            "complete-step",
            "decide",
            "assign-team",
            "assign-staff",
            "name-coordinator",
            "record-finding",
            "give-treatment",
            "plan-visit",
            "set-goal",
            "add-action",
            "measure-outcome",
            "name-delay",
            "add-note");
    private static final List<String> TELL =
            List.of("matters", "wish", "carer", "alert", "clear-alert", "story", "details");
    private static final List<String> OF_STAYS =
            List.of("expect-discharge", "review", "meet-criteria", "describe-need", "name-hold-up", "add-task", "note");

    private static final List<String> OF_FORMS =
            List.of("complete", "rely", "challenge", "answer-challenge", "withdraw");

    private final String server;
    private final Map<String, String> ids;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    /** @param ids what stands for a variable in an address, by the beginning of the address and the variable */
    SwappedIds(String server, Map<String, String> ids) {
        this.server = server;
        this.ids = ids;
    }

    /** The addresses that change something of one of these, filled with the ids, and what each needs. */
    Map<String, Permission> addresses(ApplicationContext context) {
        Map<String, Permission> addresses = new LinkedHashMap<>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, method) -> {
                    boolean writes = info.getMethodsCondition().getMethods().stream()
                            .anyMatch(m -> !m.name().equals("GET"));
                    if (writes && Entry.of(method) instanceof Entry.Gated(Permission permission)) {
                        info.getPatternValues().stream()
                                .filter(p -> !p.endsWith("/break-glass")) // lets in whoever says why, and is reviewed
                                .flatMap(p -> filled(p).stream())
                                .forEach(path -> addresses.put(path, permission));
                    }
                });
        return addresses;
    }

    private List<String> filled(String pattern) {
        List<String> paths = new ArrayList<>();
        for (Map.Entry<String, String> id : ids.entrySet()) {
            if (pattern.startsWith(id.getKey())) {
                paths.addAll(words(pattern, pattern.replaceFirst("\\{[^/]*}", id.getValue())));
            }
        }
        return paths;
    }

    private static List<String> words(String pattern, String path) {
        List<String> words = pattern.contains("journeys/")
                ? WORDS
                : pattern.contains("/tell/")
                        ? TELL
                        : pattern.startsWith("/stays/")
                                ? OF_STAYS
                                : pattern.contains("/assessments/") ? OF_FORMS : List.of("resuscitation");
        return path.contains("{")
                ? words.stream()
                        .map(word ->
                                path.replaceAll("\\{(word|what|kind)}", word).replaceAll("\\{[^/]*}", "contact"))
                        .distinct()
                        .toList()
                : List.of(path);
    }

    int send(String path, String token) throws IOException, InterruptedException {
        Map<String, String> body = body();
        boolean json = path.startsWith("/api/");
        String text = json
                ? body.entrySet().stream()
                        .map(e -> "\"" + e.getKey() + "\":\"" + e.getValue() + "\"")
                        .collect(Collectors.joining(",", "{", "}"))
                : body.entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(server + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(text))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return answer.statusCode();
    }

    /** Whatever any of them asks for, so that none is refused for want of words. */
    private static Map<String, String> body() {
        Map<String, String> body = new LinkedHashMap<>();
        for (String name : List.of(
                "note",
                "reason",
                "question",
                "answer",
                "advice",
                "words",
                "finding",
                "treatment",
                "summary",
                "name",
                "phone",
                "what",
                "owner",
                "asked",
                "relation",
                "profession",
                "title")) {
            body.put(name, "Swapped");
        }
        body.put("reason-code", "no-consent");
        body.put("mode", "telephone");
        body.put("team", "opal-central");
        body.put("user", "somebody");
        body.put("kind", "place-of-care");
        body.put("alert", "key-safe");
        body.put("carer", "c1");
        body.put("sharing", "CARING_NOW");
        body.put("opted-out", "yes");
        body.put("scale", "barthel");
        body.put("score", "10");
        body.put("when", "start");
        body.put("option", "home");
        body.put("capacity", "0");
        body.put("family", "Swapped");
        body.put("given", "Swapped");
        body.put("until", "");
        return body;
    }
}
