package uk.homeward.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.homeward.journey.identity.Keys;
import uk.homeward.journey.identity.Matcher.Known;
import uk.homeward.journey.identity.Traits;
import uk.homeward.server.journal.PlaceKey;

/** Finds those who share a key with somebody: few enough to be compared one by one. */
@Repository
class Candidates {

    /** More share a key only where a name or a number is a placeholder. */
    private static final int MOST = 200;

    static final String COLUMNS = "id, nhs_number, family, given, born, sex, address, postcode, phone";

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    Candidates(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    /** A number that another system knows somebody by. */
    record Local(String system, String value) {}

    /** Records that stand and share a key; marked where a system that tells knows them under another number. */
    List<Known> like(Traits told, Collection<Local> numbers) {
        String keys = Arrays.stream(Keys.lookingFor(told))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(",", "{", "}"));
        List<Known> found = jdbc.query(
                "select " + COLUMNS + " from person where place = ? and match_keys && cast(? as int[])"
                        + " and merged_into is null limit " + MOST,
                (row, n) -> new Known(row.getString(1), traits(row), false),
                place.value(),
                keys);
        return numbers.isEmpty() || found.isEmpty() ? found : marked(found, numbers);
    }

    private List<Known> marked(List<Known> found, Collection<Local> numbers) {
        Set<String> otherwise = new HashSet<>();
        jdbc.query(
                "select person, system, value from identifier where place = ? and person = any (?) and system = any"
                        + " (?)",
                row -> {
                    if (!numbers.contains(new Local(row.getString(2), row.getString(3)))) {
                        otherwise.add(row.getString(1));
                    }
                },
                place.value(),
                found.stream().map(Known::id).toArray(String[]::new),
                numbers.stream().map(Local::system).distinct().toArray(String[]::new));
        return found.stream()
                .map(k -> new Known(k.id(), k.traits(), otherwise.contains(k.id())))
                .toList();
    }

    static Traits traits(ResultSet row) throws SQLException {
        return new Traits(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9));
    }
}
