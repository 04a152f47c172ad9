package uk.homeward.journey.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import uk.homeward.journey.matching.Ruling.Refused;

/** The rules of a search before anybody is asked, in the order in which they are asked. Each is one short method. */
final class SearchRules {

    static final Optional<Refused> ALLOWED = Optional.empty();

    private static final List<Rule> ALL = List.of(
            SearchRules::opensOnce,
            SearchRules::keptPlaceIsNotSearchedFor,
            SearchRules::searchGoesOn,
            SearchRules::onlyWhatIsOverReopens,
            SearchRules::needIsDescribedFirst,
            SearchRules::needIsPossible,
            SearchRules::coupleIsPossible,
            SearchRules::choiceFits,
            SearchRules::otherSettingSaysWhy,
            SearchRules::dearerSaysWhoPays,
            SearchRules::reasonIsGiven,
            SearchRules::takenOnOnce,
            OfferRules::personChoseIt,
            OfferRules::enoughIsKnown,
            OfferRules::oneAtATime,
            OfferRules::offeredPlaceFits,
            OfferRules::offerIsOpen,
            OfferRules::asksOnce,
            OfferRules::answersAQuestion,
            OfferRules::asksBeforeNotKnowing,
            OfferRules::otherReasonInWords,
            OfferRules::trustedUnderAgreement,
            OfferRules::beginsFromToday,
            OfferRules::placedWhereAccepted);

    private SearchRules() {}

    /** One rule; empty where it allows the command. */
    @FunctionalInterface
    interface Rule {
        Optional<Refused> check(Search search, SearchCommand command, SearchSituation situation);
    }

