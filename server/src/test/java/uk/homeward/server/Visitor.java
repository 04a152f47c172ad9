package uk.homeward.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A browser without JavaScript: keeps cookies, follows redirects, sends forms with the page's token. */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]*)\"");

    private final String server;
    private final HttpClient client;
    private String token = "";
    private @Nullable HttpResponse<String> last;

    Visitor(String server) {
        this(server, HttpClient.newBuilder());
    }

    /** A visitor who comes from another address of the loopback network, such as {@code 127.0.0.9}. */
    public static Visitor from(String server, String address) throws IOException {
        return new Visitor(server, HttpClient.newBuilder().localAddress(InetAddress.getByName(address)));
    }

    private Visitor(String server, HttpClient.Builder client) {
        this.server = server;
        this.client = client.cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** Opens a page and returns it whole. */
    public String get(String path) {
        return exchange(HttpRequest.newBuilder(URI.create(server + path)).GET());
    }

    /** Opens what goes on being sent, such as the notices of live pages. */
    public java.io.InputStream stream(String path) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create(server + path)).build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }

    /** Sends a form: names and values in turn. Returns the page that follows. */
    public String send(String path, String... namesAndValues) {
        StringBuilder body = new StringBuilder("_csrf=" + encode(token));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.append('&').append(encode(namesAndValues[i])).append('=').append(encode(namesAndValues[i + 1]));
        }
        return exchange(HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** The status of the last answer. */
    public int status() {
        return opened().statusCode();
    }

    /** The address of the page that is open now, without the server. */
    public String path() {
        URI uri = opened().uri();
        return uri.getRawQuery() == null ? uri.getPath() : uri.getPath() + "?" + uri.getRawQuery();
    }

    private String exchange(HttpRequest.Builder request) {
        HttpResponse<String> answer;
        try {
            answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        last = answer;
        Matcher found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
        }
        return answer.body();
    }

    private HttpResponse<String> opened() {
        return Objects.requireNonNull(last, "no page was opened yet");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
