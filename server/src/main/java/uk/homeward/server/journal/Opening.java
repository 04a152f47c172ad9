package uk.homeward.server.journal;

import java.util.List;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Pool;
import uk.homeward.server.time.PlaceTime;

/** On start, makes known every unit that the place's data describes. What providers confirmed since stays. */
@Component
class Opening {

    private final Units units;
    private final Place place;
    private final PlaceTime time;

    Opening(Units units, Place place, PlaceTime time) {
        this.units = units;
        this.place = place;
        this.time = time;
    }

    @Order(0)
    @EventListener(ApplicationStartedEvent.class)
    void describeUnits() {
        List<Units.Described> described =
                place.pools().stream().map(this::described).toList();
        units.describe(described, time.instant());
    }

    private Units.Described described(Pool pool) {
        return new Units.Described(
                pool.group().id().value(),
                pool.id().value(),
                pool.title(),
                pool.locality() == null ? "" : pool.locality().value(),
                switch (pool.holder()) {
                    case Pool.OfWard w ->
                        place.sites()
                                .get(place.hospitalWards().get(w.ward()).site())
                                .organisation()
                                .value();
                    case Pool.OfTeam t ->
                        place.teams().get(t.team()).organisation().value();
                    case Pool.OfProvider p -> p.provider().value();
                },
                pool.capacity(),
                pool.outOfService());
    }
}
