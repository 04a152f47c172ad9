package uk.homeward.server.access;

import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.time.PlaceTime;

/** Who looked: every read of a person's record is kept, and can be shown to that person. */
@Component
public class Looks {

    /**
     * The start of a statement that keeps looks together with the read itself; the person's column and the rest follow. Its
     * parameters are {@link #values}.
     */
    public static final String AMONG =
            "insert into look (place, at, actor_user, actor_name, actor_role, organisation, what, reason, person)"
                    + " select ?, ?, ?, ?, ?, ?, ?, '', ";

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final PlaceTime time;

    Looks(JdbcTemplate jdbc, PlaceKey place, PlaceTime time) {
        this.jdbc = jdbc;
        this.place = place;
        this.time = time;
    }

    /**
     * Keeps that somebody looked at a person's record.
     *
     * @param what what they opened, in plain words, such as {@code journey}
     * @param reason why, where a reason had to be given; empty otherwise
     */
    public void keep(User user, String person, String what, String reason) {
        jdbc.update(
                "insert into look (place, person, at, actor_user, actor_name, actor_role, organisation, what, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                place.value(),
                person,
                time.instant().atOffset(ZoneOffset.UTC),
                user.id(),
                user.name(),
                user.role().word(),
                user.organisation(),
                what,
                reason);
    }

    /**
     * Keeps that something about a person was sent to another system.
     *
     * @param to the receiver's name
     * @param what what was sent, in plain words, such as {@code discharge}
     */
    public void keepSent(String person, String to, String organisation, String what) {
        jdbc.update(
                "insert into look (place, person, at, actor_user, actor_name, actor_role, organisation, what, reason)"
                        + " values (?, ?, ?, 'system:outgoing', ?, 'system', ?, ?, 'Sent on')",
                place.value(),
                person,
                time.instant().atOffset(ZoneOffset.UTC),
                to,
                organisation,
                what);
    }

    /** The values of {@link #AMONG}. */
    public List<Object> values(User user, String what) {
        return List.of(
                place.value(),
                time.instant().atOffset(ZoneOffset.UTC),
                user.id(),
                user.name(),
                user.role().word(),
                user.organisation(),
                Purpose.with(what));
    }
}
