package uk.homeward.server.capacity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells every few seconds of the holds whose time has run out, so that boards and histories show it. */
@Component
@DependsOnDatabaseInitialization
class Expiring {

    private static final Logger LOG = LoggerFactory.getLogger(Expiring.class);

    private final Holds holds;

    Expiring(Holds holds) {
        this.holds = holds;
    }

    @Scheduled(fixedDelay = 5_000, initialDelay = 5_000)
    void expire() {
        try {
            holds.expire();
        } catch (DataAccessException e) {
            LOG.warn("Holds that ran out could not be told now and will be later: {}", e.getMessage());
        }
    }
}
