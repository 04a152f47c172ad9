package uk.homeward.server.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.server.journal.PlaceKey;

/**
 * Finds people among the whole older population. Exact parts of names come first; where they find too few, names that are
 * spelt nearly so are added, by the share of three-letter groups that they have in common.
 */
@Repository
public class PeopleSearch {

    /** How many are shown at most. */
    static final int MOST = 25;

    private static final int FEW = 5;
    private static final String COLUMNS = """
        select p.id, p.nhs_number, p.given, p.family, p.born, p.address, p.postcode, p.locality, p.practice,
            p.died_at is not null as died,
            exists (select 1 from journey j where j.place = p.place and j.person = p.id and j.ended_at is null) as open
        """;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final TransactionTemplate transaction;

    PeopleSearch(JdbcTemplate jdbc, PlaceKey place, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.place = place;
        this.transaction = transaction;
    }

    /**
     * Somebody who was found.
     *
     * @param open true while the person is on a journey
     */
    public record Found(
            String id,
            @Nullable String nhsNumber,
            String given,
            String family,
            @Nullable LocalDate born,
            String address,
            String postcode,
            String locality,
            String practice,
            boolean died,
            boolean open) {}

    /** The people whom a search means, likeliest first, at most {@link #MOST}. */
    List<Found> find(Search search) {
        if (search.isEmpty()) {
            return List.of();
        }
        if (!search.digits().isEmpty()) {
            return byNumber(search.digits());
        }
        LocalDate born = search.born();
        return born == null ? byName(search) : byDay(born, search.name());
    }

    /** These people, in this order. */
    List<Found> list(List<String> ids) {
        return jdbc.query(
                COLUMNS
                        + " from person p where place = ? and id = any (?) order by array_position(cast(? as text[]),"
                        + " id)",
                PeopleSearch::found,
                place.value(),
                ids.toArray(String[]::new),
                ids.toArray(String[]::new));
    }

    private List<Found> byNumber(String digits) {
        return jdbc.query(
                COLUMNS + " from person p where place = ? and nhs_number = ? and merged_into is null limit " + MOST,
                PeopleSearch::found,
                place.value(),
                digits);
    }

    /** People born on that day, or on the day that a swap of day and month makes of it. */
    private List<Found> byDay(LocalDate born, String name) {
        LocalDate swapped = born.getDayOfMonth() <= 12
                ? LocalDate.of(born.getYear(), born.getDayOfMonth(), Math.min(born.getMonthValue(), 28))
                : born;
        return jdbc.query(COLUMNS + """
             from person p
            where place = ? and (born = ? or born = ?) and merged_into is null
            order by (born = ?) desc, public.similarity(search, ?) desc, family, given, id
            limit ?
            """, PeopleSearch::found, place.value(), born, swapped, born, name, MOST);
    }

    private List<Found> byName(Search search) {
        Map<String, Found> found = new LinkedHashMap<>();
        containing(search).forEach(f -> found.put(f.id(), f));
        if (found.size() < FEW) {
            like(search.name()).forEach(f -> found.putIfAbsent(f.id(), f));
        }
        return found.values().stream().limit(MOST).toList();
    }

    private List<Found> containing(Search search) {
        List<Object> values = new ArrayList<>();
        values.add(place.value());
        StringBuilder where = new StringBuilder();
        for (String word : search.words()) {
            String plain = word.replace("\\", "").replace("%", "").replace("_", "");
            if (plain.length() < 3) {
                where.append(" and (search like ? or search like ?)");
                values.add(plain + "%");
                values.add("% " + plain + "%");
            } else {
                where.append(" and search like ?");
                values.add("%" + plain + "%");
            }
        }
        values.add(search.name());
        return jdbc.query(
                COLUMNS + " from person p where place = ? and merged_into is null" + where
                        + " order by public.similarity(search, ?) desc, family, given, born, id limit " + MOST,
                PeopleSearch::found,
                values.toArray());
    }

    private List<Found> like(String name) {
        List<Found> found = transaction.execute(status -> {
            jdbc.execute("set local pg_trgm.similarity_threshold = 0.38");
            return jdbc.query(
                    COLUMNS + " from person p where place = ? and merged_into is null and search operator(public.%) ?"
                            + " order by public.similarity(search, ?) desc, family, given, id limit " + MOST,
                    PeopleSearch::found,
                    place.value(),
                    name,
                    name);
        });
        return found == null ? List.of() : found;
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getString("id"),
                row.getString("nhs_number"),
                row.getString("given"),
                row.getString("family"),
                row.getObject("born", LocalDate.class),
                row.getString("address"),
                row.getString("postcode"),
                row.getString("locality"),
                row.getString("practice"),
                row.getBoolean("died"),
                row.getBoolean("open"));
    }
}
