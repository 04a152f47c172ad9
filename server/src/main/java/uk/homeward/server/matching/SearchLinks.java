package uk.homeward.server.matching;

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
import uk.homeward.journey.matching.Terms;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.time.PlaceTime;

/** Gives out and reads the links under which a person and their family see their choices; they expire. */
@Component
class SearchLinks {

    private static final int SECRET_BYTES = 32;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final PlaceTime time;
    private final Terms terms;
    private final SecureRandom chance = new SecureRandom();

    SearchLinks(JdbcTemplate jdbc, PlaceKey place, PlaceTime time, Terms terms) {
        this.jdbc = jdbc;
        this.place = place;
        this.time = time;
        this.terms = terms;
    }

    /** Where a link leads. */
    record Link(String search, Instant expiresAt) {}

    /** Makes a link; returns its secret, which is kept nowhere. Links that have expired are cleared away meanwhile. */
    String make(String search) {
        byte[] secret = new byte[SECRET_BYTES];
        chance.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = time.instant();
        jdbc.update("delete from search_link where place = ? and expires_at < ?", place.value(), at(now));
        jdbc.update(
                "insert into search_link (place, hash, search, made_at, expires_at) values (?, ?, ?, ?, ?)",
                place.value(),
                hash(token),
                search,
                at(now),
                at(now.plus(Duration.ofDays(terms.offers().linkDays()))));
        return token;
    }

    /** Where a link leads; empty where it has expired or never was. */
    Optional<Link> find(String token) {
        return jdbc
                .query(
                        "select search, expires_at from search_link where place = ? and hash = ? and expires_at >= ?",
                        (row, n) -> new Link(
                                row.getString(1),
                                row.getObject(2, OffsetDateTime.class).toInstant()),
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
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
