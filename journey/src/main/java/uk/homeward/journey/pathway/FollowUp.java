package uk.homeward.journey.pathway;

import java.time.Duration;
import java.util.List;

/**
 * A check some time after a moment, such as where the person is 91 days after enablement began.
 *
 * @param since the moments that start the wait; the first that comes on a journey counts
 */
public record FollowUp(FollowUpId id, String title, List<Moment> since, Duration after, String question) {

    public FollowUp {
        since = List.copyOf(since);
    }
}
