package uk.homeward.server.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.server.journal.Seals.Tampering;

/**
 * The signed heads of all chains, given out of the house: whoever holds one can tell later whether what stood before it still
 * stands, even if rows and their seals were taken away together.
 */
@Component
public class Heads {

    private static final String COLUMNS = "chain,organisation,seal,rows_in_seal,sealed_at,hash,signature";

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final SealKey key;

    Heads(JdbcTemplate jdbc, PlaceKey place, SealKey key) {
        this.jdbc = jdbc;
        this.place = place;
        this.key = key;
    }

    /** Heads outside the running server. */
    public static Heads of(JdbcTemplate jdbc, PlaceKey place, SealKey key) {
        return new Heads(jdbc, place, key);
    }

    /** The newest head of each organisation's chains, as lines of a table with a line of titles. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(COLUMNS));
        for (Chain chain : Chain.values()) {
            lines.addAll(jdbc.query(
                    """
                    select distinct on (organisation) organisation, number, events, sealed_at, hash, signature from %s
                    where place = ? order by organisation, number desc
                    """.formatted(chain.seals()),
                    (row, n) -> String.join(
                            ",",
                            chain.title(),
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getObject(4, java.time.OffsetDateTime.class)
                                    .toInstant()
                                    .toString(),
                            HexFormat.of().formatHex(row.getBytes(5)),
                            Base64.getEncoder().encodeToString(row.getBytes(6))),
                    place.value()));
        }
        return lines;
    }

    /** Writes the heads; the file is there whole or not at all. */
    public void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path half = file.resolveSibling(file.getFileName() + ".part");
            Files.write(half, lines());
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the heads could not be written to (" + file + ")", e);
        }
    }

    /** Which heads of a chain that were given out before, in this file or in all files of this folder, no longer stand. */
    public List<Tampering> missing(Chain chain, Path given) {
        List<Tampering> found = new ArrayList<>();
        try (Stream<Path> files = Files.isDirectory(given) ? Files.list(given) : Stream.of(given)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
                Files.readAllLines(file).stream()
                        .skip(1)
                        .map(line -> line.split(",", -1))
                        .filter(cells -> cells[0].equals(chain.title()))
                        .forEach(cells -> check(chain, cells, file, found));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the heads (" + given + ") could not be read", e);
        }
        return found;
    }

    private void check(Chain chain, String[] cells, Path file, List<Tampering> found) {
        String organisation = cells[1];
        int number = Integer.parseInt(cells[2]);
        byte[] hash = HexFormat.of().parseHex(cells[5]);
        if (!key.verifies(
                Seals.signed(chain, organisation, number, hash),
                Base64.getDecoder().decode(cells[6]))) {
            found.add(new Tampering(
                    organisation, number, 0, "the head in " + file.getFileName() + " does not bear our signature"));
            return;
        }
        List<byte[]> stands = jdbc.query(
                "select hash from " + chain.seals() + " where place = ? and organisation = ? and number = ?",
                (row, n) -> row.getBytes(1),
                place.value(),
                organisation,
                number);
        if (stands.isEmpty() || !Arrays.equals(stands.getFirst(), hash)) {
            found.add(new Tampering(
                    organisation,
                    number,
                    0,
                    "the head that was given out in " + file.getFileName() + " no longer stands"));
        }
    }
}
