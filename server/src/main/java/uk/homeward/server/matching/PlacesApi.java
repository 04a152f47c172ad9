package uk.homeward.server.matching;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.homeward.journey.matching.Search;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.NotPermitted;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.User;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.response.Problems;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fields;

/** The same searches, offers and proposals for scripts. */
@RestController
@RequestMapping("/api")
class PlacesApi {

    private static final int MOST = 500;

    private final SearchList list;
    private final SearchPages pages;
    private final SearchTelling telling;
    private final Offers offers;
    private final OffersController own;
    private final Mornings mornings;
    private final PlaceTime time;

    PlacesApi(
            SearchList list,
            SearchPages pages,
            SearchTelling telling,
            Offers offers,
            OffersController own,
            Mornings mornings,
            PlaceTime time) {
        this.list = list;
        this.pages = pages;
        this.telling = telling;
        this.offers = offers;
        this.own = own;
        this.mornings = mornings;
        this.time = time;
    }

    @Needs(Permission.FIND_PLACES)
    @GetMapping("/places")
    List<SearchLine> open(User user) {
        return list.open(MOST);
    }

    /** Opens a search: {@code person} and the fields of the need. */
    @Needs(Permission.FIND_PLACES)
    @PostMapping("/places")
    ResponseEntity<Object> open(
            @RequestBody(required = false) @Nullable Map<String, Object> body,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            User user) {
        Fields fields = Fields.ofJson(body == null ? Map.of() : body);
        String person = fields.text("person");
        return switch (pages.person(user, person, "search for a place, by a script")) {
            case RecordDoor.Open<PersonCard> open -> answer(telling.describe(null, person, fields, user.actor(), key));
            case RecordDoor.Closed<PersonCard> closed -> throw closed();
            case RecordDoor.Nobody<PersonCard> nobody ->
                Problems.faulty(List.of(
                        new uk.homeward.server.web.Fault("person", "There is no such person (" + person + ").")));
        };
    }

    @Needs(Permission.FIND_PLACES)
    @GetMapping("/places/{id}")
    Map<String, Object> search(@PathVariable String id, User user) {
        return switch (pages.open(id, user, "search for a place, by a script")) {
            case SearchPages.Shown(SearchPage page) -> view(page);
            case SearchPages.ClosedTo closed -> throw closed();
        };
    }

    @Needs(Permission.FIND_PLACES)
    @PostMapping("/places/{id}/{word}")
    ResponseEntity<Object> tell(
            @PathVariable String id,
            @PathVariable String word,
            @RequestBody(required = false) @Nullable Map<String, Object> body,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            User user) {
        Fields fields = Fields.ofJson(body == null ? Map.of() : body);
        if (pages.open(id, user, "search for a place, by a script") instanceof SearchPages.ClosedTo) {
            throw closed();
        }
        return word.equals("describe-need")
                ? answer(telling.describe(id, telling.get(id).person(), fields, user.actor(), key))
                : answer(telling.tell(
                        id, SearchReader.WORDS.contains(word) ? word : "unknown", fields, user.actor(), key));
    }

    @Needs(Permission.ANSWER_OFFERS)
    @GetMapping("/offers")
    List<OfferLine> offers(User user) {
        return offers.waiting(user.organisation(), time.instant());
    }

    @Needs(Permission.ANSWER_OFFERS)
    @PostMapping("/offers/{search}/{word}")
    ResponseEntity<Object> answerOffer(
            @PathVariable String search,
            @PathVariable String word,
            @RequestBody(required = false) @Nullable Map<String, Object> body,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            User user) {
        Fields fields = Fields.ofJson(body == null ? Map.of() : body);
        own.requireOwn(search, word, fields, user);
        return answer(telling.tell(search, word, fields, user.actor(), key));
    }

    @Needs(Permission.FIND_PLACES)
    @GetMapping("/morning")
    Object morning(User user) {
        return mornings.propose().proposal();
    }

    private static NotPermitted closed() {
        return new NotPermitted(
                "record-closed", "This person's record is closed to you. Ask the hub, or give a reason on a page.");
    }

    private static ResponseEntity<Object> answer(SearchTelling.Outcome outcome) {
        return switch (outcome) {
            case SearchTelling.Faulty(var faults) -> Problems.faulty(faults);
            case SearchTelling.Told told -> Replies.script(told.entry(), Map.of("search", told.search()));
        };
    }

    private static Map<String, Object> view(SearchPage page) {
        Search search = page.search();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("search", search.id());
        view.put("version", search.version());
        view.put("person", search.person());
        view.put("state", search.state().getClass().getSimpleName());
        view.put("wanted", search.wanted().orElse(null));
        view.put("choice", search.choice().orElse(null));
        view.put("refusals", search.refusals());
        view.put("escalated", search.escalated().orElse(null));
        view.put("offers", search.offers());
        view.put("fits", page.found().fits());
        view.put("leftOut", page.found().leftOut());
        view.put("timeline", page.timeline());
        return view;
    }
}
