package uk.homeward.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.server.ServerTest;
import uk.homeward.server.exchange.resources.Json;

/** SMART backend services: a system signs that it is itself, and gets what its role and its scopes both allow. */
class ServiceAccountTest extends ServerTest {

    private static final RSAKey KEY = key("one");
    private static final RSAKey STRANGER = key("one");

    @TempDir
    Path folder;

    @BeforeEach
    void known() throws Exception {
        System.setProperty("homeward.services", folder.toString());
        account("system/Observation.rs system/Patient.rs", KEY.toPublicJWK().toJSONString());
    }

    @AfterEach
    void forgotten() {
        System.clearProperty("homeward.services");
    }

    @Test
    void a_system_finds_the_endpoint_and_gets_a_token_for_what_it_asked_and_is_given() throws Exception {
        String where = Json.MAPPER
                .readTree(get("/fhir/.well-known/smart-configuration").body())
                .path("token_endpoint")
                .asString();
        assertThat(where).isEqualTo(uri("/auth/token").toString());

        HttpResponse<String> answer = ask(signed(KEY, c -> {}), "system/*.rs system/Device.cruds");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        var body = Json.MAPPER.readTree(answer.body());
        assertThat(body.path("scope").asString()).isEqualTo("system/Observation.rs system/Patient.rs");
        assertThat(body.path("expires_in").asInt()).isEqualTo(300);
        String token = body.path("access_token").asString();

        assertThat(fhir("GET", "/Observation?_count=1", token, "")).isEqualTo(200);
        assertThat(fhir("GET", "/Condition?_count=1", token, "")).isEqualTo(403);
        assertThat(fhir("GET", "/Observation?_include=Observation:subject", token, ""))
                .isEqualTo(403);
        assertThat(fhir("GET", "/Observation?subject.name=x", token, "")).isEqualTo(403);
        assertThat(fhir("POST", "/Observation", token, "{}")).isEqualTo(403);
        assertThat(fhir("PUT", "/Observation/1", token, "{}")).isEqualTo(403);
        assertThat(fhir("DELETE", "/Observation/1", token, "")).isEqualTo(403);
        assertThat(fhir("GET", "/Patient/x/$everything", token, "")).isEqualTo(403);
        assertThat(fhir("GET", "/$export", token, "")).isEqualTo(403);
        assertThat(fhir("GET", "/$export?_type=Observation", token, "")).isEqualTo(202);
        assertThat(fhir("POST", "/ServiceRequest", token, "{\"resourceType\":\"ServiceRequest\"}"))
                .isEqualTo(403);
        assertThat(fhir("POST", "/$process-message", token, "{\"resourceType\":\"Bundle\"}"))
                .isEqualTo(403);
        assertThat(fhir("POST", "/", token, """
            {"resourceType": "Bundle", "type": "transaction", "entry": [{"resource": {"resourceType": "Observation"},
             "request": {"method": "POST", "url": "Observation"}}]}\
            """)).isEqualTo(403);
        for (String page : new String[] {"/overview", "/people", "/api/journeys", "/live"}) {
            assertThat(send(HttpRequest.newBuilder(uri(page)).header("Authorization", "Bearer " + token))
                            .statusCode())
                    .as(page)
                    .isEqualTo(403);
        }
    }

