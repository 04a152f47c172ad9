package uk.homeward.server.capacity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.capacity.UnitsNow.UnitLine;
import uk.homeward.server.response.Problems;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fields;

/** The same figures and commands as on the pages, for scripts and providers' own systems. */
@RestController
@RequestMapping("/api")
class CapacityApi {

    private final CapacityBoard board;
    private final UnitPages pages;
    private final UnitTelling telling;
    private final HoldTelling holds;
    private final PlaceTime time;

    CapacityApi(CapacityBoard board, UnitPages pages, UnitTelling telling, HoldTelling holds, PlaceTime time) {
        this.board = board;
        this.pages = pages;
        this.telling = telling;
        this.holds = holds;
        this.time = time;
    }

    /** The units, narrowed by {@code pool}, {@code area}, {@code state} and {@code q}. */
    @Needs(Permission.READ_AGGREGATES)
    @GetMapping("/capacity")
    List<Map<String, Object>> list(@RequestParam Map<String, String> query, User user) {
        return board.all(BoardAsked.of(query), user).stream().map(this::view).toList();
    }

    @Needs(Permission.READ_AGGREGATES)
    @GetMapping("/capacity/{pool}/{unit}")
    Map<String, Object> unit(@PathVariable String pool, @PathVariable String unit, User user) {
        UnitPage page = pages.page(pool, unit, user);
        Map<String, Object> view = view(page.unit());
        view.put("beds", page.spots().stream().map(CapacityApi::bed).toList());
        view.put("hours", page.offers());
        if (user.may(Permission.READ_BOARDS) || page.mayChange()) {
            view.put("outOfArea", page.away());
        }
        view.put("chancesOfRunningOut", page.ahead().chances());
        view.put("turnaroundMinutes", Double.isNaN(page.turnaround()) ? null : page.turnaround());
        return view;
    }

    @Needs(Permission.MANAGE_CAPACITY)
    @PostMapping("/capacity/{pool}/{unit}/{word}")
    ResponseEntity<Object> tell(
            @PathVariable String pool,
            @PathVariable String unit,
            @PathVariable String word,
            @RequestBody(required = false) @Nullable Map<String, Object> body,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            User user) {
        Fields fields = Fields.ofJson(body == null ? Map.of() : body);
        return switch (telling.tell(pool, unit, word, fields, user, key)) {
            case UnitTold.Done(UnitLine line) -> ResponseEntity.ok(view(line));
            case UnitTold.Refused(String code, String why) -> Problems.refused(code, why);
            case UnitTold.Faulty faulty -> Problems.faulty(faulty.faults());
        };
    }

    /** Holds a place: fields pool, unit, person, purpose; and if wanted spot, area, part, skill, amount, minutes. */
    @Needs(Permission.PLAN)
    @PostMapping("/holds")
    ResponseEntity<Object> hold(
            @RequestBody(required = false) @Nullable Map<String, Object> body,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            User user) {
        return told(holds.place(Fields.ofJson(body == null ? Map.of() : body), user, key));
    }

    /** {@code confirm}, {@code give-back}, {@code came} or {@code left}. */
    @Needs(Permission.PLAN)
    @PostMapping("/holds/{hold}/{word}")
    ResponseEntity<Object> tellHold(
            @PathVariable String hold,
            @PathVariable String word,
            @RequestBody(required = false) @Nullable Map<String, Object> body,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            User user) {
        return told(holds.tell(hold, word, Fields.ofJson(body == null ? Map.of() : body), user, key));
    }

    private static ResponseEntity<Object> told(HoldTelling.Told told) {
        return switch (told) {
            case HoldTelling.Faulty faulty -> Problems.faulty(faulty.faults());
            case HoldTelling.Said(HoldTold.Refused(String code, String why)) -> Problems.refused(code, why);
            case HoldTelling.Said(HoldTold.Done(var hold)) -> ResponseEntity.ok(hold);
        };
    }

    private static Map<String, Object> bed(SpotLine spot) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("bed", spot.spot());
        view.put("state", word(spot.shows()));
        view.put("reason", spot.reason());
        view.put("since", spot.since());
        return view;
    }

    private Map<String, Object> view(UnitLine u) {
        Instant now = time.instant();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("pool", u.pool());
        view.put("unit", u.unit());
        view.put("title", u.title());
        view.put("locality", u.locality());
        view.put("organisation", u.organisation());
        view.put("capacity", u.room().capacity());
        view.put("outOfService", u.room().outOfService());
        view.put("cleaning", u.room().cleaning());
        view.put("taken", u.room().taken());
        view.put("held", u.room().held());
        view.put("free", u.room().free());
        view.put("confirmedAt", u.room().confirmedAt());
        view.put("confirmedBy", u.room().confirmedBy());
        view.put("ageMinutes", Duration.between(u.room().confirmedAt(), now).toMinutes());
        view.put("freshness", word(u.room().freshness(now)));
        return view;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
