package uk.homeward.server.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.SamePerson;

/** Reads what is known of people from the projections. */
@Component
public class PersonCards {

    private static final String COLUMNS = """
        id, version, nhs_number, family, given, born, sex, address, postcode, phone, locality, practice, language,
        interpreter, lives_alone, dementia, frailty, residence, died_at, merged_into, matters
        """;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final SamePerson same;
    private final StoryWords story;

    PersonCards(JdbcTemplate jdbc, PlaceKey place, SamePerson same, StoryWords story) {
        this.story = story;
        this.jdbc = jdbc;
        this.place = place;
        this.same = same;
    }

    /** What is known of a person, with their notes; of records that were joined, those of all, the newest of each kind. */
    public Optional<PersonCard> find(String id) {
        return jdbc
                .query(
                        "select " + COLUMNS + " from person where place = ? and id = ?",
                        (row, n) -> card(row, notes(id)),
                        place.value(),
                        id)
                .stream()
                .findFirst();
    }

    /** The people with this NHS number (ten digits); more than one where records were not joined yet. */
    public List<PersonCard> listByNhsNumber(String digits) {
        return jdbc.query(
                "select " + COLUMNS + " from person where place = ? and nhs_number = ? and merged_into is null",
                (row, n) -> card(row, List.of()),
                place.value(),
                digits);
    }

    /**
     * People whose name is like this one, closest first; slips of the pen are forgiven.
     *
     * @param born only people born on this day, or of whom the day is not known; null for everybody
     */
    public List<PersonCard> listByName(String name, @Nullable LocalDate born, int most) {
        return jdbc.query(
                "select " + COLUMNS + """
                     from person
                    where place = ? and merged_into is null and search operator(public.%) lower(?)
                      and (cast(? as date) is null or born is null or born = ?)
                    order by public.similarity(search, lower(?)) desc, family, given, id
                    limit ?
                    """,
                (row, n) -> card(row, List.of()),
                place.value(),
                name,
                born,
                born,
                name,
                most);
    }

    private List<PersonCard.Note> notes(String person) {
        String[] records = same.array(person);
        return jdbc.query("""
            select kind, key, words, detail, told_by, told_at from (
                select distinct on (kind, key) * from person_note n where place = ? and person = any (?)
                  and (current_setting('homeward.sensitive', true) = 'yes' or kind || '/' || key not in (
                      select item from marked_item m where m.place = n.place and m.person = any (?)))
                order by kind, key, told_at desc) newest
            order by kind, sequence, told_at
            """, (row, n) -> note(row), place.value(), records, records);
    }

    private PersonCard.Note note(ResultSet row) throws SQLException {
        PersonCard.Kind kind = PersonCard.Kind.valueOf(row.getString(1));
        String key = row.getString(2);
        String words = row.getString(3);
        boolean answer = kind == PersonCard.Kind.STORY;
        return new PersonCard.Note(
                kind,
                key,
                answer ? story.title(key) : Plain.title(key),
                words,
                answer ? story.answer(key, words) : words,
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }

    private static PersonCard card(ResultSet row, List<PersonCard.Note> notes) throws SQLException {
        return new PersonCard(
                row.getString("id"),
                row.getInt("version"),
                row.getString("nhs_number"),
                row.getString("family"),
                row.getString("given"),
                row.getObject("born", LocalDate.class),
                row.getString("sex"),
                row.getString("address"),
                row.getString("postcode"),
                row.getString("phone"),
                row.getString("locality"),
                row.getString("practice"),
                row.getString("language"),
                row.getBoolean("interpreter"),
                row.getBoolean("lives_alone"),
                row.getBoolean("dementia"),
                row.getInt("frailty"),
                row.getString("residence"),
                instant(row.getObject("died_at", OffsetDateTime.class)),
                row.getString("merged_into"),
                row.getString("matters"),
                notes);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