    @Test
    void no_token_for_an_assertion_that_is_old_foreign_long_unsigned_or_used_before() throws Exception {
        String good = signed(KEY, c -> {});
        assertThat(ask(good, "system/*.rs").statusCode()).isEqualTo(200);
        refused(good, "used before");
        refused(signed(STRANGER, c -> {}), "not signed");
        refused(signed(KEY, c -> c.expirationTime(Date.from(Instant.now().minusSeconds(60)))), "exp");
        refused(signed(KEY, c -> c.expirationTime(Date.from(Instant.now().plusSeconds(900)))), "five minutes");
        refused(signed(KEY, c -> c.expirationTime(null)), "exp");
        refused(signed(KEY, c -> c.jwtID(null)), "jti");
        refused(signed(KEY, c -> c.audience("https://elsewhere.example/auth/token")), "aud");
        refused(signed(KEY, c -> c.issuer(null)), "iss and sub");
        refused(signed(KEY, c -> c.subject("another")), "iss and sub");
        refused(signed(KEY, c -> c.issuer("../../etc/passwd").subject("../../etc/passwd")), "iss and sub");
        refused(good.substring(0, good.lastIndexOf('.') + 1), "JWT");
        refused("nonsense", "JWT");
        SignedJWT other = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims(c -> {}));
        other.sign(new RSASSASigner(KEY));
        refused(other.serialize(), "not signed");
        assertThat(ask(signed(KEY, c -> {}), "system/Device.rs").body()).contains("invalid_scope");
        assertThat(post("grant_type=password").body()).contains("unsupported_grant_type");
    }

    @Test
    void what_is_taken_from_a_service_is_gone_with_its_next_request() throws Exception {
        String token = token();
        assertThat(fhir("GET", "/Observation?_count=1", token, "")).isEqualTo(200);
        account("system/Patient.rs", KEY.toPublicJWK().toJSONString());
        assertThat(fhir("GET", "/Observation?_count=1", token, "")).isEqualTo(403);
        Files.delete(folder.resolve("night-feed.json"));
        assertThat(fhir("GET", "/Patient?_count=1", token, "")).isEqualTo(401);
    }

    @Test
    void a_token_ends_and_only_its_digest_is_kept() throws Exception {
        String token = token();
        JdbcTemplate jdbc = bean(JdbcTemplate.class);
        assertThat(jdbc.queryForObject(
                        "select count(*) from service_token where encode(digest, 'escape') like ?",
                        Long.class,
                        "%" + token.substring(4) + "%"))
                .isZero();
        jdbc.update("update service_token set expires_at = now() - interval '1 second'");
        assertThat(fhir("GET", "/Observation?_count=1", token, "")).isEqualTo(401);
        assertThat(fhir("GET", "/Observation?_count=1", "hws_guessed", "")).isEqualTo(401);
    }

    @Test
    void a_key_on_a_curve_signs_too_and_a_faulty_file_is_no_account() throws Exception {
        ECKey curve = new ECKeyGenerator(Curve.P_384).keyID("curve").generate();
        account("system/Observation.rs", curve.toPublicJWK().toJSONString());
        assertThat(ask(signed(new ECDSASigner(curve), JWSAlgorithm.ES384, "curve", c -> {}), "system/*.rs")
                        .statusCode())
                .isEqualTo(200);
        account("system/Observation.rs", curve.toJSONString()); // with the private part
        refused(signed(new ECDSASigner(curve), JWSAlgorithm.ES384, "curve", c -> {}), "iss and sub");
        account("patient/*.rs", KEY.toPublicJWK().toJSONString());
        refused(signed(KEY, c -> {}), "iss and sub");
    }

    private String token() throws Exception {
        return Json.MAPPER
                .readTree(ask(signed(KEY, c -> {}), "system/*.rs").body())
                .path("access_token")
                .asString();
    }

    private void account(String scopes, String key) throws Exception {
        Files.writeString(folder.resolve("night-feed.json"), """
            {"title": "Night feed", "role": "ward", "organisation": "uhb", "teams": [], "scopes": "%s",
             "jwks": {"keys": [%s]}}\
            """.formatted(scopes, key));
        Files.setLastModifiedTime(
                folder.resolve("night-feed.json"),
                java.nio.file.attribute.FileTime.fromMillis(1_000_000L * scopes.hashCode() + key.hashCode()));
    }

    private static void refused(String assertion, String why) {
        HttpResponse<String> answer = ask(assertion, "system/*.rs");
        assertThat(answer.statusCode()).as(why).isEqualTo(401);
        assertThat(answer.body()).contains("invalid_client", why);
    }

    private static HttpResponse<String> ask(String assertion, String scope) {
        return post("grant_type=client_credentials&scope=" + URLEncoder.encode(scope, StandardCharsets.UTF_8)
                + "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"
                + "&client_assertion=" + assertion);
    }

    private static HttpResponse<String> post(String form) {
        return send(HttpRequest.newBuilder(uri("/auth/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static int fhir(String method, String path, String token, String body) {
        return send(HttpRequest.newBuilder(uri("/fhir" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/fhir+json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    private static String signed(RSAKey key, Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(new RSASSASigner(key), JWSAlgorithm.RS384, "one", change);
    }

    private static String signed(
            JWSSigner signer, JWSAlgorithm algorithm, String name, Consumer<JWTClaimsSet.Builder> change)
            throws JOSEException {
        SignedJWT jwt =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(name).build(), claims(change));
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer("night-feed")
                .subject("night-feed")
                .audience(uri("/auth/token").toString())
                .expirationTime(Date.from(Instant.now().plusSeconds(240)))
                .jwtID(UUID.randomUUID().toString());
        change.accept(claims);
        return claims.build();
    }

    private static RSAKey key(String name) {
        try {
            return new RSAKeyGenerator(2048).keyID(name).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
