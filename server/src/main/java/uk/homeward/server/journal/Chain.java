package uk.homeward.server.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is sealed: rows that are only ever added, of one table, in one chain for each organisation. */
public enum Chain {
    /** What was told. */
    JOURNAL(
            "event",
            "event",
            "seal",
            List.of(
                    "position",
                    "subject_kind",
                    "subject_id",
                    "sequence",
                    "type",
                    "occurred_at",
                    "recorded_at",
                    "actor_user",
                    "actor_name",
                    "actor_role",
                    "organisation",
                    "payload",
                    "idempotency_key")),
    /** Who looked at whose record. */
    ACCESS(
            "look",
            "look",
            "look_seal",
            List.of(
                    "number",
                    "person",
                    "at",
                    "actor_user",
                    "actor_name",
                    "actor_role",
                    "organisation",
                    "what",
                    "reason"));

    private final String word;
    private final String table;
    private final String seals;
    private final List<String> columns;

    Chain(String word, String table, String seals, List<String> columns) {
        this.word = word;
        this.table = table;
        this.seals = seals;
        this.columns = columns;
    }

    /** What one row is called. */
    String word() {
        return word;
    }

    /** The word used in exported heads: {@code journal}. */
    public String title() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String table() {
        return table;
    }

    String seals() {
        return seals;
    }

    /** The column that numbers the rows. */
    String number() {
        return columns.getFirst();
    }

    String columns() {
        return String.join(", ", columns);
    }

    /** SHA-256 over everything that a row says; each field is preceded by its length. */
    byte[] digest(ResultSet row) throws SQLException {
        MessageDigest sha = sha256();
        for (String column : columns) {
            add(sha, row.getObject(column) instanceof java.sql.Timestamp ? micros(row, column) : row.getString(column));
        }
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
