package uk.homeward.journey.capacity;

import java.time.Instant;

/**
 * How a unit stands.
 *
 * @param capacity beds, places or hours a week in all
 * @param outOfService what cannot be used
 * @param cleaning beds that are being made ready
 * @param taken by whoever is there
 * @param elsewhere of these, people whose way is not followed here
 * @param held kept for people who are not there yet
 * @param confirmedAt when somebody last said how it stands
 * @param confirmedBy who; empty where only the place's data has spoken
 */
public record Room(
        double capacity,
        double outOfService,
        double cleaning,
        double taken,
        double elsewhere,
        double held,
        Instant confirmedAt,
        String confirmedBy) {

    /** What somebody new can have: never less than nothing, although more may be there than there are beds. */
    public double free() {
        return Math.max(0, capacity - outOfService - cleaning - taken - held);
    }

    /** The share of what can be used that is taken or kept; 1 where nothing can be used. */
    public double inUse() {
        double usable = capacity - outOfService;
        return usable <= 0 ? 1 : Math.min(9.99, (taken + held + cleaning) / usable);
    }

    /** How far one may rely on these figures. */
    public Freshness freshness(Instant now) {
        return confirmedBy.isEmpty() ? Freshness.NEVER : Freshness.of(confirmedAt, now);
    }
}
