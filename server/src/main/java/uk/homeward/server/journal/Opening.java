package uk.homeward.server.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Pool;
import uk.homeward.journey.place.Provider;
import uk.homeward.journey.place.ProviderId;
import uk.homeward.server.time.PlaceTime;

/**
 * On start, tells the journal what the place's data says of its units, where it says something new. What a provider has
 * confirmed stays until the data names another capacity than it did before.
 */
@Component
class Opening {

    private static final String WHY = "as the place's data describe it";

    private final Journal journal;
    private final Units units;
    private final Place place;
    private final PlaceTime time;
    private final TransactionTemplate transaction;

    Opening(Journal journal, Units units, Place place, PlaceTime time, TransactionTemplate transaction) {
        this.journal = journal;
        this.units = units;
        this.place = place;
        this.time = time;
        this.transaction = transaction;
    }

    /** What was told of one unit so far: how many facts, and the last of the place's data. */
    private static final class Known {
        private int version;
        private final Map<Class<?>, PoolEvent> said = new HashMap<>();
    }

    @Order(0)
    @EventListener(ApplicationStartedEvent.class)
    void describeUnits() {
        Actor data = Actor.system("place-data", place.id().value());
        transaction.executeWithoutResult(status -> {
            Map<Subject, Known> known = known(data);
            List<Recorded<PoolEvent>> news = new ArrayList<>();
            place.pools().stream()
                    .forEach(pool -> news.addAll(
                            news(pool, known.getOrDefault(subject(pool), new Known()), data, time.instant())));
            journal.append(news, null);
            news.forEach(units::write);
        });
    }

    private Map<Subject, Known> known(Actor data) {
        Map<Subject, Known> known = new HashMap<>();
        for (Recorded<PoolEvent> r : journal.pools()) {
            Known unit = known.computeIfAbsent(r.subject(), s -> new Known());
            unit.version = r.sequence();
            if (r.by().equals(data)) {
                unit.said.put(r.event().getClass(), r.event());
            }
        }
        return known;
    }

    private List<Recorded<PoolEvent>> news(Pool pool, Known known, Actor data, Instant now) {
        List<PoolEvent> news = says(pool).stream()
                .filter(fact -> !fact.equals(known.said.get(fact.getClass())))
                .toList();
        return Journal.number(subject(pool), known.version, now, now, data, news);
    }

    private List<PoolEvent> says(Pool pool) {
        PoolId of = poolOf(pool);
        String unit = pool.id().value();
        List<PoolEvent> says = new ArrayList<>();
        says.add(new PoolEvent.UnitDescribed(
                of,
                unit,
                pool.title(),
                pool.locality() == null ? "" : pool.locality().value(),
                organisation(pool)));
        says.add(new PoolEvent.CapacityConfirmed(of, unit, pool.capacity(), pool.outOfService(), WHY));
        if (pool.namesBeds()) {
            says.add(new PoolEvent.SpotsNamed(of, unit, beds(pool)));
        }
        if (pool.holder() instanceof Pool.OfProvider(ProviderId id)) {
            Provider provider = place.providers().get(id);
            says.add(new PoolEvent.TakenElsewhere(of, unit, provider.capacity() - provider.vacancies()));
        }
        return says;
    }

    /** Beds are numbered until somebody names them. */
    private static List<String> beds(Pool pool) {
        return IntStream.rangeClosed(1, pool.capacity())
                .mapToObj(String::valueOf)
                .toList();
    }

    private static Subject subject(Pool pool) {
        return Units.subject(poolOf(pool), pool.id().value());
    }

    private static PoolId poolOf(Pool pool) {
        return PoolId.of(pool.group().id().value());
    }

    private String organisation(Pool pool) {
        return switch (pool.holder()) {
            case Pool.OfWard w ->
                place.sites()
                        .get(place.hospitalWards().get(w.ward()).site())
                        .organisation()
                        .value();
            case Pool.OfTeam t -> place.teams().get(t.team()).organisation().value();
            case Pool.OfProvider p -> p.provider().value();
        };
    }
}
