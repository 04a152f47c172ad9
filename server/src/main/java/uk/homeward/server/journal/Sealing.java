package uk.homeward.server.journal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.homeward.server.time.PlaceTime;

/**
 * Seals the journal about once a second, but not while a whole past is being copied into it: sealing would walk over the rows
 * that are not committed yet, again and again. A failure is logged and tried again: events are durable before they
 * are sealed.
 */
@Component
@DependsOnDatabaseInitialization
class Sealing {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private final Seals seals;
    private final PlaceTime time;
    private final BulkJournal bulk;

    Sealing(Seals seals, PlaceTime time, BulkJournal bulk) {
        this.bulk = bulk;
        this.seals = seals;
        this.time = time;
    }

    @Scheduled(fixedDelay = 1_000)
    void seal() {
        if (bulk.isBusy()) {
            return;
        }
        try {
            seals.seal(time.instant());
        } catch (DataAccessException e) {
            LOG.warn("The journal could not be sealed now and will be later: {}", e.getMessage());
        }
    }
}
