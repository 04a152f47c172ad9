package uk.homeward.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.homeward.server.access.Role;

/** A program that speaks JSON with the server, signed in by the demo's token. */
public final class Script {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String server;
    private final Role role;
    private final HttpClient client = HttpClient.newHttpClient();

    Script(String server, Role role) {
        this.server = server;
        this.role = role;
    }

    /** What came back. */
    public record Reply(int status, String type, String body) {

        public JsonNode json() {
            return JSON.readTree(body);
        }
    }

    public Reply get(String path) {
        return exchange(request(path).GET());
    }

    public Reply post(String path, String json) {
        return exchange(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** The same with a key, so that what is sent twice counts once. */
    public Reply post(String path, String json, String key) {
        return exchange(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .header("Authorization", "Bearer demo-" + role.word())
                .header("Accept", "application/json");
    }

    private Reply exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Reply(response.statusCode(), type, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
