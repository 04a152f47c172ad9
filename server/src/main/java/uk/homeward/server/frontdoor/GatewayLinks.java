package uk.homeward.server.frontdoor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.time.PlaceTime;

/** Gives out and reads the links under which senders see what became of their concern; they expire. */
@Component
class GatewayLinks {

    static final Duration LASTS = Duration.ofDays(30);

    private static final int SECRET_BYTES = 32;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final PlaceTime time;
    private final SecureRandom chance = new SecureRandom();

    GatewayLinks(JdbcTemplate jdbc, PlaceKey place, PlaceTime time) {
        this.jdbc = jdbc;
        this.place = place;
        this.time = time;
    }

    /**
     * What a link leads to.
     *
     * @param mayTell true where the person agreed that the sender hears what becomes of it
     */
    record Link(String journey, boolean mayTell, Instant expiresAt) {}

    /** Makes a link; returns its secret, which is kept nowhere. Links that have expired are cleared away meanwhile. */
    String make(String journey, boolean mayTell) {
        byte[] secret = new byte[SECRET_BYTES];
        chance.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = time.instant();
        jdbc.update("delete from gateway_link where place = ? and expires_at < ?", place.value(), at(now));
        jdbc.update(
                "insert into gateway_link (place, hash, journey, may_tell, sent_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                place.value(),
                hash(token),
                journey,
                mayTell,
                at(now),
                at(now.plus(LASTS)));
        return token;
    }

    /** Where a link leads; empty where it has expired or never was. */
    Optional<Link> find(String token) {
        return jdbc
                .query(
                        "select journey, may_tell, expires_at from gateway_link"
                                + " where place = ? and hash = ? and expires_at >= ?",
                        (row, n) -> new Link(
                                row.getString(1),
                                row.getBoolean(2),
                                row.getObject(3, OffsetDateTime.class).toInstant()),
                        place.value(),
                        hash(token),
                        at(time.instant()))
                .stream()
                .findFirst();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
