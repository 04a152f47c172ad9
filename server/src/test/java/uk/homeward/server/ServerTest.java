package uk.homeward.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.PersonEvent.Details;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Role;
import uk.homeward.server.storage.Store;

/**
 * A real server with a real database, started once for all tests of the module: a demo without people or autopilot. Tests
 * make the people and journeys that they need, with ids of their own.
 */
public abstract class ServerTest {

    protected static final Actor STAFF = new Actor("test", "Test Nurse", "triage-clinician", "bchc");
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable ConfigurableApplicationContext context;
    private static @Nullable Path data;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    protected static synchronized ConfigurableApplicationContext context() {
        if (context == null) {
            data = temporaryFolder();
            ConfigurableApplicationContext started = HomewardServer.start(new ServerSettings(
                    ServerSettings.Mode.DEMO,
                    root().resolve("places/birmingham-solihull"),
                    data,
                    null,
                    null,
                    null,
                    0,
                    0,
                    "127.0.0.1",
                    1,
                    ServerSettings.NOBODY));
            SpringApplication.getShutdownHandlers().add(() -> delete(Objects.requireNonNull(data)));
            context = started;
        }
        return context;
    }

    protected static <T> T bean(Class<T> type) {
        return context().getBean(type);
    }

    /** The database as its owner sees it: for tests that do what the server itself cannot. */
    protected static synchronized DataSource owner() {
        context();
        return Store.embedded(data(), bean(Place.class).schema()).source();
    }

    /** The folder of the embedded database. */
    protected static synchronized Path data() {
        context();
        return Objects.requireNonNull(data);
    }

    /** The folder of the project. */
    protected static Path root() {
        return Path.of(Objects.requireNonNull(System.getProperty("homeward.root")));
    }

    /** An id that no other test uses. */
    protected static String newId(String prefix) {
        return prefix + "-" + NUMBER.incrementAndGet();
    }

    /** Details of somebody; change what matters to the test with the record's own constructor. */
    protected static Details someone(String given, String family) {
        return new Details(
                null,
                family,
                given,
                java.time.LocalDate.of(1940, 5, 17),
                "female",
                "12 Test Street",
                "B1 1AA",
                "",
                "central",
                "M85001",
                "English",
                false,
                "",
                true,
                false,
                5,
                "own-home",
                true);
    }

    protected static HttpResponse<String> get(String path, String role) {
        return send(HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer demo-" + role));
    }

    protected static HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    /** Sends a form as a script in this role; {@code form} is {@code application/x-www-form-urlencoded}. */
    protected static HttpResponse<String> post(String path, String role, String form) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer demo-" + role)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Somebody with a browser, who is not signed in. */
    protected static Visitor visitor() {
        return new Visitor(uri("").toString());
    }

    /** Somebody with a browser, signed in with this role. */
    protected static Visitor visitor(Role role) {
        Visitor visitor = visitor();
        visitor.get("/");
        visitor.send("/sign-in", "role", role.word());
        visitor.get("/");
        return visitor;
    }

    /** Somebody with a browser, signed in with this role for this organisation. */
    protected static Visitor visitor(Role role, String organisation) {
        Visitor visitor = visitor();
        visitor.get("/");
        visitor.send("/sign-in", "role", role.word(), "organisation", organisation);
        visitor.get("/");
        return visitor;
    }

    /** A script with the demo's token of this role. */
    protected static Script script(Role role) {
        return new Script(uri("").toString(), role);
    }

    protected static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + context().getEnvironment().getProperty("local.server.port") + path);
    }

    protected static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("homeward-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
