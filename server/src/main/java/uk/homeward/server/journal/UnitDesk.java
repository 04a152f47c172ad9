package uk.homeward.server.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.server.time.PlaceTime;

/** Where what is told of a unit is written: one after the other, each with what it changes. */
@Component
public class UnitDesk {

    private final Journal journal;
    private final Units units;
    private final Spots spots;
    private final PlaceTime time;
    private final TransactionTemplate transaction;
    private final Announcer announcer;

    UnitDesk(
            Journal journal,
            Units units,
            JdbcTemplate jdbc,
            PlaceKey place,
            PlaceTime time,
            TransactionTemplate transaction,
            Announcer announcer) {
        this.journal = journal;
        this.units = units;
        this.spots = new Spots(jdbc, place);
        this.time = time;
        this.transaction = transaction;
        this.announcer = announcer;
    }

    /**
     * Tells a unit facts, all of them or none; they must be of one unit.
     *
     * @param key the same key is never applied twice; null where the caller does not repeat itself
     * @return false if the same key had been told before
     * @throws IllegalArgumentException if there is no such unit, or it cannot be so
     */
    public boolean tell(List<? extends PoolEvent> facts, Instant occurredAt, Actor by, @Nullable String key) {
        PoolEvent first = facts.getFirst();
        facts.forEach(UnitDesk::requirePossible);
        Subject subject = Units.subject(first.pool(), first.unit());
        boolean written = Boolean.TRUE.equals(transaction.execute(status -> {
            int version = units.lock(first);
            if (key != null && journal.findByKey(key).isPresent()) {
                return false;
            }
            List<Recorded<PoolEvent>> events =
                    Journal.number(subject, version, occurredAt, time.instant(), by, List.<PoolEvent>copyOf(facts));
            journal.append(events, key);
            events.forEach(units::write);
            return true;
        }));
        if (written) {
            announcer.announce(new Changed(subject, "", first.pool().value()));
        }
        return written;
    }

    /** Everything that was told of a unit, in order. */
    public List<Recorded<PoolEvent>> history(PoolId pool, String unit) {
        return journal.pool(pool.value() + "/" + unit);
    }

    /** Locks a unit for the caller's transaction, then says what somebody new can have; empty if there is no such unit. */
    public Optional<Double> lockedFree(PoolId pool, String unit, Instant now) {
        return units.lockedFree(pool, unit, now);
    }

    /** Why a bed cannot be had, in words that follow its name; empty where it can. */
    public Optional<String> whyNotSpot(PoolId pool, String unit, String spot, Instant now) {
        return spots.whyNot(pool.value(), unit, spot, now);
    }

    private static void requirePossible(PoolEvent event) {
        if (event instanceof PoolEvent.CapacityConfirmed c) {
            Units.requirePossible(c);
        }
        if (event instanceof PoolEvent.TakenElsewhere(PoolId pool, String unit, double places) && !(places >= 0)) {
            throw new IllegalArgumentException(
                    "(" + places + ") places of (" + unit + ") cannot be taken. Maybe: 0 or more");
        }
    }
}
