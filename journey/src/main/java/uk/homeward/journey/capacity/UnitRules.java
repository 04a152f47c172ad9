package uk.homeward.journey.capacity;

import java.util.List;
import java.util.Optional;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.journey.event.PoolEvent.Condition;
import uk.homeward.journey.pathway.PoolId;

/** What a unit may say of itself. Each rule is one short method that gives the facts, or refuses with what to do. */
public final class UnitRules {

    private UnitRules() {}

    /** So many are free now: the others are taken, by people of whom we know or by others. */
    public static UnitAnswer free(PoolId pool, String unit, Room room, double free) {
        if (!(free >= 0)) {
            return refuse("negative", "Fewer than none cannot be free. Say 0 where nothing is.");
        }
        double known = room.taken() - room.elsewhere() + room.held();
        double elsewhere = room.capacity() - room.outOfService() - room.cleaning() - known - free;
        if (elsewhere < 0) {
            return refuse(
                    "more-free-than-there-are",
                    "So many cannot be free: there are " + words(room.capacity()) + ", " + words(room.outOfService())
                            + " out of service, and " + words(known)
                            + " taken or held by people whom Homeward knows. Change the number of places, or say who"
                            + " left.");
        }
        return new UnitAnswer.Done(List.of(new PoolEvent.TakenElsewhere(pool, unit, elsewhere)));
    }

    /** One more or one fewer is free than was said. */
    public static UnitAnswer change(PoolId pool, String unit, Room room, double change) {
        return room.free() + change < 0
                ? refuse("nothing-free", "Nothing is free, so nothing more can be taken. Look again at what is free.")
                : free(pool, unit, room, room.free() + change);
    }

    /** So much there is, and so much of it cannot be used. */
    public static UnitAnswer count(
            PoolId pool,
            String unit,
            Room room,
            double capacity,
            double outOfService,
            Optional<Double> free,
            String reason) {
        if (!(capacity >= 0) || !(outOfService >= 0) || outOfService > capacity) {
            return refuse(
                    "impossible-count",
                    "More cannot be out of service than there is, and neither is below 0. Check both numbers.");
        }
        if (outOfService > room.outOfService() && reason.isBlank()) {
            return refuse("reason-missing", "Say why more is out of service, so that somebody can help.");
        }
        PoolEvent.CapacityConfirmed confirmed =
                new PoolEvent.CapacityConfirmed(pool, unit, capacity, outOfService, reason);
        if (free.isEmpty()) {
            return new UnitAnswer.Done(List.of(confirmed));
        }
        Room then = new Room(
                capacity,
                outOfService,
                room.cleaning(),
                room.taken(),
                room.elsewhere(),
                room.held(),
                room.confirmedAt(),
                room.confirmedBy());
        return switch (free(pool, unit, then, free.get())) {
            case UnitAnswer.Refused refused -> refused;
            case UnitAnswer.Done(List<PoolEvent> facts) -> new UnitAnswer.Done(List.of(confirmed, facts.getFirst()));
        };
    }

    /** A bed stands otherwise. */
    public static UnitAnswer spot(
            PoolId pool, String unit, List<String> spots, String spot, Condition condition, String reason) {
        if (!spots.contains(spot)) {
            return refuse(
                    "bed-unknown",
                    "This unit has no bed (" + spot + "). Choose one of its beds, or name its beds anew.");
        }
        if (condition == Condition.OUT_OF_SERVICE && reason.isBlank()) {
            return refuse("reason-missing", "Say why the bed is out of service, so that somebody can help.");
        }
        return new UnitAnswer.Done(List.of(new PoolEvent.SpotChanged(pool, unit, spot, condition, reason)));
    }

    /** The unit's beds have these names. */
    public static UnitAnswer name(PoolId pool, String unit, List<String> spots) {
        return spots.isEmpty() || spots.stream().distinct().count() < spots.size()
                ? refuse("beds-unclear", "Give each bed a name of its own, one after the other.")
                : new UnitAnswer.Done(List.of(new PoolEvent.SpotsNamed(pool, unit, spots)));
    }

    private static UnitAnswer refuse(String code, String why) {
        return new UnitAnswer.Refused(code, why);
    }

    private static String words(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
