package uk.homeward.server.capacity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at the pressure on the place every minute, once the server is ready. */
@Component
class Looking {

    private static final Logger LOG = LoggerFactory.getLogger(Looking.class);

    private final Pressure pressure;
    private volatile boolean ready;

    Looking(Pressure pressure) {
        this.pressure = pressure;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        ready = true;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void look() {
        try {
            if (ready) {
                pressure.look();
            }
        } catch (DataAccessException e) {
            LOG.warn("The pressure on the place could not be read now and will be later: {}", e.getMessage());
        }
    }
}
