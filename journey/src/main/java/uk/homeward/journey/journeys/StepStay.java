package uk.homeward.journey.journeys;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.JourneyEvent.Mode;
import uk.homeward.journey.event.Place;
import uk.homeward.journey.pathway.StepId;

/**
 * One time in a step, from the request to the day the place was given up. Moments that have not come are null.
 *
 * @param requestedAt when the person was ready for it; null where it began without a request
 * @param firstContactMode how the first contact took place; null with it
 * @param completedAt when its work was done
 * @param leftAt when the person gave up the place; where no place is kept, when the work was done
 * @param cancelledAt when the request was taken back
 * @param places what the person occupied
 */
public record StepStay(
        StepId step,
        @Nullable Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant firstContactAt,
        @Nullable Mode firstContactMode,
        @Nullable Instant completedAt,
        @Nullable Instant leftAt,
        @Nullable Instant cancelledAt,
        List<Place> places) {

    public StepStay {
        places = List.copyOf(places);
    }

    /** True if the person was there at this moment: begun and not yet left. */
    public boolean isThereAt(Instant at) {
        return startedAt != null && !at.isBefore(startedAt) && (leftAt == null || !at.isAfter(leftAt));
    }
}
