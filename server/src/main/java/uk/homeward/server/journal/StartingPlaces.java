package uk.homeward.server.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.capacity.Hold;
import uk.homeward.journey.capacity.HoldAnswer;
import uk.homeward.journey.capacity.HoldRules;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.HoldEvent;
import uk.homeward.journey.event.Place;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.Step;

/**
 * Finds the places in which somebody begins a step: those that are held for them first, else what is free. All within the
 * caller's transaction, which locks each unit until it ends.
 */
@Component
final class StartingPlaces {

    private final Units units;
    private final Ledger ledger;
    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    StartingPlaces(Units units, Ledger ledger, JdbcTemplate jdbc, PlaceKey place) {
        this.units = units;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.place = place;
    }

    /** The places, and the person's holds in their pools: settled once the step has begun. */
    record Found(List<Place> places, List<String> holds) {

        static final Found NONE = new Found(List.of(), List.of());

        Found {
            places = List.copyOf(places);
            holds = List.copyOf(holds);
        }
    }

    private record Held(String id, Place place) {}

    /**
     * A place in every pool that the step occupies; empty if one of them is full.
     *
     * @param wanted the places that were chosen; empty to have them found
     */
    Optional<Found> find(Step step, List<Place> wanted, String locality, String person, Instant now) {
        List<Place> places = new ArrayList<>();
        List<String> holds = new ArrayList<>();
        for (PoolId pool : step.occupies().keySet()) {
            List<Held> held = held(pool, person, now);
            held.forEach(h -> holds.add(h.id()));
            List<Place> chosen =
                    wanted.stream().filter(w -> w.pool().equals(pool)).toList();
            Optional<Place> found = chosen.isEmpty()
                    ? kept(held, null, now).or(() -> units.findFree(pool, locality, now))
                    : kept(held, chosen.getFirst(), now).or(() -> units.ifFree(chosen.getFirst(), now));
            if (found.isEmpty()) {
                return Optional.empty();
            }
            places.add(found.get());
        }
        return Optional.of(new Found(places, holds));
    }

    private List<Held> held(PoolId pool, String person, Instant now) {
        return jdbc.query(
                "select id, unit, spot from hold where place = ? and person = ? and pool = ? and keeps_until > ?"
                        + " order by placed_at, id",
                (row, n) -> new Held(row.getString(1), new Place(pool, row.getString(2), row.getString(3))),
                place.value(),
                person,
                pool.value(),
                Journal.at(now));
    }

    /** The person's own held place, if it still keeps once nobody else can change it. */
    private Optional<Place> kept(List<Held> held, @Nullable Place wanted, Instant now) {
        for (Held h : held) {
            if (wanted == null || wanted.unit().equals(h.place().unit())) {
                ledger.lock(Subject.hold(h.id()));
                units.lockedFree(h.place().pool(), h.place().unit(), now);
                if (Hold.of(ledger.history(Subject.hold(h.id())))
                        .filter(k -> k.keeps(now))
                        .isPresent()) {
                    return Optional.of(h.place());
                }
            }
        }
        return Optional.empty();
    }

    /** Tells the holds that the person began: the one that was used is taken, others of the same kind are given back. */
    void began(Found found, String journey, Instant at, Actor by) {
        for (String id : found.holds()) {
            ledger.tell(Subject.hold(id), at, by, null, before -> verdict(found, journey, Hold.of(before), at));
        }
    }

    private static Verdict verdict(Found found, String journey, Optional<Hold> hold, Instant at) {
        boolean used = hold.filter(h -> found.places().stream()
                        .anyMatch(p -> p.unit().equals(h.asked().unit())
                                && p.pool().equals(h.asked().pool())))
                .isPresent();
        HoldAnswer answer =
                used ? HoldRules.take(hold, journey) : HoldRules.giveBack(hold, "Began in another place", at);
        return answer instanceof HoldAnswer.Done(List<HoldEvent> events) ? new Verdict.Done(events) : Verdict.done();
    }
}
