package uk.homeward.journey.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.homeward.journey.event.SearchEvent.Assessment;
import uk.homeward.journey.event.SearchEvent.DeclineReason;
import uk.homeward.journey.event.SearchEvent.Portrait;
import uk.homeward.journey.matching.Ruling.Refused;

/** The rules between an offer and its answer. */
final class OfferRules {

    private OfferRules() {}

    private static Optional<Offer> offer(Search s, SearchCommand c) {
        return switch (c) {
            case SearchCommand.Ask ask -> s.findOffer(ask.offer());
            case SearchCommand.AnswerQuestion answer -> s.findOffer(answer.offer());
            case SearchCommand.Accept accept -> s.findOffer(accept.offer());
            case SearchCommand.Decline decline -> s.findOffer(decline.offer());
            default -> Optional.empty();
        };
    }

    private static boolean isAboutAnOffer(SearchCommand c) {
        return c instanceof SearchCommand.Ask
                || c instanceof SearchCommand.AnswerQuestion
                || c instanceof SearchCommand.Accept
                || c instanceof SearchCommand.Decline;
    }

    static Optional<Refused> personChoseIt(Search s, SearchCommand c, SearchSituation at) {
        boolean other = c instanceof SearchCommand.OfferPlace offer
                && s.choice()
                        .filter(choice -> choice.provider().equals(offer.provider()))
                        .isEmpty();
        return other
                ? SearchRules.refuse(
                        "not-chosen", "The person has not chosen this place. Record whose choice it is first.")
                : SearchRules.ALLOWED;
    }

    /** A provider that knows too little bids blind and refuses later. */
    static Optional<Refused> enoughIsKnown(Search s, SearchCommand c, SearchSituation at) {
        if (!(c instanceof SearchCommand.OfferPlace)) {
            return SearchRules.ALLOWED;
        }
        Portrait p = s.wanted().orElseThrow().portrait();
        List<String> missing = Stream.of(
                        p.moves().isBlank() ? "how they move" : "",
                        p.help().isBlank() ? "what they need help with" : "",
                        p.nights().isBlank() ? "what the nights are like" : "",
                        p.risks().isBlank() ? "what could go wrong" : "")
                .filter(part -> !part.isEmpty())
                .toList();
        return missing.isEmpty()
                ? SearchRules.ALLOWED
                : SearchRules.refuse(
                        "not-enough-known",
                        "A provider cannot decide on this: write " + String.join(", ", missing)
                                + ". So nobody has to ask, and nobody takes somebody and sends them back.");
    }

    static Optional<Refused> oneAtATime(Search s, SearchCommand c, SearchSituation at) {
        if (!(c instanceof SearchCommand.OfferPlace)) {
            return SearchRules.ALLOWED;
        }
        return s.waitingOffer().isPresent() || s.acceptedOffer().isPresent()
                ? SearchRules.refuse(
                        "already-offered",
                        "A provider has been asked already. Wait for the answer, or take the offer back.")
                : SearchRules.ALLOWED;
    }

    static Optional<Refused> offeredPlaceFits(Search s, SearchCommand c, SearchSituation at) {
        return c instanceof SearchCommand.OfferPlace offer
                ? SearchRules.fits(s, offer.provider(), at)
                : SearchRules.ALLOWED;
    }

    /** A hold that ran out is nobody's any more; whoever confirms too late is told so. */
    static Optional<Refused> offerIsOpen(Search s, SearchCommand c, SearchSituation at) {
        if (!isAboutAnOffer(c)) {
            return SearchRules.ALLOWED;
        }
        Offer offer = offer(s, c).orElse(null);
        if (offer == null) {
            return SearchRules.refuse("no-offer", "There is no such offer.");
        }
        if (offer.hasRunOut(at.at())
                || offer.state() instanceof Offer.TakenBack(boolean ranOut, String why) && ranOut) {
            return SearchRules.refuse(
                    "offer-ran-out",
                    "The time to answer ran out, and the place is no longer held for this person. Ring the hub: if"
                            + " it is still free, they offer it again.");
        }
        return switch (offer.state()) {
            case Offer.Waiting waiting -> SearchRules.ALLOWED;
            case Offer.Accepted accepted -> SearchRules.refuse("answered", "This offer was accepted already.");
            case Offer.Declined declined -> SearchRules.refuse("answered", "This offer was declined already.");
            case Offer.TakenBack back ->
                SearchRules.refuse("taken-back", "The hub took this offer back: " + back.reason());
        };
    }

