package uk.homeward.server.measures;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.insight.measures.Grain;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.measures.MeasureRow;
import uk.homeward.insight.statistics.chart.Rebase;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/** Board packs: chosen measures as one document to print. */
@Controller
@Needs(Permission.READ_AGGREGATES)
class BoardPackController {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final String BOARD = "board";

    private final Shelf shelf;
    private final Notes notes;
    private final BoardPacks packs;
    private final Place place;
    private final PlaceTime time;

    BoardPackController(Shelf shelf, Notes notes, BoardPacks packs, Place place, PlaceTime time) {
        this.shelf = shelf;
        this.notes = notes;
        this.packs = packs;
        this.place = place;
        this.time = time;
    }

    @GetMapping("/board-packs")
    ModelAndView list(User user) {
        return new ModelAndView("measures/packs")
                .addObject("packs", packs.list())
                .addObject("measures", shelf.measures())
                .addObject("fields", Fields.NONE)
                .addObject("faults", List.of())
                .addObject("mayKeep", user.may(Permission.KEEP_MEASURES));
    }

    @Needs(Permission.KEEP_MEASURES)
    @PostMapping("/board-packs")
    ModelAndView make(@RequestParam MultiValueMap<String, String> filled, User user) {
        Form form = new Form(new Fields(filled), place.zone(), time.instant());
        List<String> known = shelf.measures().stream().map(Measure::id).toList();
        List<String> chosen =
                form.fields().all("measure").stream().filter(known::contains).toList();
        String title = form.need("title", "Give the pack a title.");
        if (chosen.isEmpty()) {
            form.fault("measure", "Choose at least one measure.");
        }
        Grain grain = form.fields().text("grain").equals("week") ? Grain.WEEK : Grain.MONTH;
        if (!form.faults().isEmpty()) {
            return new ModelAndView("measures/packs")
                    .addObject("packs", packs.list())
                    .addObject("measures", shelf.measures())
                    .addObject("fields", form.fields())
                    .addObject("faults", form.faults())
                    .addObject("mayKeep", true);
        }
        return opened(packs.make(title, grain, chosen, form.may("words"), user, time.instant()));
    }

    /** One click: what boards watch and has figures today; where nothing of that has, everything that has. */
    @Needs(Permission.KEEP_MEASURES)
    @PostMapping("/board-packs/today")
    ModelAndView today(User user) {
        List<Measure> counted = shelf.measures().stream()
                .filter(m -> shelf.result(m, null, shelf.usualGrain())
                        .map(r -> !r.isEmpty())
                        .orElse(false))
                .toList();
        List<Measure> ofBoards =
                counted.stream().filter(m -> m.audience().contains(BOARD)).toList();
        List<String> watched = (ofBoards.isEmpty() ? counted : ofBoards)
                .stream().map(Measure::id).toList();
        if (watched.isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "no measure has a figure yet. Maybe: look again in a minute");
        }
        String title = "Board pack of " + DAY.format(time.instant().atZone(place.zone()));
        return opened(packs.make(title, shelf.usualGrain(), watched, "", user, time.instant()));
    }

    private static ModelAndView opened(String id) {
        return new ModelAndView("redirect:/board-packs/" + id);
    }

    @GetMapping("/board-packs/{id}")
    ModelAndView pack(@PathVariable String id, User user) {
        BoardPack pack = find(id);
        return new ModelAndView("measures/pack")
                .addObject("pack", pack)
                .addObject("parts", parts(pack))
                .addObject("place", place)
                .addObject("published", shelf.published().orElse(null))
                .addObject("mayKeep", user.may(Permission.KEEP_MEASURES));
    }

    @Needs(Permission.KEEP_MEASURES)
    @PostMapping("/board-packs/{id}/comments")
    ModelAndView comment(@PathVariable String id, @RequestParam MultiValueMap<String, String> filled, User user) {
        BoardPack pack = find(id);
        Form form = new Form(new Fields(filled), place.zone(), time.instant());
        String measure = form.oneOf("measure", pack.measures(), "This measure is not in the pack.");
        String words = form.need("words", "Write something.");
        if (form.faults().isEmpty()) {
            packs.comment(id, measure, words, user, time.instant());
        }
        return new ModelAndView("redirect:/board-packs/" + id + "#m-" + measure);
    }

    private BoardPack find(String id) {
        return packs.find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "there is no board pack (" + id + "). Maybe: choose one of the list"));
    }

    private List<PackPart> parts(BoardPack pack) {
        Map<String, List<Rebase>> rebases = notes.rebases();
        List<BoardPack.Comment> comments = packs.comments(pack.id());
        List<PackPart> parts = new ArrayList<>();
        for (String id : pack.measures()) {
            shelf.find(id).ifPresent(m -> parts.add(part(pack, m, rebases, comments)));
        }
        return parts;
    }

    private PackPart part(
            BoardPack pack, Measure measure, Map<String, List<Rebase>> rebases, List<BoardPack.Comment> comments) {
        @Nullable
        Reading reading = shelf.result(measure, null, pack.grain())
                .filter(r -> !r.isEmpty())
                .map(r -> new Reading(r, null, rebases.getOrDefault(measure.id(), List.of())))
                .orElse(null);
        List<MeasureRow> rows = shelf.result(measure, null, pack.grain())
                .map(r -> r.of(null).reversed().stream().limit(13).toList())
                .orElse(List.of());
        return new PackPart(
                measure,
                reading,
                rows,
                comments.stream().filter(c -> c.measure().equals(measure.id())).toList());
    }
}
