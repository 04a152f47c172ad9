package uk.homeward.server.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
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

/** Checks every seal of the journal against the events it covers, and names each row that does not agree. */
@Component
public class JournalCheck {

    private static final String COVERED =
            "select era, transaction::text::bigint as number_of_transaction, " + EventDigest.COLUMNS + """
            from event
            where place = ? and organisation = ? and (era, transaction, position) > (?, ?::text::xid8, ?)
              and (era, transaction, position) <= (?, ?::text::xid8, ?)
            order by era, transaction, position
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

    private record Seal(String organisation, Head head, int events, byte[] signature, byte[] digests) {}

    /** Reads the whole journal; memory does not grow with it. */
    public Verdict check() {
        List<Tampering> found = new ArrayList<>();
        Map<String, Head> heads = new LinkedHashMap<>();
        long sealed = 0;
        int seals = 0;
        for (String organisation : organisations()) {
            for (Seal seal : seals(organisation)) {
                Head before = heads.getOrDefault(organisation, Head.NONE);
                check(seal, before, found);
                heads.put(organisation, seal.head());
                sealed += seal.events();
                seals++;
            }
        }
        Long all = jdbc.queryForObject("select count(*) from event where place = ?", Long.class, place.value());
        return new Verdict(sealed, Math.max(0, (all == null ? 0 : all) - sealed), seals, found);
    }

    private List<String> organisations() {
        return jdbc.queryForList(
                "select distinct organisation from seal where place = ? order by 1", String.class, place.value());
    }

    private List<Seal> seals(String organisation) {
        return jdbc.query(
                """
                select number, era, last_transaction::text::bigint, last_position, hash, events, signature, digests
                from seal where place = ? and organisation = ? order by number
                """,
                (row, n) -> new Seal(
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
        if (!key.verifies(Seals.signed(seal.organisation(), head.number(), head.hash()), seal.signature())) {
            found.add(new Tampering(seal.organisation(), head.number(), 0, "the seal's signature is not ours"));
        }
        Seals.Batch batch = new Seals.Batch(before);
        jdbc.query(
                COVERED,
                row -> {
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
                String what = now == null ? "was deleted" : then == null ? "was put in afterwards" : "was edited";
                found.add(new Tampering(
                        seal.organisation(), seal.head().number(), position, "event " + position + " " + what));
            }
        });
        if (found.size() == before) {
            found.add(new Tampering(seal.organisation(), seal.head().number(), 0, "the seal itself was changed"));
        }
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
