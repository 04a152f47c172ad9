package uk.homeward.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.homeward.server.ServerTest;

class SecurityHeadersTest extends ServerTest {

    private static final Pattern POST_FORM =
            Pattern.compile("<form[^>]*method=\"post\"[^>]*>(?:(?!</form>).)*", Pattern.DOTALL);
    private static final Pattern INLINE =
            Pattern.compile("<script(?![^>]*\\bsrc=)(?![^>]*application/json)|<style|\\sstyle=\"|\\son[a-z]+=\"");
    private static final Pattern ELSEWHERE =
            Pattern.compile("(?:src|action)=\"(?:https?:)?//|<link[^>]*href=\"https?:");

    @Test
    void browsersLoadNothingFromElsewhereAndRunNothingInline() {
        HttpHeaders headers = get("/").headers();
        String policy = headers.firstValue("Content-Security-Policy").orElse("");
        assertThat(policy)
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe-inline", "unsafe-eval", "http:", "https:", "*");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void noTemplateCarriesInlineCodeOrAnythingFromAThirdParty() throws IOException {
        for (Path template : templates()) {
            String text = Files.readString(template);
            assertThat(INLINE.matcher(text).find()).as("inline in %s", template).isFalse();
            assertThat(ELSEWHERE.matcher(text).find())
                    .as("third party in %s", template)
                    .isFalse();
        }
    }

    @Test
    void everyFormThatChangesSomethingCarriesTheToken() throws IOException {
        List<String> bare = templates().stream()
                .flatMap(template -> POST_FORM.matcher(read(template)).results().map(m -> template + ": " + m.group()))
                .filter(form -> !form.contains("_csrf") && !form.contains("@template."))
                .toList();
        assertThat(bare).isEmpty();
    }

    @Test
    void aFormFromElsewhereChangesNothing() {
        assertThat(send(java.net.http.HttpRequest.newBuilder(uri("/sign-in"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("role=hub")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void healthAndMetricsAreOpenAndNothingElseOfTheActuatorIs() {
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/info", "administrator").statusCode()).isEqualTo(403);
        assertThat(get("/actuator", "administrator").statusCode()).isEqualTo(403);
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(root().resolve("server/src/main/jte"))) {
            return files.filter(f -> f.toString().endsWith(".jte")).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
