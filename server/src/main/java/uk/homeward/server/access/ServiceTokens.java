package uk.homeward.server.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.server.journal.PlaceKey;

/**
 * Tokens of service accounts. A service shows an assertion that it signed with its own key (private_key_jwt), each good once and
 * for five minutes at most, and gets a token for five minutes. Nothing but a digest of a token is kept.
 */
@Component
class ServiceTokens {

    static final String PREFIX = "hws_";
    static final Duration LASTING = Duration.ofMinutes(5);

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS384, JWSAlgorithm.ES384);
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final int LONGEST_JTI = 200;
    private static final int SECRET_BYTES = 32;

    private final ServiceAccounts accounts;
    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final TransactionTemplate transaction;
    private final InstantSource clock =
            InstantSource.system(); // assertions are written by real clocks, also for a demo
    private final SecureRandom random = new SecureRandom();

    ServiceTokens(ServiceAccounts accounts, JdbcTemplate jdbc, PlaceKey place, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.place = place;
        this.transaction = transaction;
    }

    /** A token was not given; {@code error} is OAuth's word. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String error;

        Refused(String error, String why) {
            super(why);
            this.error = error;
        }

        String error() {
            return error;
        }
    }

    record Given(String token, Scopes scopes) {}

    /** Who comes with a token, and what it is good for. */
    record Bearer(ServiceAccount account, Scopes scopes) {}

    /**
     * Gives a token for an assertion.
     *
     * @param audience the address of the token endpoint, for which the assertion must be made
     */
    Given give(String assertion, String scope, String audience) {
        SignedJWT jwt = parsed(assertion);
        JWTClaimsSet claims = claims(jwt);
        ServiceAccount account = accounts.find(String.valueOf(claims.getIssuer()))
                .filter(a -> a.id().equals(claims.getSubject()))
                .orElseThrow(() -> client("iss and sub are not one known service"));
        if (!isSigned(jwt, account)) {
            throw client("the assertion is not signed with a key of this service");
        }
        Instant ends = checked(claims, audience);
        Scopes granted = Scopes.of(scope).within(account.scopes());
        if (granted.isEmpty()) {
            throw new Refused("invalid_scope", "none of these scopes is given to this service");
        }
        String token = PREFIX + secret();
        transaction.executeWithoutResult(status -> {
            useOnce(account, String.valueOf(claims.getJWTID()), ends);
            keep(token, account, granted);
        });
        return new Given(token, granted);
    }

    /** Who comes with this token; empty if it is not known, has ended, or its service is gone. Scopes taken away are gone, too. */
    Optional<Bearer> find(String token) {
        return jdbc
                .query(
                        "select client, scopes from service_token where place = ? and digest = ? and expires_at > ?",
                        (row, n) -> List.of(row.getString(1), row.getString(2)),
                        place.value(),
                        digest(token),
                        at(clock.instant()))
                .stream()
                .findFirst()
                .flatMap(found -> accounts.find(found.getFirst())
                        .map(a -> new Bearer(a, Scopes.of(found.getLast()).within(a.scopes()))));
    }

    private static SignedJWT parsed(String assertion) {
        try {
            return SignedJWT.parse(assertion);
        } catch (ParseException e) {
            throw client("client_assertion is no signed JWT");
        }
    }

    private static JWTClaimsSet claims(SignedJWT jwt) {
        try {
            @Nullable JWTClaimsSet claims = jwt.getJWTClaimsSet();
            if (claims == null) {
                throw client("client_assertion has no claims");
            }
            return claims;
        } catch (ParseException e) {
            throw client("client_assertion has no claims");
        }
    }

    private static boolean isSigned(SignedJWT jwt, ServiceAccount account) {
        @Nullable String name = jwt.getHeader().getKeyID();
        if (!ALGORITHMS.contains(jwt.getHeader().getAlgorithm()) || name == null) {
            return false;
        }
        try {
            @Nullable JWK key = account.keys().getKeyByKeyId(name);
            @Nullable JWSVerifier verifier = key == null ? null : verifier(key);
            return verifier != null
                    && verifier.supportedJWSAlgorithms()
                            .contains(jwt.getHeader().getAlgorithm())
                    && jwt.verify(verifier);
        } catch (JOSEException e) {
            return false;
        }
    }

    private static @Nullable JWSVerifier verifier(JWK key) throws JOSEException {
        if (key instanceof RSAKey rsa) {
            return rsa.size() < 2048 ? null : new RSASSAVerifier(rsa);
        }
        return key instanceof ECKey ec ? new ECDSAVerifier(ec) : null;
    }

    /** When the assertion ends, if it is for us, now, and can be told from others. */
    private Instant checked(JWTClaimsSet claims, String audience) {
        Instant now = clock.instant();
        if (!claims.getAudience().contains(audience)) {
            throw client("aud is not this server's token endpoint (" + audience + ")");
        }
        @Nullable Date end = claims.getExpirationTime();
        if (end == null || !end.toInstant().isAfter(now.minus(SKEW))) {
            throw client("exp is missing or has passed");
        }
        if (end.toInstant().isAfter(now.plus(LASTING).plus(SKEW))) {
            throw client("exp is more than five minutes ahead");
        }
        @Nullable Date from = claims.getNotBeforeTime();
        if (from != null && from.toInstant().isAfter(now.plus(SKEW))) {
            throw client("nbf is ahead");
        }
        @Nullable String jti = claims.getJWTID();
        if (jti == null || jti.isBlank() || jti.length() > LONGEST_JTI) {
            throw client("jti is missing or too long");
        }
        return end.toInstant().plus(SKEW);
    }

    private void useOnce(ServiceAccount account, String jti, Instant ends) {
        OffsetDateTime now = at(clock.instant());
        jdbc.update("delete from service_assertion where place = ? and expires_at < ?", place.value(), now);
        jdbc.update("delete from service_token where place = ? and expires_at < ?", place.value(), now);
        int added = jdbc.update(
                "insert into service_assertion (place, client, jti, expires_at) values (?, ?, ?, ?) on conflict do"
                        + " nothing",
                place.value(),
                account.id(),
                jti,
                at(ends));
        if (added == 0) {
            throw client("this assertion was used before");
        }
    }

    private void keep(String token, ServiceAccount account, Scopes granted) {
        Instant now = clock.instant();
        jdbc.update(
                "insert into service_token (place, digest, client, scopes, issued_at, expires_at) values (?, ?, ?, ?,"
                        + " ?, ?)",
                place.value(),
                digest(token),
                account.id(),
                granted.text(),
                at(now),
                at(now.plus(LASTING)));
    }

    private String secret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Refused client(String why) {
        return new Refused("invalid_client", why);
    }
}
