package uk.homeward.server.matching;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.SearchEvent;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.matching.Matcher;
import uk.homeward.journey.matching.Ruling;
import uk.homeward.journey.matching.Search;
import uk.homeward.journey.matching.SearchCommand;
import uk.homeward.journey.matching.SearchHandling;
import uk.homeward.journey.matching.SearchSituation;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.journal.Ledger;
import uk.homeward.server.journal.Verdict;
import uk.homeward.server.time.PlaceTime;

/** The desk for searches: pages, scripts, links and the demo all tell it. */
@Component
public class SearchDesk {

    private final Ledger ledger;
    private final Openings openings;
    private final Keeping keeping;
    private final Matcher matcher;
    private final Place place;
    private final PlaceTime time;

    SearchDesk(Ledger ledger, Openings openings, Keeping keeping, Matcher matcher, Place place, PlaceTime time) {
        this.ledger = ledger;
        this.openings = openings;
        this.keeping = keeping;
        this.matcher = matcher;
        this.place = place;
        this.time = time;
    }

    /**
     * Tells a search something.
     *
     * @param key the same key is never applied twice; null where the caller does not repeat themselves
     */
    public Entry tell(String id, SearchCommand command, Instant occurredAt, Actor by, @Nullable String key) {
        return ledger.tell(Subject.search(id), occurredAt, by, key, before -> {
            if (command instanceof SearchCommand.OfferPlace offer) {
                openings.lock(offer.provider());
            }
            SearchSituation situation = new SearchSituation(occurredAt, by, place.zone(), matcher, openings::find);
            Search search = of(id, before);
            return kept(search, command, SearchHandling.answer(search, command, situation), by);
        });
    }

    /** The same, now. */
    public Entry tell(String id, SearchCommand command, Actor by, @Nullable String key) {
        return tell(id, command, time.instant(), by, key);
    }

    /** The search as it stands; empty if there is none. */
    public Optional<Search> find(String id) {
        return Optional.of(of(id, ledger.history(Subject.search(id)))).filter(Search::isOpened);
    }

    private static Search of(String id, List<Recorded<Event>> told) {
        return Search.of(
                id,
                told.stream()
                        .map(r -> new Recorded<>(
                                r.subject(), r.sequence(), r.occurredAt(), r.recordedAt(), r.by(), (SearchEvent)
                                        r.event()))
                        .toList());
    }

    /** What the rules allow holds only if the capacity board can keep the place too. */
    private Verdict kept(Search search, SearchCommand command, Ruling ruling, Actor by) {
        return switch (ruling) {
            case Ruling.Done done ->
                done.events().stream()
                        .flatMap(event -> keeping.follow(search, (SearchEvent) event, by).stream())
                        .findFirst()
                        .<Verdict>map(no -> refused(command, no.code(), no.why()))
                        .orElseGet(() -> new Verdict.Done(done.events()));
            case Ruling.Refused(String code, String why) -> refused(command, code, why);
        };
    }

    private static Verdict refused(SearchCommand command, String code, String why) {
        return new Verdict.Refused(new SearchEvent.SearchRefused(command.word(), code, why));
    }
}
