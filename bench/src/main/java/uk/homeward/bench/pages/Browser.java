package uk.homeward.bench.pages;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a demo for pages, signed in with a role by the demo's token. */
final class Browser {

    private final HttpClient http;
    private final URI base;
    private final String role;

    Browser(HttpClient http, URI base, String role) {
        this.http = http;
        this.base = base;
        this.role = role;
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer demo-" + role);
    }

    /** The page's text; throws unless it was answered with 200. */
    String get(String path) {
        return text(send(to(path).build()), path);
    }

    /** Sends JSON; throws unless it was taken. */
    String post(String path, String json) {
        HttpRequest request = to(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return text(send(request), path);
    }

    private static String text(HttpResponse<String> answer, String path) {
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("no answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The links on a page that begin so, without what comes after the id. */
    List<String> links(String path, String begin) {
        Matcher links = Pattern.compile("href=\"(" + Pattern.quote(begin) + "[A-Za-z0-9_-]{4,})\"")
                .matcher(get(path));
        List<String> found = new ArrayList<>();
        while (links.find()) {
            if (!found.contains(links.group(1))) {
                found.add(links.group(1));
            }
        }
        return found;
    }

    static String query(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
