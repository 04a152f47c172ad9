package uk.homeward.journey.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.SearchEvent;
import uk.homeward.journey.event.SearchEvent.PlaceChosen;
import uk.homeward.journey.event.SearchEvent.Wanted;

/** One person's search for a place: the fold of what was told of it. */
public final class Search {

    private final String id;
    private final List<Recorded<SearchEvent>> told;
    private SearchEvent.@Nullable SearchOpened opened;
    private @Nullable Instant openedAt;
    private @Nullable Wanted wanted;
    private int fitting = -1;
    private @Nullable PlaceChosen choice;
    private final List<Offer> offers = new ArrayList<>();
    private int needAtOffer;
    private SearchEvent.@Nullable OptionsShown shown;
    private SearchEvent.@Nullable SearchEscalated escalated;
    private @Nullable Recorded<SearchEvent> taken;
    private SearchState state = new SearchState.Looking();

    private Search(String id, List<Recorded<SearchEvent>> told) {
        this.id = id;
        this.told = List.copyOf(told);
    }

    public static Search of(String id, List<Recorded<SearchEvent>> told) {
        Search search = new Search(id, told);
        search.told.forEach(search::take);
        return search;
    }

    private void take(Recorded<SearchEvent> r) {
        switch (r.event()) {
            case SearchEvent.SearchOpened e -> {
                opened = e;
                openedAt = r.occurredAt();
            }
            case SearchEvent.NeedDescribedForPlace e -> {
                wanted = e.wanted();
                fitting = e.fitting();
                needAtOffer = offers.size();
            }
            case SearchEvent.OptionsShown e -> shown = e;
            case SearchEvent.PlaceChosen e -> choice = e;
            case SearchEvent.PlaceOffered e ->
                offers.add(new Offer(
                        e.offer(),
                        e.provider(),
                        e.about(),
                        e.price(),
                        r.occurredAt(),
                        e.until(),
                        "",
                        "",
                        new Offer.Waiting()));
            case SearchEvent.QuestionAsked e -> change(e.offer(), offer -> offer.asked(e.question()));
            case SearchEvent.QuestionAnswered e -> change(e.offer(), offer -> offer.answered(e.answer(), e.until()));
            case SearchEvent.OfferAccepted e ->
                change(e.offer(), offer -> offer.with(new Offer.Accepted(e.from(), e.assessment(), e.note())));
            case SearchEvent.OfferDeclined e -> {
                change(e.offer(), offer -> offer.with(new Offer.Declined(e.reason(), e.words(), r.occurredAt())));
                choice = null;
            }
            case SearchEvent.OfferTakenBack e ->
                change(e.offer(), offer -> offer.with(new Offer.TakenBack(e.ranOut(), e.reason())));
            case SearchEvent.SearchEscalated e -> escalated = e;
            case SearchEvent.EscalationTaken e -> taken = r;
            case SearchEvent.PersonPlaced e -> state = new SearchState.Placed(e.provider(), e.from());
            case SearchEvent.SearchWithdrawn e -> state = new SearchState.Withdrawn(e.reason());
            case SearchEvent.SearchReopened e -> {
                state = new SearchState.Looking();
                choice = null;
                escalated = null;
                taken = null;
                needAtOffer = offers.size();
            }
            case SearchEvent.ProposalAnswered e -> {} // who decided what of a morning's line stands in the history
            case SearchEvent.SearchRefused e -> {}
        }
    }

    private void change(String offer, java.util.function.UnaryOperator<Offer> change) {
        offers.replaceAll(one -> one.id().equals(offer) ? change.apply(one) : one);
    }

    public String id() {
        return id;
    }

    public int version() {
        return told.size();
    }

    public List<Recorded<SearchEvent>> told() {
        return told;
    }

    public boolean isOpened() {
        return opened != null;
    }

    public String person() {
        return opened == null ? "" : opened.person();
    }

    public String locality() {
        return opened == null ? "" : opened.locality();
    }

    /** The stay in hospital from which they look; empty if they are elsewhere. */
    public String stay() {
        return opened == null ? "" : opened.stay();
    }

    public Optional<Instant> openedAt() {
        return Optional.ofNullable(openedAt);
    }

    /** What is looked for; empty until it was described. */
    public Optional<Wanted> wanted() {
        return Optional.ofNullable(wanted);
    }

    /** How many services fitted when the need was described; -1 before. */
    public int fitting() {
        return fitting;
    }

    public Optional<PlaceChosen> choice() {
        return Optional.ofNullable(choice);
    }

    public Optional<SearchEvent.OptionsShown> shown() {
        return Optional.ofNullable(shown);
    }

    public List<Offer> offers() {
        return List.copyOf(offers);
    }

    public Optional<Offer> findOffer(String offer) {
        return offers.stream().filter(one -> one.id().equals(offer)).findFirst();
    }

    /** The offer that waits for an answer, or whose time ran out and nobody has said so. */
    public Optional<Offer> waitingOffer() {
        return offers.stream()
                .filter(offer -> offer.state() instanceof Offer.Waiting)
                .findFirst();
    }

    public Optional<Offer> acceptedOffer() {
        return offers.reversed().stream()
                .filter(offer -> offer.state() instanceof Offer.Accepted)
                .findFirst()
                .filter(offer -> !isOver());
    }

    /** Providers that said no since the need was described last. */
    public Set<String> declinedBy() {
        return offers.stream()
                .skip(needAtOffer)
                .filter(offer -> offer.declined() != null)
                .map(Offer::provider)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All refusals, whatever the need was. */
    public int refusals() {
        return (int) offers.stream().filter(offer -> offer.declined() != null).count();
    }

    public Optional<SearchEvent.SearchEscalated> escalated() {
        return Optional.ofNullable(escalated);
    }

    /** When somebody senior took it on, who, and what they do about it; empty while nobody has. */
    public Optional<Recorded<SearchEvent>> taken() {
        return Optional.ofNullable(taken);
    }

    /** True while somebody senior must take it on and nobody has. */
    public boolean waitsForSomebodySenior() {
        return escalated != null && taken == null && !isOver();
    }

    public SearchState state() {
        return state;
    }

    public boolean isOver() {
        return !(state instanceof SearchState.Looking);
    }

    /** What a place is asked for, in this kind of care. */
    public Optional<Asked> asked() {
        return wanted().map(need -> new Asked(need, need.setting(), declinedBy()));
    }
}
