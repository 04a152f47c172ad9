package uk.homeward.server.capacity;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.capacity.Freshness;
import uk.homeward.journey.capacity.Hold;
import uk.homeward.journey.capacity.Room;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.server.capacity.UnitsNow.UnitLine;
import uk.homeward.server.web.Times;

/** How capacity is written for people. */
public record CapacityWords(CapacityBoard board, Times times, Instant now) {

    /** Whole numbers without a point: {@code 12}, {@code 7.5}. */
    public String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.UK, "%.1f", value);
    }

    public String percent(double share) {
        return Math.round(share * 100) + "%";
    }

    public String chance(double chance) {
        return Double.isNaN(chance) ? "–" : chance < 0.005 ? "0%" : percent(chance);
    }

    public String pool(String id) {
        return board.title(id);
    }

    public String area(String id) {
        return board.locality(id);
    }

    public String of(double many, String pool) {
        String word = board.word(pool);
        return number(many) + " " + (many == 1 ? word : plural(word));
    }

    private static String plural(String word) {
        int space = word.indexOf(' ');
        return space < 0
                ? (word.equals("person") ? "people" : word + "s")
                : word.substring(0, space) + "s" + word.substring(space);
    }

    /** {@code confirmed 3 hours ago by Helen Marsh}; never as if it were fresh when it is not. */
    public String confirmed(Room room) {
        return switch (room.freshness(now)) {
            case FRESH -> "confirmed " + ago(room.confirmedAt()) + " by " + room.confirmedBy();
            case AMBER -> "ask first: last confirmed " + ago(room.confirmedAt()) + " by " + room.confirmedBy();
            case STALE -> "out of date: last confirmed " + ago(room.confirmedAt()) + " by " + room.confirmedBy();
            case NEVER -> "never confirmed by the unit itself";
        };
    }

    private String ago(Instant at) {
        return times.since(at) + " ago";
    }

    /** The class of a badge that shows the age. */
    public String badge(Room room) {
        return switch (room.freshness(now)) {
            case FRESH -> "hw-clock";
            case AMBER -> "hw-clock hw-clock--warning";
            case STALE -> "hw-clock hw-clock--breached";
            case NEVER -> "hw-clock hw-clock--paused";
        };
    }

    public boolean isOld(Room room) {
        return room.freshness(now) != Freshness.FRESH;
    }

    /** The address of a unit's page. */
    public String address(UnitLine unit) {
        return "/capacity/" + unit.pool() + "/" + unit.unit();
    }

    public String bed(SpotLine spot) {
        return switch (spot.shows()) {
            case FREE -> "Free";
            case HELD -> "Held";
            case OCCUPIED -> "Occupied";
            case LEAVING -> "Leaving";
            case CLEANING -> "Being cleaned";
            case OUT_OF_SERVICE -> "Out of service";
        };
    }

    public String condition(PoolEvent.Condition condition) {
        return switch (condition) {
            case READY -> "Ready";
            case OCCUPIED -> "Occupied";
            case LEAVING -> "Somebody is leaving";
            case CLEANING -> "Being cleaned";
            case OUT_OF_SERVICE -> "Out of service";
        };
    }

    public String hold(HoldLine hold) {
        return switch (hold.state()) {
            case HELD -> "Held until " + times.moment(hold.expiresAt());
            case CONFIRMED -> "Confirmed, awaited";
            case THERE -> "There";
            case TAKEN -> "Began there";
            case GIVEN_BACK -> "Given back";
            case EXPIRED -> "Ran out";
            case LEFT -> "Left";
        };
    }

    public boolean isAwaited(HoldLine hold) {
        return hold.state() == Hold.State.HELD || hold.state() == Hold.State.CONFIRMED;
    }

    public String part(@Nullable String part) {
        return part == null || part.isEmpty()
                ? ""
                : part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT);
    }
}
