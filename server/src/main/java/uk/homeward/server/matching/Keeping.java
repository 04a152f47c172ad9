package uk.homeward.server.matching;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.homeward.journey.capacity.Hold;
import uk.homeward.journey.capacity.HoldRules;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.SearchEvent;
import uk.homeward.journey.event.SearchEvent.Wanted;
import uk.homeward.journey.matching.CareService;
import uk.homeward.journey.matching.Search;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Provider;
import uk.homeward.journey.place.ProviderId;
import uk.homeward.journey.place.ProviderKind;
import uk.homeward.server.capacity.HoldLine;
import uk.homeward.server.capacity.HoldTold;
import uk.homeward.server.capacity.HoldWish;
import uk.homeward.server.capacity.Holds;
import uk.homeward.server.time.PlaceTime;

/**
 * Keeps on the capacity board what a search speaks of: a place that is offered is held until the provider must have answered,
 * one that was accepted is the person's, one that was declined or taken back is free for others at once. So the board and the
 * search never tell two stories, and nobody can hold by hand what was offered to somebody.
 */
@Component
public class Keeping {

    private final Holds holds;
    private final Place places;
    private final PlaceTime time;

    Keeping(Holds holds, Place places, PlaceTime time) {
        this.holds = holds;
        this.places = places;
        this.time = time;
    }

    /** Does what an event of a search asks for, in the caller's transaction; what was refused if the place cannot be had. */
    Optional<HoldTold.Refused> follow(Search search, SearchEvent event, Actor by) {
        return switch (event) {
            case SearchEvent.PlaceOffered e -> hold(search, e.provider(), e.offer(), e.until(), by);
            case SearchEvent.QuestionAnswered e -> holdLonger(search, e, by);
            case SearchEvent.OfferAccepted e -> confirm(search, e.offer(), by);
            case SearchEvent.OfferDeclined e ->
                giveBack(search, e.offer(), e.reason().words(), by);
            case SearchEvent.OfferTakenBack e -> giveBack(search, e.offer(), e.reason(), by);
            case SearchEvent.PersonPlaced e -> came(search, e.provider(), by);
            case SearchEvent.SearchOpened e -> Optional.empty();
            case SearchEvent.NeedDescribedForPlace e -> Optional.empty();
            case SearchEvent.OptionsShown e -> Optional.empty();
            case SearchEvent.PlaceChosen e -> Optional.empty();
            case SearchEvent.QuestionAsked e -> Optional.empty();
            case SearchEvent.SearchEscalated e -> Optional.empty();
            case SearchEvent.SearchWithdrawn e -> Optional.empty();
            case SearchEvent.SearchReopened e -> Optional.empty();
            case SearchEvent.EscalationTaken e -> Optional.empty();
            case SearchEvent.ProposalAnswered e -> Optional.empty();
            case SearchEvent.SearchRefused e -> Optional.empty();
        };
    }

    /** A person is with this provider no more: their place is free. */
    public void leave(String person, String provider, String reason, Actor by) {
        kept(person, provider)
                .filter(line -> line.state() == Hold.State.THERE || line.state() == Hold.State.CONFIRMED)
                .forEach(line -> holds.left(line.id(), person, reason, by));
    }

    private Optional<HoldTold.Refused> hold(Search search, String provider, String id, Instant until, Actor by) {
        String whom = whom(search, provider);
        if (whom.isEmpty()
                || !until.isAfter(time.instant())
                || kept(whom, provider).findAny().isPresent()) {
            return Optional.empty();
        }
        Instant latest = time.instant().plus(HoldRules.LONGEST);
        HoldWish wish = new HoldWish(
                pool(provider),
                provider,
                null,
                null,
                amount(search, whom, provider),
                whom,
                "Offered: " + CareService.title(provider(provider).kind()).toLowerCase(java.util.Locale.UK),
                until.isAfter(latest) ? latest : until,
                partner(search, whom));
        return refused(holds.place(search.id() + "/" + id, wish, by, null));
    }

    /** The provider's time begins again with the answer, and so does the hold's. */
    private Optional<HoldTold.Refused> holdLonger(Search search, SearchEvent.QuestionAnswered e, Actor by) {
        giveBack(search, e.offer(), "Held anew after a question was answered", by);
        return hold(search, offered(search, e.offer()), e.offer() + "-answered", e.until(), by);
    }

    private Optional<HoldTold.Refused> confirm(Search search, String offer, Actor by) {
        String provider = offered(search, offer);
        Instant tomorrow = time.instant().plus(java.time.Duration.ofDays(1));
        return hold(search, provider, offer + "-accepted", tomorrow, by)
                .or(() -> kept(whom(search, provider), provider)
                        .flatMap(line -> refused(holds.confirm(line.id(), "", by, null)).stream())
                        .findFirst());
    }

    private Optional<HoldTold.Refused> giveBack(Search search, String offer, String reason, Actor by) {
        String provider = offered(search, offer);
        kept(whom(search, provider), provider)
                .filter(line -> line.state() == Hold.State.HELD || line.state() == Hold.State.CONFIRMED)
                .forEach(line -> holds.giveBack(line.id(), reason, by, null));
        return Optional.empty();
    }

    private Optional<HoldTold.Refused> came(Search search, String provider, Actor by) {
        kept(whom(search, provider), provider).forEach(line -> holds.came(line.id(), by, null));
        return Optional.empty();
    }

    private Stream<HoldLine> kept(String person, String provider) {
        return holds.ofPerson(person).stream().filter(line -> line.unit().equals(provider));
    }

    private static Optional<HoldTold.Refused> refused(HoldTold told) {
        return told instanceof HoldTold.Refused refused ? Optional.of(refused) : Optional.empty();
    }

    private static String offered(Search search, String offer) {
        return search.findOffer(offer).orElseThrow().provider();
    }

    /** For whom a place is held: whoever returns to their own needs none, but their partner does. */
    private static String whom(Search search, String provider) {
        Wanted wanted = search.wanted().orElseThrow();
        return wanted.usual().equals(provider) ? wanted.partner() : search.person();
    }

    private static String partner(Search search, String whom) {
        return whom.equals(search.person()) ? search.wanted().orElseThrow().partner() : "";
    }

    private double amount(Search search, String whom, String provider) {
        if (!partner(search, whom).isEmpty()) {
            return 2;
        }
        double hours = search.wanted().orElseThrow().hoursAWeek();
        return provider(provider).kind() != ProviderKind.HOME_CARE ? 1 : hours > 0 ? hours : Openings.HOURS_FOR_ONE;
    }

    private PoolId pool(String provider) {
        return PoolId.of(
                places.pools().get(provider(provider).pool()).group().id().value());
    }

    private Provider provider(String id) {
        return places.providers().get(ProviderId.of(id));
    }
}
