package uk.homeward.server.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.SearchEvent.Wanted;
import uk.homeward.journey.matching.Asked;
import uk.homeward.journey.matching.Matcher;
import uk.homeward.journey.matching.Search;
import uk.homeward.journey.matching.SearchCommand;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.journal.PersonKeys;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.PersonCards;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fault;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/** Takes what was filled in about a search, on a page or by a script, tells it to the desk, and says what became of it. */
@Component
class SearchTelling {

    private final SearchDesk desk;
    private final Openings openings;
    private final Matcher matcher;
    private final PersonCards people;
    private final Portraits portraits;
    private final KeptPlaces kept;
    private final PersonKeys persons;
    private final SearchList list;
    private final Place place;
    private final PlaceTime time;
    private final SearchReader reader;

    SearchTelling(
            SearchDesk desk,
            Openings openings,
            Matcher matcher,
            uk.homeward.journey.matching.Travel travel,
            PersonCards people,
            Portraits portraits,
            KeptPlaces kept,
            PersonKeys persons,
            SearchList list,
            Place place,
            PlaceTime time) {
        this.desk = desk;
        this.openings = openings;
        this.matcher = matcher;
        this.people = people;
        this.portraits = portraits;
        this.kept = kept;
        this.persons = persons;
        this.list = list;
        this.place = place;
        this.time = time;
        this.reader = new SearchReader(matcher.terms(), travel);
    }

    /** What became of it. */
    sealed interface Outcome {}

    record Faulty(List<Fault> faults) implements Outcome {}

    record Told(Entry entry, String search) implements Outcome {}

    /** The search; answers 404 if there is none. */
    Search get(String id) {
        return desk.find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "there is no search (" + id + "). Maybe: it was opened in another place"));
    }

    LocalDate today() {
        return time.instant().atZone(place.zone()).toLocalDate();
    }

    Form form(Fields fields) {
        return new Form(fields, place.zone(), time.instant());
    }

    /** Opens a search and describes the need, or describes it anew. */
    Outcome describe(@Nullable String search, String person, Fields fields, Actor by, @Nullable String key) {
        Form form = form(fields);
        Wanted wanted = reader.wanted(form, partner(form), today());
        if (!form.faults().isEmpty()) {
            return new Faulty(form.faults());
        }
        String id = search == null ? "search-" + UUID.randomUUID() : search;
        if (search == null) {
            PersonCard card = people.find(person)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such person"));
            Entry opened = desk.tell(
                    id,
                    new SearchCommand.Open(person, card.locality(), portraits.stay(person), kept.where(person)),
                    by,
                    key);
            if (opened instanceof Entry.Refused) {
                return new Told(opened, id);
            }
        }
        int fitting = matcher.find(Asked.of(wanted), openings.all()).fits().size();
        return new Told(desk.tell(id, new SearchCommand.DescribeNeed(wanted, fitting), by, null), id);
    }

    /** The person with whom they stay together, by id or NHS number; nobody is looked for twice. */
    private String partner(Form form) {
        String given = form.may("partner");
        if (given.isEmpty()) {
            return "";
        }
        Optional<String> known = persons.find(given);
        if (known.isEmpty()) {
            form.fault("partner", "Nobody with this number or id is known here. Register them first.");
        } else if (list.findOpen(known.get()).isPresent()) {
            form.fault(
                    "partner", "A place is looked for them already. End that search, so that nobody is placed twice.");
        }
        return known.orElse("");
    }

    /** Any other command of staff. */
    Outcome tell(String id, String word, Fields fields, Actor by, @Nullable String key) {
        Search search = get(id);
        Form form = form(fields);
        SearchCommand command = reader.read(word, form, today())
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "there is no such command (" + word + "). Maybe: one of " + SearchReader.WORDS));
        if (!form.faults().isEmpty()) {
            return new Faulty(form.faults());
        }
        if (command instanceof SearchCommand.OfferPlace offer) {
            String about = people.find(search.person())
                    .map(card -> portraits.about(card, today()))
                    .orElse("");
            command = new SearchCommand.OfferPlace(offer.provider(), about);
        }
        if (command instanceof SearchCommand.OfferPlace) {
            lapse(search, by);
        }
        return new Told(desk.tell(id, command, by, key), id);
    }

    /** An offer whose time ran out is told to have, so that the next can be made. */
    private void lapse(Search search, Actor by) {
        Instant now = time.instant();
        Optional<String> lapsed =
                search.waitingOffer().filter(offer -> offer.hasRunOut(now)).map(offer -> offer.id());
        lapsed.ifPresent(offer ->
                desk.tell(search.id(), new SearchCommand.TakeBack(offer, "Nobody answered in time"), by, null));
    }
}
