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
 * Chains what is only ever added (each {@link Chain}) in short batches, apart for each organisation: a seal's hash covers the
 * seal before and the digests of its rows. Only rows of transactions that can no longer be overtaken are sealed, in the order
 * (era, transaction, position), so that the order never changes afterwards and writers never wait for each other.
 */
@Component
public class Seals {

    private static final int BATCH = 5_000;
    private static final String ORGANISATIONS = """
        with recursive known(organisation) as (
            (select organisation from %1$s where place = ? order by organisation limit 1)
            union all
            select (select r.organisation from %1$s r
                    where r.place = ? and r.organisation > known.organisation order by r.organisation limit 1)
            from known where known.organisation is not null
        )
        select organisation from known where organisation is not null
        """;
    private static final String NEXT = """
        select era, transaction::text::bigint as number_of_transaction, %1$s from %2$s
        where place = ? and organisation = ? and (era, transaction, %3$s) > (?, ?::text::xid8, ?)
          and (transaction < pg_snapshot_xmin(pg_current_snapshot()) or era < ?)
        order by era, transaction, %3$s limit ?
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

    /** Seals everything that can be sealed now and returns how many rows that were. */
    public int seal(Instant now) {
        int sealed = 0;
        for (Chain chain : Chain.values()) {
            String organisations = ORGANISATIONS.formatted(chain.table());
            int era = currentEra(chain);
            for (String organisation : jdbc.queryForList(organisations, String.class, place.value(), place.value())) {
                for (int n = BATCH; n == BATCH; sealed += n) {
                    n = sealOne(chain, organisation, era, now);
                }
            }
        }
        return sealed;
    }

    private int sealOne(Chain chain, String organisation, int era, Instant now) {
        Integer sealed = transaction.execute(status -> {
            jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 1))", row -> {}, place.value());
            Head head = head(chain, organisation);
            Batch batch = new Batch(chain, head);
            jdbc.query(
                    NEXT.formatted(chain.columns(), chain.table(), chain.number()),
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
                insert(chain, organisation, batch, now);
            }
            return batch.events;
        });
        return sealed == null ? 0 : sealed;
    }

    private int currentEra(Chain chain) {
        Integer era = jdbc.queryForObject(
                "select coalesce(max(era), 1) from (select era from %s where place = ? order by %s desc limit 1) e"
                        .formatted(chain.table(), chain.number()),
                Integer.class,
                place.value());
        return era == null ? 1 : era;
    }

    private Head head(Chain chain, String organisation) {
        return jdbc
                .query(
                        """
                        select number, era, last_transaction::text::bigint, last_position, hash from %s
                        where place = ? and organisation = ? order by number desc limit 1
                        """.formatted(chain.seals()),
                        (row, n) ->
                                new Head(row.getInt(1), row.getInt(2), row.getLong(3), row.getLong(4), row.getBytes(5)),
                        place.value(),
                        organisation)
                .stream()
                .findFirst()
                .orElse(Head.NONE);
    }

    private void insert(Chain chain, String organisation, Batch batch, Instant now) {
        byte[] hash = batch.hash();
        jdbc.update(
                """
                insert into %s (place, organisation, number, era, last_transaction, last_position, events, hash,
                                signature, sealed_at, digests)
                values (?, ?, ?, ?, ?::text::xid8, ?, ?, ?, ?, ?, ?)
                """.formatted(chain.seals()),
                place.value(),
                organisation,
                batch.before.number() + 1,
                batch.era,
                batch.transaction,
                batch.position,
                batch.events,
                hash,
                key.sign(signed(chain, organisation, batch.before.number() + 1, hash)),
                Journal.at(now),
                batch.digests());
    }

    /** What is signed of a seal; a head of one chain is never taken for one of the other. */
    static byte[] signed(Chain chain, String organisation, int number, byte[] hash) {
        String whose = chain == Chain.JOURNAL ? organisation : chain.title() + "/" + organisation;
        byte[] name = whose.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return ByteBuffer.allocate(name.length + 4 + hash.length)
                .put(name)
                .putInt(number)
                .put(hash)
                .array();
    }

    /** The events of one seal, in order. */
    static final class Batch {

        private final Chain of;
        private final Head before;
        private final MessageDigest chain = Chain.sha256();
        private final java.io.ByteArrayOutputStream digests = new java.io.ByteArrayOutputStream();
        private int events;
        private int era;
        private long transaction;
        private long position;

        Batch(Chain of, Head before) {
            this.of = of;
            this.before = before;
            chain.update(before.hash());
        }

        void add(ResultSet row) throws SQLException {
            byte[] digest = of.digest(row);
            chain.update(digest);
            era = row.getInt("era");
            transaction = row.getLong("number_of_transaction");
            position = row.getLong(of.number());
            digests.writeBytes(ByteBuffer.allocate(8).putLong(position).array());
            digests.write(digest, 0, 16);
            events++;
        }

        /** A row that was erased; its digest stands for it. */
        void add(Erasure.Gone gone) {
            chain.update(gone.digest());
            digests.writeBytes(ByteBuffer.allocate(8).putLong(gone.number()).array());
            digests.write(gone.digest(), 0, 16);
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

    /** What a check of a whole chain found: how many rows are sealed, how many are not yet. */
    public record Verdict(long sealed, long unsealed, int seals, List<Tampering> tampering) {
        public Verdict {
            tampering = List.copyOf(tampering);
        }

        public boolean isSound() {
            return tampering.isEmpty();
        }
    }
}
