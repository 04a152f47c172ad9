package uk.homeward.server.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Subject;
import uk.homeward.server.journal.Changed;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.SamePerson;

/**
 * What staff marked as sensitive. A mark counts at once on the server where it was told, and within a second on every other; while
 * a record is read the database keeps marked items back by itself.
 */
@Component
@DependsOnDatabaseInitialization
public class MarkedItems {

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final SamePerson same;
    private volatile Set<String> marked = Set.of();

    MarkedItems(JdbcTemplate jdbc, PlaceKey place, SamePerson same) {
        this.jdbc = jdbc;
        this.place = place;
        this.same = same;
        look();
    }

    /** One mark; {@code item} is {@code AllergyIntolerance/12} or {@code STORY/walks}. */
    public record Mark(
            String person, String item, String reason, String byName, String byRole, String organisation, Instant at) {}

    @Scheduled(fixedDelay = 1_000)
    void look() {
        marked = new HashSet<>(jdbc.queryForList(
                "select item from marked_item where place = ? and item ~ '^[A-Z][a-z]'", String.class, place.value()));
    }

    @EventListener
    void changed(Changed changed) {
        if (changed.subject().kind() == Subject.Kind.CONSENT) {
            look();
        }
    }

    /** True if this resource is marked. */
    public boolean include(String reference) {
        return marked.contains(reference);
    }

    /** What is marked of a person, under whichever of their records; the newest first. */
    public List<Mark> list(String person) {
        return jdbc.query(
                "select person, item, reason, by_name, by_role, organisation, marked_at from marked_item"
                        + " where place = ? and person = any (?) order by marked_at desc, item",
                (row, n) -> new Mark(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class).toInstant()),
                place.value(),
                same.array(person));
    }

    /** The questions of a person's story whose answers are kept back from whoever reads the record now. */
    public Set<String> hiddenQuestions(String person) {
        return new HashSet<>(jdbc.queryForList(
                "select substr(item, 7) from marked_item where place = ? and person = any (?) and item like 'STORY/%'"
                        + " and coalesce(current_setting('homeward.sensitive', true), '') <> 'yes'",
                String.class, place.value(), same.array(person)));
    }
}
