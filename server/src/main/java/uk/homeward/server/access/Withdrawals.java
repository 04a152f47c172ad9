package uk.homeward.server.access;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Subject;
import uk.homeward.server.journal.Changed;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.time.PlaceTime;

/**
 * Whose access was withdrawn. It counts at once on the server where it was told, and within a second on every other. Who comes in
 * is noted once a day, so that their privacy officer can find them.
 */
@Component
@DependsOnDatabaseInitialization
public class Withdrawals {

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final PlaceTime time;
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private volatile Set<String> withdrawn = Set.of();

    Withdrawals(JdbcTemplate jdbc, PlaceKey place, PlaceTime time) {
        this.jdbc = jdbc;
        this.place = place;
        this.time = time;
        look();
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        withdrawn = new HashSet<>(jdbc.queryForList(
                "select user_id from account_withdrawn where place = ? and withdrawn", String.class, place.value()));
    }

    @EventListener
    void changed(Changed changed) {
        if (changed.subject().kind() == Subject.Kind.ACCOUNT) {
            look();
        }
    }

    /** True if this user may not come in any more. */
    public boolean include(String user) {
        return withdrawn.contains(user);
    }

    /** Notes that somebody came in, once a day for each role and organisation. */
    void note(User user) {
        long today = time.instant().getEpochSecond() / 86_400;
        String who = String.join(" ", user.id(), user.role().word(), user.organisation());
        Long before = seen.put(who, today);
        if (before == null || before != today) {
            jdbc.update(
                    "insert into account_seen (place, user_id, role, organisation, name, seen_on) values (?, ?, ?, ?,"
                            + " ?, ?) on conflict (place, user_id, role, organisation) do update set name = excluded.name,"
                            + " seen_on = excluded.seen_on",
                    place.value(),
                    user.id(),
                    user.role().word(),
                    user.organisation(),
                    user.name(),
                    java.time.LocalDate.ofEpochDay(today));
        }
    }
}
