package uk.homeward.server.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.SearchEvent.Assessment;
import uk.homeward.journey.event.SearchEvent.Chooser;
import uk.homeward.journey.event.SearchEvent.DeclineReason;
import uk.homeward.journey.matching.Match;
import uk.homeward.journey.matching.Matcher;
import uk.homeward.journey.matching.Offer;
import uk.homeward.journey.matching.Search;
import uk.homeward.journey.matching.SearchCommand;
import uk.homeward.journey.place.Place;
import uk.homeward.server.matching.Openings;
import uk.homeward.server.matching.Portraits;
import uk.homeward.server.matching.SearchDesk;
import uk.homeward.server.person.PersonCards;
import uk.homeward.server.time.PlaceTime;

/** What the made-up hub, people and providers do next about a search: choose, ask, answer, move in. */
@Component
class SearchTurns {

    static final Actor HUB = new Actor("system:hub", "The hub", "hub", "bcc");

    private final SearchDesk searches;
    private final MadeUpPackages packages;
    private final Openings openings;
    private final Matcher matcher;
    private final Portraits portraits;
    private final PersonCards people;
    private final Place place;
    private final PlaceTime time;
    private final Luck luck = new Luck(20_260_417);

    SearchTurns(
            SearchDesk searches,
            MadeUpPackages packages,
            Openings openings,
            Matcher matcher,
            Portraits portraits,
            PersonCards people,
            Place place,
            PlaceTime time) {
        this.searches = searches;
        this.packages = packages;
        this.openings = openings;
        this.matcher = matcher;
        this.portraits = portraits;
        this.people = people;
        this.place = place;
        this.time = time;
    }

    void goOn(Search search) {
        Optional<Offer> waiting = search.waitingOffer();
        if (search.acceptedOffer().isPresent()) {
            searches.tell(search.id(), new SearchCommand.Place(today()), HUB, null);
            packages.arrange(search, search.acceptedOffer().get().provider(), today());
        } else if (waiting.isPresent()) {
            answer(search, waiting.get());
        } else if (search.choice().isPresent()) {
            offer(search, search.choice().get().provider());
        } else {
            choose(search);
        }
    }

    private void choose(Search search) {
        List<Match> fits = search.asked()
                .map(asked -> matcher.find(asked, openings.all()).fits())
                .orElse(List.of());
        if (fits.isEmpty()) {
            return;
        }
        int at = (int) (Math.min(3, fits.size()) * luck.uniform(search.id(), "choice" + search.version()));
        Match chosen = fits.get(at);
        Chooser by = luck.happens(0.6, search.id(), "chooser") ? Chooser.PERSON : Chooser.FAMILY;
        searches.tell(
                search.id(),
                new SearchCommand.Choose(
                        chosen.service().id(),
                        by,
                        "",
                        "",
                        chosen.topUp() > 0 ? "A son, who was told what it comes to" : ""),
                HUB,
                null);
    }

    private void offer(Search search, String provider) {
        String about = people.find(search.person())
                .map(card -> portraits.about(card, today()))
                .orElse("");
        searches.tell(search.id(), new SearchCommand.OfferPlace(provider, about), HUB, null);
    }

    private void answer(Search search, Offer offer) {
        String provider = offer.provider();
        if (offer.hasRunOut(time.instant())) {
            searches.tell(search.id(), new SearchCommand.TakeBack(offer.id(), "Nobody answered in time"), HUB, null);
        } else if (offer.hasUnansweredQuestion()) {
            searches.tell(
                    search.id(),
                    new SearchCommand.AnswerQuestion(offer.id(), "One person is enough, with time"),
                    HUB,
                    null);
        } else {
            double chance = luck.uniform(search.id(), "answer" + search.version());
            searches.tell(search.id(), answer(offer, chance), matron(provider), null);
        }
    }

    private SearchCommand answer(Offer offer, double chance) {
        if (chance < 0.15 && offer.question().isEmpty()) {
            return new SearchCommand.Ask(offer.id(), "How many people does it take to help at night?");
        }
        if (chance < 0.4) {
            DeclineReason[] reasons = {
                DeclineReason.CANNOT_MEET_NEED,
                DeclineReason.NO_STAFF,
                DeclineReason.LIVING_TOGETHER,
                DeclineReason.NO_STAFF
            };
            return new SearchCommand.Decline(
                    offer.id(),
                    reasons[(int) (chance * 1000) % reasons.length],
                    "Not safely with the staff of this week");
        }
        return new SearchCommand.Accept(offer.id(), today(), Assessment.TRUSTED, "");
    }

    /** Whoever decides for a provider. */
    Actor matron(String provider) {
        return new Actor("system:" + provider, openings.title(provider), "provider", provider);
    }

    private LocalDate today() {
        return time.instant().atZone(place.zone()).toLocalDate();
    }
}