    static Optional<Refused> asksOnce(Search s, SearchCommand c, SearchSituation at) {
        if (!(c instanceof SearchCommand.Ask ask)) {
            return SearchRules.ALLOWED;
        }
        if (ask.question().isBlank()) {
            return SearchRules.refuse("question-missing", "Write everything that you still need to know.");
        }
        return offer(s, c).orElseThrow().question().isEmpty()
                ? SearchRules.ALLOWED
                : SearchRules.refuse("asked-already", "You asked once. Decide on what you know now.");
    }

    static Optional<Refused> answersAQuestion(Search s, SearchCommand c, SearchSituation at) {
        if (!(c instanceof SearchCommand.AnswerQuestion answer)) {
            return SearchRules.ALLOWED;
        }
        if (!offer(s, c).orElseThrow().hasUnansweredQuestion()) {
            return SearchRules.refuse("no-question", "Nothing was asked that is not answered.");
        }
        return answer.answer().isBlank()
                ? SearchRules.refuse("answer-missing", "Write the answer.")
                : SearchRules.ALLOWED;
    }

    static Optional<Refused> asksBeforeNotKnowing(Search s, SearchCommand c, SearchSituation at) {
        return c instanceof SearchCommand.Decline decline
                        && decline.reason() == DeclineReason.NOT_ENOUGH_KNOWN
                        && offer(s, c).orElseThrow().answer().isEmpty()
                ? SearchRules.refuse(
                        "ask-first",
                        "If you do not know enough, ask: you have one question, and your time begins again with"
                                + " the answer.")
                : SearchRules.ALLOWED;
    }

    static Optional<Refused> otherReasonInWords(Search s, SearchCommand c, SearchSituation at) {
        boolean silent = c instanceof SearchCommand.Decline decline
                && decline.words().isBlank()
                && (decline.reason() == DeclineReason.OTHER || decline.reason() == DeclineReason.CANNOT_MEET_NEED);
        return silent
                ? SearchRules.refuse(
                        "reason-missing", "Write what you cannot do, so that the place can see what it lacks.")
                : SearchRules.ALLOWED;
    }

    static Optional<Refused> trustedUnderAgreement(Search s, SearchCommand c, SearchSituation at) {
        if (!(c instanceof SearchCommand.Accept accept) || accept.assessment() == Assessment.TRUSTED) {
            return SearchRules.ALLOWED;
        }
        boolean agreed = at.services()
                .apply(offer(s, c).orElseThrow().provider())
                .filter(service -> at.terms().trusted().contains(service.kind()))
                .isPresent();
        return agreed && accept.note().isBlank()
                ? SearchRules.refuse(
                        "own-assessment",
                        "Under your agreement the trusted assessor's assessment counts. If you must assess again,"
                                + " write why.")
                : SearchRules.ALLOWED;
    }

    static Optional<Refused> beginsFromToday(Search s, SearchCommand c, SearchSituation at) {
        LocalDate from = switch (c) {
            case SearchCommand.Accept accept -> accept.from();
            case SearchCommand.Place place -> place.from();
            default -> at.today();
        };
        return from.isBefore(at.today()) || from.isAfter(at.today().plusDays(90))
                ? SearchRules.refuse("from-impossible", "The day (" + from + ") is past, or more than 90 days ahead.")
                : SearchRules.ALLOWED;
    }

    static Optional<Refused> placedWhereAccepted(Search s, SearchCommand c, SearchSituation at) {
        return c instanceof SearchCommand.Place && s.acceptedOffer().isEmpty()
                ? SearchRules.refuse("not-accepted", "No provider has accepted them yet.")
                : SearchRules.ALLOWED;
    }
}
