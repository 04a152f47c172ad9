package uk.homeward.server.record;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.NotPermitted;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.User;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/** The summary of a person, the page for a doctor at night, and the timeline over years with search. */
@Controller
@Needs(Permission.READ_PERSON)
class RecordController {

    private static final int PAGE = 50;

    private final RecordDoor door;
    private final SummaryReader summaries;
    private final Timeline timeline;
    private final Place place;
    private final PlaceTime time;

    RecordController(RecordDoor door, SummaryReader summaries, Timeline timeline, Place place, PlaceTime time) {
        this.door = door;
        this.summaries = summaries;
        this.timeline = timeline;
        this.place = place;
        this.time = time;
    }

    @GetMapping("/people/{id}/summary")
    ModelAndView summary(@PathVariable String id, User user) {
        return opened(id, "summary", user, "record/summary", () -> summaries.read(id, user));
    }

    @GetMapping("/people/{id}/out-of-hours")
    ModelAndView outOfHours(@PathVariable String id, User user) {
        return opened(id, "out-of-hours page", user, "record/outOfHours", () -> summaries.read(id, user));
    }

    private ModelAndView opened(String id, String what, User user, String template, Supplier<Summary> read) {
        summaries.prepare(id);
        return switch (door.open(user, id, what, read)) {
            case RecordDoor.Open<Summary>(Summary summary, String why) ->
                new ModelAndView(template)
                        .addObject("summary", summary)
                        .addObject("why", why)
                        .addObject("place", place)
                        .addObject("today", today());
            case RecordDoor.Closed<Summary> closed -> closed(id, closed.answer().why());
            case RecordDoor.Nobody<Summary> nobody -> throw nobody(id);
        };
    }

    @GetMapping("/people/{id}/timeline")
    ModelAndView timeline(@PathVariable String id, @RequestParam MultiValueMap<String, String> asked, User user) {
        Form form = new Form(new Fields(asked), place.zone(), time.instant());
        History.Filter filter = History.Filter.of(form);
        LocalDate turn = form.day("turn");
        int page = Math.max(0, form.whole("page"));
        summaries.prepare(id);
        return switch (door.open(user, id, "timeline", () -> timeline.read(id, filter, turn))) {
            case RecordDoor.Open<Timeline.View>(Timeline.View view, String why) -> {
                int from = Math.min(page * PAGE, view.found().size());
                yield new ModelAndView("record/timeline")
                        .addObject("person", view.record().card())
                        .addObject("months", view.months())
                        .addObject("svg", view.svg())
                        .addObject(
                                "found",
                                view.found()
                                        .subList(
                                                from,
                                                Math.min(
                                                        from + PAGE,
                                                        view.found().size())))
                        .addObject("count", view.found().size())
                        .addObject("all", view.all())
                        .addObject("sources", view.sources())
                        .addObject("fields", form.fields())
                        .addObject("faults", form.faults())
                        .addObject("turn", turn)
                        .addObject("number", page)
                        .addObject("asked", asked(form.fields()))
                        .addObject("mayMark", door.opensSensitive(user, id))
                        .addObject("more", from + PAGE < view.found().size());
            }
            case RecordDoor.Closed<Timeline.View> closed ->
                closed(id, closed.answer().why());
            case RecordDoor.Nobody<Timeline.View> nobody -> throw nobody(id);
        };
    }

    @GetMapping("/people/{id}/timeline.csv")
    ResponseEntity<byte[]> csv(@PathVariable String id, @RequestParam MultiValueMap<String, String> asked, User user) {
        Form form = new Form(new Fields(asked), place.zone(), time.instant());
        History.Filter filter = History.Filter.of(form);
        summaries.prepare(id);
        return switch (door.open(user, id, "timeline as a table", () -> timeline.read(id, filter, null))) {
            case RecordDoor.Open<Timeline.View>(Timeline.View view, String why) ->
                ResponseEntity.ok()
                        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                        .header("Content-Disposition", "attachment; filename=\"timeline.csv\"")
                        .body(table(view.found()).getBytes(StandardCharsets.UTF_8));
            case RecordDoor.Closed<Timeline.View> closed ->
                throw new NotPermitted(
                        "no-care-relationship",
                        "Nobody of your teams cares for this person now. Open the record with a reason first.");
            case RecordDoor.Nobody<Timeline.View> nobody -> throw nobody(id);
        };
    }

    private static String table(List<History.Item> items) {
        StringBuilder csv = new StringBuilder("at,kind,what,detail,source\r\n");
        for (History.Item i : items) {
            csv.append(i.at())
                    .append(',')
                    .append(quoted(i.kind()))
                    .append(',')
                    .append(quoted(i.what()))
                    .append(',')
                    .append(quoted(i.detail()))
                    .append(',')
                    .append(quoted(i.source()))
                    .append("\r\n");
        }
        return csv.toString();
    }

    /** A leading sign would make a formula of it in a spreadsheet. */
    private static String quoted(String text) {
        String safe = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** The filter as it stands in an address. */
    private static String asked(Fields fields) {
        return java.util.stream.Stream.of("q", "kind", "source", "from", "to", "turn")
                .filter(fields::has)
                .map(name -> name + "=" + java.net.URLEncoder.encode(fields.text(name), StandardCharsets.UTF_8))
                .collect(java.util.stream.Collectors.joining("&"));
    }

    private LocalDate today() {
        Instant now = time.instant();
        return LocalDate.ofInstant(now, place.zone());
    }

    private static ModelAndView closed(String id, String because) {
        ModelAndView page = new ModelAndView("person/closed")
                .addObject("id", id)
                .addObject("because", because)
                .addObject("faults", List.of());
        page.setStatus(HttpStatus.FORBIDDEN);
        return page;
    }

    static ResponseStatusException nobody(String id) {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND, "there is no person (" + id + "). Maybe: search by NHS number or name");
    }
}
