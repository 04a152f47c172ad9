package uk.homeward.server.measures;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.insight.events.Deprivation;
import uk.homeward.insight.events.PersonFacts;
import uk.homeward.server.journal.PlaceKey;

/** Reads of people what is published of them, and what they have to do with. */
final class PublishedPeople {

    /** Records that were merged lead, over several merges where need be, to the one that stands for them. */
    private static final String FIND = """
        with recursive up(id, top, depth) as (
            select id, coalesce(merged_into, id), 1 from person where place = ? and id = any(?)
            union all
            select up.id, p.merged_into, up.depth + 1 from up
            join person p on p.place = ? and p.id = up.top and p.merged_into is not null and up.depth < 20
                and up.top <> up.id
        ), stands(id, top) as (select distinct on (id) id, top from up order by id, depth desc)
        select p.id, s.top, p.born, p.sex, p.locality, p.postcode, p.ethnicity, p.residence, p.frailty, p.dementia, p.lives_alone,
            p.died_at, (select count(*) from person_note n
                        where n.place = p.place and n.person = p.id and n.kind = 'CARER') as carers
        from stands s join person p on p.place = ? and p.id = s.id
        """;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final Deprivation deprivation;

    PublishedPeople(JdbcTemplate jdbc, PlaceKey place, Deprivation deprivation) {
        this.jdbc = jdbc;
        this.place = place;
        this.deprivation = deprivation;
    }

    /** Those of them who are registered, by id. */
    Map<String, PersonFacts> find(Collection<String> ids) {
        Map<String, PersonFacts> people = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.query(
                    FIND,
                    row -> {
                        people.put(row.getString("id"), person(row));
                    },
                    place.value(),
                    ids.toArray(String[]::new),
                    place.value(),
                    place.value());
        }
        return people;
    }

    private PersonFacts person(ResultSet row) throws SQLException {
        @Nullable Date born = row.getDate("born");
        @Nullable Timestamp died = row.getTimestamp("died_at");
        return new PersonFacts(
                row.getString("id"),
                row.getString("top"),
                born == null ? null : born.toLocalDate(),
                row.getString("sex"),
                row.getString("locality"),
                deprivation.fifth(row.getString("postcode")),
                row.getString("ethnicity"),
                row.getString("residence"),
                row.getInt("frailty"),
                row.getBoolean("dementia"),
                row.getBoolean("lives_alone"),
                row.getInt("carers"),
                died == null ? null : died.toInstant());
    }

    List<String> journeysOf(Collection<String> people) {
        return people.isEmpty()
                ? List.of()
                : jdbc.queryForList(
                        "select id from journey where place = ? and person = any(?)",
                        String.class,
                        place.value(),
                        people.toArray(String[]::new));
    }

    /** The subjects under which these people's stays are told: {@code organisation/person}. */
    List<String> spellsOf(Collection<String> people) {
        return people.isEmpty()
                ? List.of()
                : jdbc.queryForList("""
                    select distinct left(id, strpos(id, '/') + length(person)) from spell
                    where place = ? and person = any(?)
                    """, String.class, place.value(), people.toArray(String[]::new));
    }
}
