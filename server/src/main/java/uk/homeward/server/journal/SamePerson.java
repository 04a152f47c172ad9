package uk.homeward.server.journal;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which records are of one person. Records that were joined keep their own facts; whoever reads what is known of a person
 * reads all of them together.
 */
@Component
public class SamePerson {

    private static final String STANDING = """
        with recursive up as (
            select id, merged_into, 1 as steps from person where place = ? and id = ?
            union all
            select p.id, p.merged_into, up.steps + 1 from up join person p on p.place = ? and p.id = up.merged_into
            where up.steps < 20
        )
        """;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    SamePerson(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    /** The record under which a person is seen: their own, or the one that theirs was joined to. */
    public String standing(String id) {
        List<String> found = jdbc.queryForList(
                STANDING + " select id from up where merged_into is null limit 1",
                String.class,
                place.value(),
                id,
                place.value());
        return found.isEmpty() ? id : found.getFirst();
    }

    /** Every record of the person, the standing one first; only the id itself where nobody is known under it. */
    public List<String> all(String id) {
        List<String> all =
                jdbc.queryForList(STANDING + """
                    , down as (
                        select id, 0 as depth from up where merged_into is null
                        union all
                        select p.id, down.depth + 1 from down join person p on p.place = ? and p.merged_into = down.id
                        where down.depth < 20
                    )
                    select id from down order by depth, id
                    """, String.class, place.value(), id, place.value(), place.value());
        return all.isEmpty() ? List.of(id) : all;
    }

    /** The same as an array, to be bound for {@code person = any (?)}. */
    public String[] array(String id) {
        return all(id).toArray(String[]::new);
    }
}
