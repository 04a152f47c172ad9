package uk.homeward.server.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** SHA-256 over everything that a row of the journal says; each field is preceded by its length. */
final class EventDigest {

    static final String COLUMNS = """
            position, subject_kind, subject_id, sequence, type, occurred_at, recorded_at, actor_user, actor_name,
            actor_role, organisation, payload, idempotency_key
            """;

    private EventDigest() {}

    static byte[] of(ResultSet row) throws SQLException {
        MessageDigest sha = sha256();
        add(sha, Long.toString(row.getLong("position")));
        add(sha, row.getString("subject_kind"));
        add(sha, row.getString("subject_id"));
        add(sha, Integer.toString(row.getInt("sequence")));
        add(sha, row.getString("type"));
        add(sha, micros(row, "occurred_at"));
        add(sha, micros(row, "recorded_at"));
        add(sha, row.getString("actor_user"));
        add(sha, row.getString("actor_name"));
        add(sha, row.getString("actor_role"));
        add(sha, row.getString("organisation"));
        add(sha, row.getString("payload"));
        add(sha, row.getString("idempotency_key"));
        return sha.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static String micros(ResultSet row, String column) throws SQLException {
        Instant at = row.getObject(column, OffsetDateTime.class).toInstant();
        return Long.toString(Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000));
    }

    private static void add(MessageDigest sha, @Nullable String field) {
        byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
        sha.update(
                ByteBuffer.allocate(4).putInt(field == null ? -1 : bytes.length).array());
        sha.update(bytes);
    }
}
