package uk.homeward.server.capacity;

import java.time.Instant;
import uk.homeward.journey.event.PoolEvent.Condition;

/**
 * A bed.
 *
 * @param isTaken somebody on a journey lies in it
 * @param isHeld it is kept for somebody
 * @param turnarounds how often it was made ready again, and the minutes that took together
 */
public record SpotLine(
        String spot,
        Condition condition,
        String reason,
        Instant since,
        boolean isTaken,
        boolean isHeld,
        int turnarounds,
        long turnaroundMinutes) {

    /** What a bed shows. */
    public enum Shows {
        FREE,
        HELD,
        OCCUPIED,
        LEAVING,
        CLEANING,
        OUT_OF_SERVICE
    }

    public Shows shows() {
        return switch (condition) {
            case OUT_OF_SERVICE -> Shows.OUT_OF_SERVICE;
            case CLEANING -> Shows.CLEANING;
            case LEAVING -> Shows.LEAVING;
            case OCCUPIED -> Shows.OCCUPIED;
            case READY -> isTaken ? Shows.OCCUPIED : isHeld ? Shows.HELD : Shows.FREE;
        };
    }
}
