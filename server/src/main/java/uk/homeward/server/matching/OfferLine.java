package uk.homeward.server.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.SearchEvent.Portrait;

/**
 * An offer as its provider sees it: enough of the person to decide, and no more. Name and address come with the acceptance.
 *
 * @param funder who pays; empty until the provider has accepted, as it must not matter
 * @param name who they are; empty until the provider has accepted
 * @param contact where they live and how to ring; empty until then
 */
public record OfferLine(
        String search,
        String offer,
        String about,
        String setting,
        List<String> needs,
        Portrait portrait,
        double hoursAWeek,
        LocalDate wantedFrom,
        double price,
        String funder,
        Instant offeredAt,
        Instant until,
        String question,
        String answer,
        String state,
        String reason,
        @Nullable LocalDate from,
        String name,
        String contact) {

    public OfferLine {
        needs = List.copyOf(needs);
    }

    public boolean isOpen(Instant now) {
        return state.equals("WAITING") && now.isBefore(until);
    }
}
