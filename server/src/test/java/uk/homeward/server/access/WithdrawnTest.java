package uk.homeward.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;

/** Whose access is withdrawn is out with the next request, on every path, and their live pages close. */
class WithdrawnTest extends ServerTest {

    /** Of the organisation for which the demo's therapist works. */
    private static final String OFFICER = "privacy-officer@bcc";

    private static final String THERAPIST = "user=demo-therapist&what=";

    @AfterEach
    void backIn() {
        post("/accounts", OFFICER, THERAPIST + "give-back&reason=It+was+a+test");
    }

    @Test
    void the_next_request_is_refused_on_every_path_until_access_is_given_back() {
        Visitor therapist = visitor(Role.THERAPIST);
        therapist.get("/overview");
        assertThat(get("/tasks", "therapist").statusCode()).isEqualTo(200);

        assertThat(post("/accounts", OFFICER, THERAPIST + "withdraw&reason=Left+the+trust")
                        .statusCode())
                .isEqualTo(302);

        assertThat(therapist.get("/overview")).contains("Your access was withdrawn");
        assertThat(therapist.status()).isEqualTo(403);
        therapist.get("/overview");
        assertThat(therapist.path()).as("the session is over").isEqualTo("/");
        for (String path : new String[] {"/tasks", "/people", "/api/journeys/x", "/fhir/Patient?_count=1", "/live"}) {
            assertThat(get(path, "therapist").statusCode()).as(path).isEqualTo(403);
        }
        assertThat(get("/accounts", OFFICER).body()).contains("Left the trust", "Give access back");

        backIn();
        assertThat(get("/tasks", "therapist").statusCode()).isEqualTo(200);
    }

    @Test
    void a_live_stream_closes_within_five_seconds() throws Exception {
        InputStream stream = live();
        CompletableFuture<Long> closed = closedAfter(stream);
        post("/accounts", OFFICER, THERAPIST + "withdraw&reason=Lost+telephone");
        assertThat(closed.get(20, TimeUnit.SECONDS))
                .isLessThan(Duration.ofSeconds(5).toNanos());
    }

    @Test
    void a_live_stream_closes_when_its_person_signs_out() throws Exception {
        Visitor therapist = visitor(Role.THERAPIST);
        InputStream stream = therapist.stream("/live");
        CompletableFuture<Long> closed = closedAfter(stream);
        therapist.get("/overview");
        therapist.send("/sign-out");
        assertThat(closed.get(20, TimeUnit.SECONDS))
                .isLessThan(Duration.ofSeconds(5).toNanos());
    }

    @Test
    void an_officer_keeps_out_only_people_of_their_own_organisation_and_never_themselves() {
        get("/overview", "ward");
        get("/overview", "privacy-officer");
        assertThat(post("/accounts", "privacy-officer", "user=demo-privacy-officer&what=withdraw&reason=x")
                        .body())
                .contains("Nobody withdraws their own access");
        assertThat(visitor(Role.PRIVACY_OFFICER, "swbh").get("/accounts")).doesNotContain("demo-therapist");
        Visitor elsewhere = visitor(Role.PRIVACY_OFFICER, "swbh");
        assertThat(elsewhere.send("/accounts", "user", "demo-therapist", "what", "withdraw", "reason", "x"))
                .contains("Nobody of this name came in for your organisation");
        assertThat(post("/accounts", OFFICER, THERAPIST + "withdraw&reason=").statusCode())
                .isEqualTo(422);
        assertThat(get("/tasks", "therapist").statusCode()).isEqualTo(200);
    }

    private static InputStream live() throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri("/live"))
                                .header("Authorization", "Bearer demo-therapist")
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }

    /** How long it takes from now until the stream ends. */
    private static CompletableFuture<Long> closedAfter(InputStream stream) {
        long start = System.nanoTime();
        return CompletableFuture.supplyAsync(() -> {
            try (stream) {
                while (stream.read() >= 0) {
                    // notices may come until it ends
                }
            } catch (java.io.IOException ended) {
                // cut off is closed, too
            }
            return System.nanoTime() - start;
        });
    }
}
