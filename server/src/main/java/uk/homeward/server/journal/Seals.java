package uk.homeward.server.journal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains the journal's events in short batches, one chain for each organisation: a seal's hash covers the seal before and
 * the digests of its events. Only events of transactions that can no longer be overtaken are sealed, in the order
 * (era, transaction, position), so that the order never changes afterwards and writers never wait for each other.
 */
@Component
public class Seals {

    private static final int BATCH = 5_000;
    private static final String ORGANISATIONS = """
        with recursive known(organisation) as (
            (select organisation from event where place = ? order by organisation limit 1)
            union all
            select (select e.organisation from event e
                    where e.place = ? and e.organisation > known.organisation order by e.organisation limit 1)
            from known where known.organisation is not null
        )
        select organisation from known where organisation is not null
        """;
    private static final String NEXT =
            "select era, transaction::text::bigint as number_of_transaction, " + EventDigest.COLUMNS + """
                from event
                where place = ? and organisation = ? and (era, transaction, position) > (?, ?::text::xid8, ?)
                  and (transaction < pg_snapshot_xmin(pg_current_snapshot()) or era < ?)
                order by era, transaction, position limit ?
                """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final PlaceKey place;
    private final SealKey key;

    Seals(JdbcTemplate jdbc, TransactionTemplate transaction, PlaceKey place, SealKey key) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.place = place;
        this.key = key;
    }

    /** The head of a chain. */
    record Head(int number, int era, long lastTransaction, long lastPosition, byte[] hash) {
        static final Head NONE = new Head(0, 0, 0, 0, new byte[32]);
    }

    /** Seals everything that can be sealed now and returns how many events that were. */
    public int seal(Instant now) {
        int sealed = 0;
        for (String organisation : jdbc.queryForList(ORGANISATIONS, String.class, place.value(), place.value())) {
            for (int n = BATCH; n == BATCH; sealed += n) {
                n = sealOne(organisation, now);
            }
        }
        return sealed;
    }

    private int sealOne(String organisation, Instant now) {
        Integer sealed = transaction.execute(status -> {
            jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 1))", row -> {}, place.value());
            Head head = head(organisation);
            Batch batch = new Batch(head);
            int era = currentEra();
            jdbc.query(
                    NEXT,
                    row -> {
                        batch.add(row);
                    },
                    place.value(),
                    organisation,
                    head.era(),
                    head.lastTransaction(),
                    head.lastPosition(),
                    era,
                    BATCH);
            if (batch.events > 0) {
                insert(organisation, batch, now);
            }
            return batch.events;
        });
        return sealed == null ? 0 : sealed;
    }

    private int currentEra() {
        Integer era = jdbc.queryForObject(
                "select coalesce(max(era), 1) from (select era from event where place = ? order by position desc limit"
                        + " 1) e",
                Integer.class,
                place.value());
        return era == null ? 1 : era;
    }

    private Head head(String organisation) {
        return jdbc
                .query(
                        """
                        select number, era, last_transaction::text::bigint, last_position, hash from seal
                        where place = ? and organisation = ? order by number desc limit 1
                        """,
                        (row, n) ->
                                new Head(row.getInt(1), row.getInt(2), row.getLong(3), row.getLong(4), row.getBytes(5)),
                        place.value(),
                        organisation)
                .stream()
                .findFirst()
                .orElse(Head.NONE);
    }

    private void insert(String organisation, Batch batch, Instant now) {
        byte[] hash = batch.hash();
        jdbc.update(
                """
                insert into seal (place, organisation, number, era, last_transaction, last_position, events, hash,
                                  signature, sealed_at, digests)
                values (?, ?, ?, ?, ?::text::xid8, ?, ?, ?, ?, ?, ?)
                """,
                place.value(),
                organisation,
                batch.before.number() + 1,
                batch.era,
                batch.transaction,
                batch.position,
                batch.events,
                hash,
                key.sign(signed(organisation, batch.before.number() + 1, hash)),
                Journal.at(now),
                batch.digests());
    }

    static byte[] signed(String organisation, int number, byte[] hash) {
        byte[] name = organisation.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return ByteBuffer.allocate(name.length + 4 + hash.length)
                .put(name)
                .putInt(number)
                .put(hash)
                .array();
    }

    /** The events of one seal, in order. */
    static final class Batch {

        private final Head before;
        private final MessageDigest chain = EventDigest.sha256();
        private final java.io.ByteArrayOutputStream digests = new java.io.ByteArrayOutputStream();
        private int events;
        private int era;
        private long transaction;
        private long position;

        Batch(Head before) {
            this.before = before;
            chain.update(before.hash());
        }

        void add(ResultSet row) throws SQLException {
            byte[] digest = EventDigest.of(row);
            chain.update(digest);
            era = row.getInt("era");
            transaction = row.getLong("number_of_transaction");
            position = row.getLong("position");
            digests.writeBytes(ByteBuffer.allocate(8).putLong(position).array());
            digests.write(digest, 0, 16);
            events++;
        }

        byte[] hash() {
            return chain.digest();
        }

        byte[] digests() {
            return digests.toByteArray();
        }

        int events() {
            return events;
        }
    }

    /** One problem that a check found; {@code position} is the row's, 0 where the seal itself is meant. */
    public record Tampering(String organisation, int seal, long position, String what) {}

    /** What a check of the whole journal found. */
    public record Verdict(long sealedEvents, long unsealedEvents, int seals, List<Tampering> tampering) {
        public Verdict {
            tampering = List.copyOf(tampering);
        }

        public boolean isSound() {
            return tampering.isEmpty();
        }
    }
}
