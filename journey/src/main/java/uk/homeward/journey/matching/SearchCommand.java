package uk.homeward.journey.matching;

import java.time.LocalDate;
import java.util.List;
import uk.homeward.journey.event.SearchEvent.Assessment;
import uk.homeward.journey.event.SearchEvent.Chooser;
import uk.homeward.journey.event.SearchEvent.DeclineReason;
import uk.homeward.journey.event.SearchEvent.Shown;
import uk.homeward.journey.event.SearchEvent.Wanted;

/** What somebody asks of a search. */
public sealed interface SearchCommand {

    /** The word used in addresses and by scripts. */
    default String word() {
        return getClass().getSimpleName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * Begins a search.
     *
     * @param keptAt where a place is kept for them and they want to return to; empty if nowhere
     */
    record Open(String person, String locality, String stay, String keptAt) implements SearchCommand {}

    record DescribeNeed(Wanted wanted, int fitting) implements SearchCommand {}

    record ShowOptions(String how, List<Shown> options) implements SearchCommand {}

    record Choose(String provider, Chooser chooser, String words, String whyOther, String topUp)
            implements SearchCommand {}

    /** @param about what the provider may know */
    record OfferPlace(String provider, String about) implements SearchCommand {}

    record Ask(String offer, String question) implements SearchCommand {}

    record AnswerQuestion(String offer, String answer) implements SearchCommand {}

    record Accept(String offer, LocalDate from, Assessment assessment, String note) implements SearchCommand {}

    record Decline(String offer, DeclineReason reason, String words) implements SearchCommand {}

    record TakeBack(String offer, String reason) implements SearchCommand {}

    /** Somebody senior takes on a search that was refused too often. @param plan what they do about it */
    record TakeOn(String plan) implements SearchCommand {}

    record Place(LocalDate from) implements SearchCommand {}

    record Withdraw(String reason) implements SearchCommand {}

    record Reopen(String reason) implements SearchCommand {}

    record AnswerProposal(String provider, boolean taken, String reason) implements SearchCommand {}
}
