package uk.homeward.server.exchange.inbox;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.server.exchange.hl7.AckCode;
import uk.homeward.server.exchange.hl7.ErrorCode;
import uk.homeward.server.exchange.hl7.Received;
import uk.homeward.server.exchange.hl7.Refusal;
import uk.homeward.server.exchange.hl7.adt.Envelope;
import uk.homeward.server.journal.PlaceKey;

/** The table of messages as received, through one channel: {@code hl7}, unless another is asked for. */
@Component
public class MessageStore {

    /** Names are the sender's to choose; longer ones are cut for the table (the content keeps them whole). */
    private static final int LONGEST_NAME = 200;

    private static final String COLUMNS = """
            number, sender, control_id, type, received_at, state, oddities, error, error_where, error_what, error_maybe,
            repeats, settled_by, settled_note
            """;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final String channel;

    @Autowired
    MessageStore(JdbcTemplate jdbc, PlaceKey place) {
        this(jdbc, place, "hl7");
    }

    private MessageStore(JdbcTemplate jdbc, PlaceKey place, String channel) {
        this.jdbc = jdbc;
        this.place = place;
        this.channel = channel;
    }

    /** The messages of another channel, such as {@code fhir}. */
    public MessageStore of(String other) {
        return new MessageStore(jdbc, place, other);
    }

    /**
     * Keeps a message, or counts a repetition.
     *
     * @param refusal why it will not be applied; null if it will
     * @param mends the number of the message that it replaces; null if none
     * @return the message as it is kept; {@code repeats} above 0 says that it was there before
     */
    public KeptMessage keep(Received received, Envelope envelope, @Nullable Refusal refusal, @Nullable Long mends) {
        List<KeptMessage> kept = jdbc.query(
                """
                insert into message (place, channel, sender, control_id, type, digest, content, length, peer, received_at,
                    state, oddities, error, error_where, error_what, error_maybe, mends)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?)
                on conflict (place, channel, sender, control_id, digest)
                    do update set repeats = message.repeats + 1, repeated_at = excluded.received_at
                returning\s""" + COLUMNS,
                MessageStore::row,
                place.value(),
                channel,
                shortened(envelope.sender().key()),
                shortened(envelope.controlId()),
                shortened(envelope.messageType()),
                digest(received),
                received.content(),
                received.length(),
                received.peer(),
                at(received.at()),
                stateAfter(refusal).name(),
                refusal == null ? null : refusal.error().name(),
                refusal == null ? null : refusal.where(),
                refusal == null ? null : refusal.what(),
                refusal == null ? null : refusal.maybe(),
                mends);
        return kept.getFirst();
    }

    private static MessageState stateAfter(@Nullable Refusal refusal) {
        if (refusal == null) {
            return MessageState.DONE;
        }
        return refusal.answer() == AckCode.AE ? MessageState.TO_MEND : MessageState.REJECTED;
    }

    public void noteOddities(long number, String oddities) {
        jdbc.update("update message set oddities = ? where place = ? and number = ?", oddities, place.value(), number);
    }

    /** Writes why a message is (still) not applied. */
    public void refuse(long number, Refusal refusal) {
        jdbc.update(
                """
                update message set state = ?, error = ?, error_where = ?, error_what = ?, error_maybe = ?
                where place = ? and number = ?
                """,
                stateAfter(refusal).name(),
                refusal.error().name(),
                refusal.where(),
                refusal.what(),
                refusal.maybe(),
                place.value(),
                number);
    }

    /** Settles a message that waited. */
    public void settle(long number, MessageState state, Instant at, String by, String note) {
        jdbc.update("""
                update message set state = ?, settled_at = ?, settled_by = ?, settled_note = ?
                where place = ? and number = ?
                """, state.name(), at(at), by, note, place.value(), number);
    }

    /** The message with this number, held against others who settle it until the transaction ends. */
    public Optional<KeptMessage> findForUpdate(long number) {
        return jdbc
                .query(
                        "select " + COLUMNS + " from message where place = ? and channel = ? and number = ? for update",
                        MessageStore::row,
                        place.value(),
                        channel,
                        number)
                .stream()
                .findFirst();
    }

    public Optional<KeptMessage> find(long number) {
        return jdbc
                .query(
                        "select " + COLUMNS + " from message where place = ? and channel = ? and number = ?",
                        MessageStore::row,
                        place.value(),
                        channel,
                        number)
                .stream()
                .findFirst();
    }

    /** The message as it was received. */
    public Received received(long number) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select content, length, peer, received_at from message where place = ? and number = ?",
                (row, n) ->
                        new Received(row.getBytes(1), row.getLong(2), row.getString(3), instant(row, "received_at")),
                place.value(),
                number));
    }

    /** The messages that wait for somebody, the oldest first. */
    public List<KeptMessage> listWaiting(int most) {
        return jdbc.query(
                "select " + COLUMNS
                        + " from message where place = ? and channel = ? and state in ('TO_MEND', 'REJECTED')"
                        + " order by number limit ?",
                MessageStore::row,
                place.value(),
                channel,
                most);
    }

    public long countWaiting() {
        Long count = jdbc.queryForObject(
                "select count(*) from message where place = ? and channel = ? and state in ('TO_MEND', 'REJECTED')",
                Long.class,
                place.value(),
                channel);
        return count == null ? 0 : count;
    }

    /** The latest messages of all senders, or of one. */
    public List<KeptMessage> listLatest(@Nullable String sender, int most) {
        return jdbc.query(
                "select " + COLUMNS + " from message where place = ? and channel = ?"
                        + (sender == null ? "" : " and sender = ?") + " order by number desc limit ?",
                MessageStore::row,
                sender == null
                        ? new Object[] {place.value(), channel, most}
                        : new Object[] {place.value(), channel, sender, most});
    }

    /** The senders of the latest messages, with the time of each one's last. */
    Map<String, Instant> lastOfEachSender() {
        Map<String, Instant> last = new LinkedHashMap<>();
        jdbc.query(
                """
                select sender, max(received_at) as received_at
                from (select sender, received_at from message where place = ? and channel = ?
                      order by number desc limit 5000) latest
                group by sender order by 2 desc
                """,
                row -> {
                    last.put(row.getString(1), instant(row, "received_at"));
                },
                place.value(),
                channel);
        return last;
    }

    private static KeptMessage row(ResultSet row, int n) throws SQLException {
        MessageState state = MessageState.valueOf(row.getString("state"));
        String error = row.getString("error");
        Refusal refusal = error == null
                ? null
                : new Refusal(
                        state == MessageState.REJECTED ? AckCode.AR : AckCode.AE,
                        ErrorCode.valueOf(error),
                        row.getString("error_where"),
                        row.getString("error_what"),
                        row.getString("error_maybe"));
        String by = row.getString("settled_by");
        return new KeptMessage(
                row.getLong("number"),
                row.getString("sender"),
                row.getString("control_id"),
                row.getString("type"),
                instant(row, "received_at"),
                state,
                refusal,
                row.getString("oddities"),
                row.getInt("repeats"),
                by == null ? "" : by + ": " + row.getString("settled_note"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String shortened(String name) {
        String clean = name.replaceAll("\\p{Cntrl}", "");
        return clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) : clean;
    }

    /** SHA-256 of the content and its length. */
    private static byte[] digest(Received received) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    ByteBuffer.allocate(Long.BYTES).putLong(received.length()).array());
            return digest.digest(received.content());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
