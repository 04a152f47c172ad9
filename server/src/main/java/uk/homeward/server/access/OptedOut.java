package uk.homeward.server.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Subject;
import uk.homeward.server.journal.PlaceKey;

/** People who opted out of uses beyond their own care; whatever leaves the place for such a use leaves them out. */
@Component
public class OptedOut {

    /** Whoever opted out under any of their records, with all of their records. */
    private static final String PEOPLE = """
        with recursive gone(id) as (
            select person from consent where place = ? and opted_out
            union
            select x.id from gone join person p on p.place = ? and (p.id = gone.id or p.merged_into = gone.id)
            cross join lateral (values (p.id), (p.merged_into)) x (id) where x.id is not null
        ) select id from gone
        """;

    private static final String THEIRS = """
        select 'JOURNEY', id from journey where place = ? and person = any (?)
        union select 'FLOW', id from spell where place = ? and person = any (?)
        union select 'SPELL', regexp_replace(id, '/[^/]*$', '') from spell where place = ? and person = any (?)
        union select 'GLASS', id from glass where place = ? and person = any (?)
        union select 'ASSESSMENT', id from assessment where place = ? and person = any (?)
        union select 'SEARCH', id from search where place = ? and person = any (?)
        union select 'PACKAGE', id from package where place = ? and person = any (?)
        union select 'HOLD', id from hold where place = ? and person = any (?)
        union select 'PRESCRIPTION', id from social_prescription where place = ? and person = any (?)
        """;
    private static final int KINDS = 9;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    public OptedOut(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    /** Those who opted out, as of one moment, and what is told of them. */
    public record Them(Set<String> people, Set<Subject> subjects) {

        public static final Them NOBODY = new Them(Set.of(), Set.of());

        public Them {
            people = Set.copyOf(people);
            subjects = Set.copyOf(subjects);
        }

        /** True where an event about this is about one of them. */
        public boolean have(Subject subject) {
            return switch (subject.kind()) {
                case PERSON, CONSENT -> people.contains(subject.id());
                case MATCH -> List.of(subject.id().split("\\|")).stream().anyMatch(people::contains);
                // the rest is theirs where it was found to be, and the place's where it was not
                default -> subjects.contains(subject);
            };
        }
    }

    /** The ids of all records of everybody who opted out. */
    public Set<String> people() {
        return new TreeSet<>(jdbc.queryForList(PEOPLE, String.class, place.value(), place.value()));
    }

    public Them now() {
        Collection<String> people = people();
        if (people.isEmpty()) {
            return Them.NOBODY;
        }
        Object[] values = new Object[2 * KINDS];
        for (int i = 0; i < values.length; i += 2) {
            values[i] = place.value();
            values[i + 1] = people.toArray(String[]::new);
        }
        Set<Subject> subjects = new HashSet<>();
        jdbc.query(
                THEIRS,
                row -> {
                    subjects.add(new Subject(Subject.Kind.valueOf(row.getString(1)), row.getString(2)));
                },
                values);
        return new Them(Set.copyOf(people), subjects);
    }
}
