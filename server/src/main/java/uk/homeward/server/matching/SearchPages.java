package uk.homeward.server.matching;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import uk.homeward.journey.matching.Matcher;
import uk.homeward.journey.matching.Search;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.User;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.PersonCards;
import uk.homeward.server.time.PlaceTime;

/** Gathers what the page of a search shows, and keeps that somebody looked. */
@Component
class SearchPages {

    private final SearchTelling telling;
    private final Openings openings;
    private final Matcher matcher;
    private final SearchSentences sentences;
    private final PersonCards people;
    private final RecordDoor door;
    private final PlaceTime time;

    SearchPages(
            SearchTelling telling,
            Openings openings,
            Matcher matcher,
            SearchSentences sentences,
            PersonCards people,
            RecordDoor door,
            PlaceTime time) {
        this.telling = telling;
        this.openings = openings;
        this.matcher = matcher;
        this.sentences = sentences;
        this.people = people;
        this.door = door;
        this.time = time;
    }

    /** What became of opening the page: the page itself, or whose record is closed to this user. */
    sealed interface Opened {}

    record Shown(SearchPage page) implements Opened {}

    record ClosedTo(String person) implements Opened {}

    Opened open(String id, User user, String what) {
        Search search = telling.get(id);
        return switch (door.open(user, search.person(), what, () -> page(search))) {
            case RecordDoor.Open<SearchPage>(SearchPage page, String why) -> new Shown(page);
            case RecordDoor.Closed<SearchPage> closed -> new ClosedTo(search.person());
            case RecordDoor.Nobody<SearchPage> nobody -> throw nobody(search.person());
        };
    }

    /** A person's card, for somebody who may open their record. */
    RecordDoor.Opened<PersonCard> person(User user, String person, String what) {
        return door.open(user, person, what, () -> people.find(person).orElseThrow(() -> nobody(person)));
    }

    /** The page as the person's own link and letter show it: no user looks. */
    SearchPage page(Search search) {
        PersonCard person = people.find(search.person()).orElseThrow(() -> nobody(search.person()));
        Matcher.Found found = search.asked()
                .map(asked -> matcher.find(asked, openings.all()))
                .orElse(new Matcher.Found(List.of(), List.of()));
        return new SearchPage(
                search,
                person,
                found,
                words(),
                sentences.of(search),
                time.instant(),
                UUID.randomUUID().toString());
    }

    private SearchPage.Words words() {
        return new SearchPage.Words() {
            @Override
            public String title(String provider) {
                return openings.title(provider);
            }

            @Override
            public String features(List<String> features) {
                return sentences.words(features);
            }
        };
    }

    private static ResponseStatusException nobody(String person) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "nothing is known of the person (" + person + ")");
    }
}
