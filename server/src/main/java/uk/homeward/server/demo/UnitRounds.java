package uk.homeward.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.homeward.journey.capacity.UnitAnswer;
import uk.homeward.journey.capacity.UnitRules;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.journey.event.PoolEvent.Offer;
import uk.homeward.journey.event.Slot;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.server.capacity.UnitsNow;
import uk.homeward.server.capacity.UnitsNow.UnitLine;
import uk.homeward.server.journal.UnitDesk;
import uk.homeward.server.time.PlaceTime;

/**
 * The made-up units of the demo keep their figures fresh: a few at a time confirm, now and then a care home says that one
 * more or one fewer is free, home-care agencies say at which times of the day they have hours, and units whose people no
 * journey of the demo reaches say how many others are there. Most do it twice a day; some forget, as real ones do.
 */
@Component
class UnitRounds {

    private static final Logger LOG = LoggerFactory.getLogger(UnitRounds.class);
    private static final int AT_ONCE = 12;
    /** Nobody has to wait long for a place that speaks for itself. */
    private static final int AT_FIRST = 60;

    /** The usual share in use of pools whose people the demo does not follow. */
    private static final Map<String, Double> USUAL_USE = Map.of(
            "emergency-bays", 0.85, "discharge-chairs", 0.5, "virtual-ward-places", 0.78, "mental-health-beds", 0.95);

    /** Hours a week of one that is free: an hour is one, a place of enablement at home is about five. */
    private static final Map<String, Double> HOURS_OF_ONE_FREE = Map.of("home-care-hours", 1.0, "home-places", 5.0);

    private static final Duration AGAIN = Duration.ofHours(9);

    private final DemoLife life;
    private final UnitsNow units;
    private final UnitDesk desk;
    private final PlaceTime time;
    private final SplittableRandom luck = new SplittableRandom(DemoLife.SEED);

    UnitRounds(DemoLife life, UnitsNow units, UnitDesk desk, PlaceTime time) {
        this.life = life;
        this.units = units;
        this.desk = desk;
        this.time = time;
    }

    @Scheduled(fixedDelay = 2_000, initialDelay = 2_000)
    void round() {
        if (!life.hasLife()) {
            return;
        }
        try {
            Instant now = time.instant();
            List<UnitLine> due = units.list().stream()
                    .filter(u -> isDue(u, now) && (life.isAlive() || !canWait(u)))
                    .sorted(Comparator.comparing(UnitRounds::canWait)
                            .thenComparing(u -> u.room().confirmedAt()))
                    .toList();
            boolean first = due.stream().anyMatch(UnitRounds::isSilent);
            due.stream().limit(first ? AT_FIRST : AT_ONCE).forEach(u -> say(u, now));
        } catch (DataAccessException e) {
            LOG.debug("The demo's units try again in a moment", e);
        }
    }

    private static boolean isDue(UnitLine unit, Instant now) {
        Duration again = forgets(unit) ? AGAIN.multipliedBy(6) : AGAIN;
        return isSilent(unit) || unit.room().confirmedAt().plus(again).isBefore(now);
    }

    /** One in twelve forgets for days. */
    private static boolean forgets(UnitLine unit) {
        return Math.floorMod(unit.unit().hashCode(), 12) == 0;
    }

    /** Of whom no journey of the demo says anything speaks first: their pages would stay empty. */
    private static boolean canWait(UnitLine unit) {
        return !isSilent(unit) || !USUAL_USE.containsKey(unit.pool());
    }

    private static boolean isSilent(UnitLine unit) {
        return unit.room().confirmedBy().isEmpty();
    }

    /** Whoever forgets spoke last one or two days ago. */
    private Instant spoke(UnitLine unit, Instant now) {
        return forgets(unit) && isSilent(unit) ? now.minus(Duration.ofHours(14 + luck.nextInt(36))) : now;
    }

    private void say(UnitLine unit, Instant now) {
        PoolId pool = PoolId.of(unit.pool());
        List<PoolEvent> facts = new ArrayList<>();
        boolean isProvider = unit.organisation().equals(unit.unit());
        if (isProvider && luck.nextInt(4) == 0) {
            double change = luck.nextBoolean() ? 1 : -1;
            if (UnitRules.change(pool, unit.unit(), unit.room(), change) instanceof UnitAnswer.Done(var told)) {
                facts.addAll(told);
            }
        }
        if (USUAL_USE.containsKey(unit.pool())
                && UnitRules.free(pool, unit.unit(), unit.room(), usuallyFree(unit))
                        instanceof UnitAnswer.Done(var told)) {
            facts.addAll(told);
        }
        double each = HOURS_OF_ONE_FREE.getOrDefault(unit.pool(), 0.0);
        if (each > 0 && units.offers(pool, unit.unit()).isEmpty()) {
            facts.add(new PoolEvent.HoursOffered(pool, unit.unit(), offers(unit, each)));
        }
        if (facts.isEmpty()) {
            facts.add(new PoolEvent.NothingChanged(pool, unit.unit()));
        }
        desk.tell(
                facts, spoke(unit, now), new Actor("demo-unit", "Duty manager", "provider", unit.organisation()), null);
    }

    /** About the usual share is in use; two more or fewer in a hundred each time. */
    private double usuallyFree(UnitLine unit) {
        double usable = unit.room().capacity() - unit.room().outOfService();
        double use = USUAL_USE.getOrDefault(unit.pool(), 0.0) + luck.nextDouble(-0.04, 0.04);
        return Math.max(0, Math.round(usable * (1 - use)));
    }

    /** What is free, spread over the day: mornings are asked for most and are the first to go. */
    private List<Offer> offers(UnitLine unit, double each) {
        List<Offer> offers = new ArrayList<>();
        double free = unit.room().free() * each;
        double[] shares = {0.1, 0.3, 0.35, 0.25};
        for (Slot.Part part : Slot.Part.values()) {
            double hours = Math.floor(free * shares[part.ordinal()]);
            if (hours >= 1) {
                String skill = luck.nextInt(3) == 0 ? "double-handed" : luck.nextInt(3) == 0 ? "medicines" : "";
                offers.add(new Offer(new Slot(unit.locality(), part, skill), hours));
            }
        }
        return offers;
    }
}
