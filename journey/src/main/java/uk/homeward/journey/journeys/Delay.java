package uk.homeward.journey.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.pathway.StepId;

/**
 * A time in which the person was ready and did not move: a chain of causes, each with its owner.
 *
 * @param waitsFor the step that is waited for; null while nobody has decided
 * @param until when the person moved; null while they still wait
 */
public record Delay(
        Instant since,
        @Nullable StepId waitsFor,
        List<Cause> causes,
        @Nullable Instant until) {

    public Delay {
        causes = List.copyOf(causes);
    }

    /** A link of the chain: from when this cause held, until the next one or the end. */
    public record Cause(String cause, String owner, Instant from, String note) {}

    /** How long it lasted until now. */
    public Duration lasted(Instant now) {
        Instant end = until == null ? now : until;
        return end.isAfter(since) ? Duration.between(since, end) : Duration.ZERO;
    }
}