    static Optional<Refused> check(Search search, SearchCommand command, SearchSituation situation) {
        return ALL.stream()
                .map(rule -> rule.check(search, command, situation))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static Optional<Refused> refuse(String code, String why) {
        return Optional.of(new Refused(code, why));
    }

    private static Optional<Refused> opensOnce(Search s, SearchCommand c, SearchSituation at) {
        if (c instanceof SearchCommand.Open) {
            return s.isOpened() ? refuse("already-open", "This search was opened before.") : ALLOWED;
        }
        return s.isOpened() ? ALLOWED : refuse("no-search", "There is no such search. Maybe: open it first.");
    }

    /** A stay in hospital, however long, does not put somebody back into the pool. */
    private static Optional<Refused> keptPlaceIsNotSearchedFor(Search s, SearchCommand c, SearchSituation at) {
        return c instanceof SearchCommand.Open open && !open.keptAt().isBlank()
                ? refuse(
                        "place-kept",
                        "They want to go back to " + open.keptAt()
                                + ", and their place is kept there for as long as they are in hospital. No search is"
                                + " needed. If they no longer want to return, record that on their package.")
                : ALLOWED;
    }

    private static Optional<Refused> searchGoesOn(Search s, SearchCommand c, SearchSituation at) {
        return s.isOver() && !(c instanceof SearchCommand.Reopen)
                ? refuse("search-over", "This search is over. Reopen it with a reason if it should go on.")
                : ALLOWED;
    }

    private static Optional<Refused> onlyWhatIsOverReopens(Search s, SearchCommand c, SearchSituation at) {
        return c instanceof SearchCommand.Reopen && !s.isOver()
                ? refuse("search-goes-on", "This search goes on; nothing needs to be reopened.")
                : ALLOWED;
    }

    private static Optional<Refused> needIsDescribedFirst(Search s, SearchCommand c, SearchSituation at) {
        boolean needsIt = c instanceof SearchCommand.Choose
                || c instanceof SearchCommand.OfferPlace
                || c instanceof SearchCommand.ShowOptions;
        return needsIt && s.wanted().isEmpty()
                ? refuse("need-missing", "Describe what the person needs and wishes first.")
                : ALLOWED;
    }

    private static Optional<Refused> needIsPossible(Search s, SearchCommand c, SearchSituation at) {
        if (!(c instanceof SearchCommand.DescribeNeed need)) {
            return ALLOWED;
        }
        LocalDate from = need.wanted().from();
        if (s.waitingOffer().isPresent()) {
            return refuse(
                    "offer-waits",
                    "A provider is deciding on the need as it was told. Take the offer back before you change it.");
        }
        return from.isBefore(at.today().minusDays(1)) || from.isAfter(at.today().plusYears(1))
                ? refuse(
                        "from-impossible",
                        "The day from which it is needed (" + from + ") is past, or more than a year ahead.")
                : ALLOWED;
    }

    /** Two places are kept for two people in a home; at home both have theirs. */
    private static Optional<Refused> coupleIsPossible(Search s, SearchCommand c, SearchSituation at) {
        if (!(c instanceof SearchCommand.DescribeNeed need) || !need.wanted().forTwo()) {
            return ALLOWED;
        }
        if (need.wanted().partner().equals(s.person())) {
            return refuse("partner-is-self", "Somebody cannot be their own partner. Name the other of the two.");
        }
        return need.wanted().setting().isCareHome()
                ? ALLOWED
                : refuse(
                        "couple-at-home",
                        "A couple who stay at home need no second place. Leave the partner out, and write the hours"
                                + " for both.");
    }

    private static Optional<Refused> choiceFits(Search s, SearchCommand c, SearchSituation at) {
        return c instanceof SearchCommand.Choose choose ? fits(s, choose.provider(), at) : ALLOWED;
    }

    /** Whether a provider could be had; one of another kind than was recommended may be chosen too. */
    static Optional<Refused> fits(Search s, String provider, SearchSituation at) {
        Optional<CareService> service = at.services().apply(provider);
        if (service.isEmpty()) {
            return refuse(
                    "provider-unknown", "There is no such provider (" + provider + "). Choose one from the list.");
        }
        Asked asked = new Asked(s.wanted().orElseThrow(), service.get().kind(), s.declinedBy());
        return at.matcher()
                .whyNot(asked, service.get())
                .flatMap(why -> refuse(why.code(), service.get().title() + ": " + why.words()));
    }

    private static Optional<Refused> otherSettingSaysWhy(Search s, SearchCommand c, SearchSituation at) {
        boolean silent = c instanceof SearchCommand.Choose choose
                && choose.whyOther().isBlank()
                && at.services().apply(choose.provider()).orElseThrow().kind()
                        != s.wanted().orElseThrow().setting();
        return silent
                ? refuse(
                        "why-other-setting",
                        "This is another kind of care than was recommended. Write why it was chosen; both are kept.")
                : ALLOWED;
    }

    private static Optional<Refused> dearerSaysWhoPays(Search s, SearchCommand c, SearchSituation at) {
        if (!(c instanceof SearchCommand.Choose choose) || !choose.topUp().isBlank()) {
            return ALLOWED;
        }
        CareService service = at.services().apply(choose.provider()).orElseThrow();
        double above = at.matcher().match(s.asked().orElseThrow(), service).topUp();
        boolean paysAll = s.wanted().orElseThrow().funder() == uk.homeward.journey.event.Funder.SELF;
        return above > 0 && !paysAll
                ? refuse(
                        "top-up-missing",
                        "Its fixed price (" + service.priceWords()
                                + ") is above the usual one. Write who has agreed to pay the"
                                + " rest, after they were told what it comes to.")
                : ALLOWED;
    }

    private static Optional<Refused> reasonIsGiven(Search s, SearchCommand c, SearchSituation at) {
        Predicate<String> missing = String::isBlank;
        boolean silent = c instanceof SearchCommand.Withdraw withdraw && missing.test(withdraw.reason())
                || c instanceof SearchCommand.Reopen reopen && missing.test(reopen.reason())
                || c instanceof SearchCommand.TakeBack back && missing.test(back.reason())
                || c instanceof SearchCommand.AnswerProposal answer && !answer.taken() && missing.test(answer.reason());
        return silent ? refuse("reason-missing", "Write why, in a few words.") : ALLOWED;
    }

    private static Optional<Refused> takenOnOnce(Search s, SearchCommand c, SearchSituation at) {
        if (!(c instanceof SearchCommand.TakeOn on)) {
            return ALLOWED;
        }
        if (s.escalated().isEmpty()) {
            return refuse("not-escalated", "Too few providers have said no; nobody senior is asked for yet.");
        }
        if (!at.by().role().equals(at.terms().offers().escalatesTo())) {
            return refuse(
                    "not-senior",
                    "This search is with " + s.escalated().orElseThrow().to() + ". Ask them to take it on.");
        }
        if (s.taken().isPresent()) {
            return refuse("taken-on", s.taken().orElseThrow().by().name() + " has taken it on already.");
        }
        return on.plan().isBlank()
                ? refuse("plan-missing", "Write what you do about it, so that the next refusal is not only counted.")
                : ALLOWED;
    }
}
