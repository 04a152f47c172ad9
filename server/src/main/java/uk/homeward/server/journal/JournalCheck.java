package uk.homeward.server.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.server.journal.Seals.Head;
import uk.homeward.server.journal.Seals.Tampering;
import uk.homeward.server.journal.Seals.Verdict;

/** Checks every seal of a chain against the rows it covers, and names each row that does not agree. */
@Component
public class JournalCheck {

    private static final String EDITED = "was edited";
    private static final String DELETED = "was deleted";
    private static final String PUT_IN = "was put in afterwards";

    private static final String COVERED = """
        select era, transaction::text::bigint as number_of_transaction, %1$s from %2$s
        where place = ? and organisation = ? and (era, transaction, %3$s) > (?, ?::text::xid8, ?)
          and (era, transaction, %3$s) <= (?, ?::text::xid8, ?)
        order by era, transaction, %3$s
        """;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final SealKey key;

    JournalCheck(JdbcTemplate jdbc, PlaceKey place, SealKey key) {
        this.jdbc = jdbc;
        this.place = place;
        this.key = key;
    }

    /** A check outside the running server. */
    public static JournalCheck of(JdbcTemplate jdbc, PlaceKey place, SealKey key) {
        return new JournalCheck(jdbc, place, key);
    }

    private record Seal(Chain chain, String organisation, Head head, int events, byte[] signature, byte[] digests) {}

    /** Reads the whole chain; memory does not grow with it. */
    public Verdict check(Chain chain) {
        List<Tampering> found = new ArrayList<>();
        long sealed = 0;
        int seals = 0;
        for (String organisation : organisations(chain)) {
            Head before = Head.NONE;
            for (Seal seal : seals(chain, organisation)) {
                check(seal, before, found);
                before = seal.head();
                sealed += seal.events();
                seals++;
            }
        }
        Long all = jdbc.queryForObject(
                "select count(*) from " + chain.table() + " where place = ?", Long.class, place.value());
        Erasure erasure = new Erasure(jdbc, place);
        long standing = (all == null ? 0 : all) + erasure.count(chain);
        List<Tampering> told = new ArrayList<>(inOnePiece(chain, found));
        erasure.untold(chain).forEach(what -> told.add(new Tampering("", 0, 0, what)));
        return new Verdict(sealed, Math.max(0, standing - sealed), seals, told);
    }

    private List<String> organisations(Chain chain) {
        return jdbc.queryForList(
                "select distinct organisation from " + chain.seals() + " where place = ? order by 1",
                String.class,
                place.value());
    }

    private List<Seal> seals(Chain chain, String organisation) {
        return jdbc.query(
                """
                select number, era, last_transaction::text::bigint, last_position, hash, events, signature, digests
                from %s where place = ? and organisation = ? order by number
                """.formatted(chain.seals()),
                (row, n) -> new Seal(
                        chain,
                        organisation,
                        new Head(row.getInt(1), row.getInt(2), row.getLong(3), row.getLong(4), row.getBytes(5)),
                        row.getInt(6),
                        row.getBytes(7),
                        row.getBytes(8)),
                place.value(),
                organisation);
    }

    private void check(Seal seal, Head before, List<Tampering> found) {
        Head head = seal.head();
        if (head.number() != before.number() + 1) {
            found.add(new Tampering(
                    seal.organisation(), before.number() + 1, 0, "a seal is missing before seal " + head.number()));
        }
        if (!key.verifies(
                Seals.signed(seal.chain(), seal.organisation(), head.number(), head.hash()), seal.signature())) {
            found.add(new Tampering(seal.organisation(), head.number(), 0, "the seal's signature is not ours"));
        }
        Seals.Batch batch = new Seals.Batch(seal.chain(), before);
        Deque<Erasure.Gone> gone = new Erasure(jdbc, place).between(seal.chain(), seal.organisation(), before, head);
        jdbc.query(
                COVERED.formatted(
                        seal.chain().columns(),
                        seal.chain().table(),
                        seal.chain().number()),
                row -> {
                    while (!gone.isEmpty()
                            && gone.peek()
                                    .isBefore(
                                            row.getInt("era"),
                                            row.getLong("number_of_transaction"),
                                            row.getLong(seal.chain().number()))) {
                        batch.add(gone.poll());
                    }
                    batch.add(row);
                },
                place.value(),
                seal.organisation(),
                before.era(),
                before.lastTransaction(),
                before.lastPosition(),
                head.era(),
                head.lastTransaction(),
                head.lastPosition());
        gone.forEach(batch::add);
        if (!Arrays.equals(batch.hash(), head.hash())) {
            compare(seal, batch.digests(), found);
        }
    }

    /** The hash does not agree: finds out which rows. */
    private static void compare(Seal seal, byte[] stands, List<Tampering> found) {
        int before = found.size();
        Map<Long, Long> was = digests(seal.digests());
        Map<Long, Long> is = digests(stands);
        Set<Long> positions = new HashSet<>(was.keySet());
        positions.addAll(is.keySet());
        positions.stream().sorted().forEach(position -> {
            Long then = was.get(position);
            Long now = is.get(position);
            if (then == null || now == null || !then.equals(now)) {
                String what = now == null ? DELETED : then == null ? PUT_IN : EDITED;
                found.add(new Tampering(
                        seal.organisation(),
                        seal.head().number(),
                        position,
                        seal.chain().word() + " " + position + " " + what));
            }
        });
        if (found.size() == before) {
            found.add(new Tampering(seal.organisation(), seal.head().number(), 0, "the seal itself was changed"));
        }
    }

    /** A row that left one seal and came into another, or still stands elsewhere, was not deleted but edited. */
    private List<Tampering> inOnePiece(Chain chain, List<Tampering> found) {
        List<Tampering> told = new ArrayList<>();
        for (Tampering one : found) {
            boolean left = one.what().endsWith(DELETED) && stands(chain, one.position());
            boolean came = one.what().endsWith(PUT_IN)
                    && found.stream()
                            .anyMatch(o ->
                                    o.position() == one.position() && o.what().endsWith(DELETED));
            if (left) {
                told.add(new Tampering(
                        one.organisation(),
                        one.seal(),
                        one.position(),
                        chain.word() + " " + one.position() + " " + EDITED));
            } else if (!came) {
                told.add(one);
            }
        }
        return told;
    }

    private boolean stands(Chain chain, long position) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from %s where place = ? and %s = ?)".formatted(chain.table(), chain.number()),
                Boolean.class,
                place.value(),
                position));
    }

    private static Map<Long, Long> digests(byte[] kept) {
        Map<Long, Long> digests = new LinkedHashMap<>();
        ByteBuffer buffer = ByteBuffer.wrap(kept);
        while (buffer.remaining() >= 24) {
            long position = buffer.getLong();
            digests.put(position, buffer.getLong() * 31 + buffer.getLong());
        }
        return digests;
    }
}
