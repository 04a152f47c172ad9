package uk.homeward.server.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser that goes between servers: keeps cookies, follows redirects, sends the one form of a page. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .cookieHandler(new CookieManager())
            .build();

    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a form to this address with the token of the page that it stands on. */
    HttpResponse<String> send(HttpResponse<String> page, String address, String form)
            throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(page.body());
        String body =
                token.find() ? form + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) : form;
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Signs in through an identity server and returns the last page. */
    HttpResponse<String> signIn(String server, IdentityServer.Running identity)
            throws IOException, InterruptedException {
        HttpResponse<String> page = get(server + "/oauth2/authorization/place");
        return send(page, identity.issuer() + "/login", "username=ruth&password=" + IdentityServer.PASSWORD);
    }
}
