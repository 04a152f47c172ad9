package uk.homeward.server.journal;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.homeward.server.time.PlaceTime;

/** Seals the journal about once a second. A failure is logged and tried again: events are durable before they are sealed. */
@Component
@DependsOnDatabaseInitialization
class Sealing {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private final Seals seals;
    private final PlaceTime time;

    Sealing(Seals seals, PlaceTime time, JdbcTemplate jdbc, PlaceKey place) {
        this.seals = seals;
        this.time = time;
        newEraAfterRestore(jdbc, place);
    }

    /**
     * A journal that was restored into a new database holds transaction numbers from the old one. If they are not below
     * the new ones, the order of sealing begins a new era.
     */
    private static void newEraAfterRestore(JdbcTemplate jdbc, PlaceKey place) {
        List<Integer> next = jdbc.queryForList("""
                select max(era) + 1 from event
                where place = ? and era = (select max(era) from event where place = ?)
                having max(transaction) >= pg_current_xact_id()
                """, Integer.class, place.value(), place.value());
        if (!next.isEmpty()) {
            jdbc.execute("alter table event alter column era set default " + next.getFirst());
            LOG.info("The journal was restored from elsewhere; it goes on in era {}", next.getFirst());
        }
    }

    @Scheduled(fixedDelay = 1_000)
    void seal() {
        try {
            seals.seal(time.instant());
        } catch (DataAccessException e) {
            LOG.warn("The journal could not be sealed now and will be later: {}", e.getMessage());
        }
    }
}
