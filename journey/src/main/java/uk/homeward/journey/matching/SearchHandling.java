package uk.homeward.journey.matching;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.SearchEvent;

/** Answers commands on a search: the rules allow or refuse, and the events say what happened. */
public final class SearchHandling {

    private SearchHandling() {}

    public static Ruling answer(Search search, SearchCommand command, SearchSituation situation) {
        return SearchRules.check(search, command, situation)
                .<Ruling>map(refused -> refused)
                .orElseGet(() -> new Ruling.Done(events(search, command, situation)));
    }

    private static List<Event> events(Search s, SearchCommand command, SearchSituation at) {
        return switch (command) {
            case SearchCommand.Open c -> List.of(new SearchEvent.SearchOpened(c.person(), c.locality(), c.stay()));
            case SearchCommand.DescribeNeed c ->
                List.of(new SearchEvent.NeedDescribedForPlace(c.wanted(), c.fitting()));
            case SearchCommand.ShowOptions c -> List.of(new SearchEvent.OptionsShown(c.how(), c.options()));
            case SearchCommand.Choose c -> List.of(chosen(s, c, at));
            case SearchCommand.OfferPlace c -> offered(s, c, at);
            case SearchCommand.Ask c -> List.of(new SearchEvent.QuestionAsked(c.offer(), c.question()));
            case SearchCommand.AnswerQuestion c ->
                List.of(new SearchEvent.QuestionAnswered(c.offer(), c.answer(), until(at)));
            case SearchCommand.Accept c ->
                List.of(new SearchEvent.OfferAccepted(c.offer(), c.from(), c.assessment(), c.note()));
            case SearchCommand.Decline c -> declined(s, c, at);
            case SearchCommand.TakeBack c -> takenBack(s, c, at);
            case SearchCommand.TakeOn c -> List.of(new SearchEvent.EscalationTaken(c.plan()));
            case SearchCommand.Place c ->
                List.of(new SearchEvent.PersonPlaced(
                        s.acceptedOffer().orElseThrow().provider(), c.from()));
            case SearchCommand.Withdraw c -> withdrawn(s, c);
            case SearchCommand.Reopen c -> List.of(new SearchEvent.SearchReopened(c.reason()));
            case SearchCommand.AnswerProposal c ->
                List.of(new SearchEvent.ProposalAnswered(c.provider(), c.taken(), c.reason()));
        };
    }

    private static Instant until(SearchSituation at) {
        return at.at().plus(Duration.ofHours(at.terms().offers().answerHours()));
    }

    private static SearchEvent chosen(Search s, SearchCommand.Choose c, SearchSituation at) {
        CareService service = at.services().apply(c.provider()).orElseThrow();
        return new SearchEvent.PlaceChosen(
                c.provider(),
                service.kind(),
                s.wanted().orElseThrow().setting(),
                c.whyOther(),
                c.chooser(),
                c.words(),
                c.topUp());
    }

    private static List<Event> offered(Search s, SearchCommand.OfferPlace c, SearchSituation at) {
        CareService service = at.services().apply(c.provider()).orElseThrow();
        String id = "offer-" + (s.offers().size() + 1);
        return List.of(new SearchEvent.PlaceOffered(id, c.provider(), c.about(), service.price(), until(at)));
    }

    /** The refusal that is one too many makes the search somebody's who can do more. */
    private static List<Event> declined(Search s, SearchCommand.Decline c, SearchSituation at) {
        List<Event> events = new ArrayList<>();
        events.add(new SearchEvent.OfferDeclined(c.offer(), c.reason(), c.words()));
        int refusals = s.refusals() + 1;
        if (refusals >= at.terms().offers().refusalsUntilEscalation()
                && s.escalated().isEmpty()) {
            events.add(new SearchEvent.SearchEscalated(refusals, escalatedTo(at.terms())));
        }
        return events;
    }

    /** {@code the head of brokerage}, as the role is called. */
    private static String escalatedTo(Terms terms) {
        return "the " + terms.offers().escalatesTo().replace('-', ' ');
    }

    private static List<Event> takenBack(Search s, SearchCommand.TakeBack c, SearchSituation at) {
        return s.findOffer(c.offer())
                .filter(offer -> offer.state() instanceof Offer.Waiting || offer.state() instanceof Offer.Accepted)
                .<List<Event>>map(offer ->
                        List.of(new SearchEvent.OfferTakenBack(c.offer(), offer.hasRunOut(at.at()), c.reason())))
                .orElse(List.of());
    }

    private static List<Event> withdrawn(Search s, SearchCommand.Withdraw c) {
        List<Event> events = new ArrayList<>();
        s.waitingOffer()
                .or(s::acceptedOffer)
                .ifPresent(offer -> events.add(new SearchEvent.OfferTakenBack(offer.id(), false, c.reason())));
        events.add(new SearchEvent.SearchWithdrawn(c.reason()));
        return events;
    }
}
