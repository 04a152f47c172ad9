package uk.homeward.server.hospital;

import java.util.List;
import uk.homeward.journey.capacity.Room;
import uk.homeward.server.capacity.UnitsNow.UnitLine;

/**
 * A ward's room as the capacity board counts it, beside the people on its own board.
 *
 * @param beds beds that can be used
 * @param free beds that somebody new can have
 * @param unnamed people on the ward of whom nobody has said in which bed they lie
 * @param address the ward among all units
 */
public record WardRoom(long beds, long free, long unnamed, String address) {

    static WardRoom of(UnitLine unit, List<StayLine> here) {
        Room room = unit.room();
        return new WardRoom(
                Math.round(room.capacity() - room.outOfService()),
                (long) Math.floor(room.free()),
                here.stream().filter(line -> line.bed().isEmpty()).count(),
                "/capacity/" + unit.pool() + "/" + unit.unit());
    }
}
