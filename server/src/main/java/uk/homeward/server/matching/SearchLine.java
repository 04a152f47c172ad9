package uk.homeward.server.matching;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.SearchEvent.Urgency;
import uk.homeward.journey.place.ProviderKind;

/**
 * One search, as a list shows it.
 *
 * @param setting null while the need is not described
 * @param escalatedAt when providers had said no too often; null if they have not
 * @param takenOnBy who senior took it on then; empty while nobody has
 * @param offeredTo the provider that is deciding; empty if none
 * @param offerUntil when its time runs out; null if nobody is asked
 * @param asks true where it asked something that is not answered
 */
public record SearchLine(
        String id,
        String person,
        String name,
        String stay,
        Instant openedAt,
        @Nullable ProviderKind setting,
        Urgency urgency,
        int fitting,
        String chosen,
        int refusals,
        @Nullable Instant escalatedAt,
        String takenOnBy,
        String state,
        String placedAt,
        @Nullable LocalDate placedFrom,
        String offeredTo,
        @Nullable Instant offerUntil,
        String offerState,
        boolean asks) {

    /** True while somebody senior must take it on and nobody has. */
    public boolean waitsForSomebodySenior() {
        return escalatedAt != null && takenOnBy.isEmpty() && state.equals("LOOKING");
    }

    /** What comes next, and who must do it. */
    public String next(Instant now) {
        if (!state.equals("LOOKING")) {
            return state.equals("PLACED") ? "Placed" : "Withdrawn";
        }
        if (setting == null) {
            return "Describe the need";
        }
        if (asks) {
            return "Answer the provider's question";
        }
        if (offerState.equals("ACCEPTED")) {
            return "Arrange the move";
        }
        if (offerState.equals("WAITING")) {
            return offerUntil != null && now.isBefore(offerUntil)
                    ? "The provider decides"
                    : "Time ran out: offer it again";
        }
        if (!chosen.isEmpty()) {
            return "Ask the place that they chose";
        }
        return fitting == 0 ? "Nothing fits: look wider" : "The person chooses";
    }
}
