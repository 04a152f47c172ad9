package uk.homeward.journey.journeys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.JourneyEvent.FollowedUp;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.pathway.FollowUp;

/**
 * A follow-up of the pathway on one journey, from the first of its moments that came.
 *
 * @param since when the wait for it began
 * @param dueAt when it is due
 * @param doneAt when it was done; null while it is not
 * @param whereabouts where the person was then; null while it is not done
 */
public record FollowUpCheck(
        FollowUp followUp,
        Instant since,
        Instant dueAt,
        @Nullable Instant doneAt,
        @Nullable String whereabouts) {

    /** The follow-ups whose wait has begun, in the order of the pathway. */
    static List<FollowUpCheck> of(Journey journey) {
        return journey.pathway().followUps().values().stream()
                .flatMap(followUp -> of(journey, followUp).stream())
                .toList();
    }

    private static Optional<FollowUpCheck> of(Journey journey, FollowUp followUp) {
        return journey.history().events().stream()
                .filter(r -> begins(followUp, r.event()))
                .findFirst()
                .map(begun -> of(followUp, begun.occurredAt(), done(journey, followUp)));
    }

    private static boolean begins(FollowUp followUp, JourneyEvent event) {
        return Moments.of(event)
                .filter(moment -> followUp.since().stream().anyMatch(since -> since.matches(moment)))
                .isPresent();
    }

    private static Optional<Recorded<JourneyEvent>> done(Journey journey, FollowUp followUp) {
        return journey.history().events().stream()
                .filter(r -> r.event() instanceof FollowedUp e && e.followUp().equals(followUp.id()))
                .findFirst();
    }

    private static FollowUpCheck of(FollowUp followUp, Instant since, Optional<Recorded<JourneyEvent>> done) {
        return new FollowUpCheck(
                followUp,
                since,
                since.plus(followUp.after()),
                done.map(Recorded::occurredAt).orElse(null),
                done.map(r -> ((FollowedUp) r.event()).whereabouts()).orElse(null));
    }
}
