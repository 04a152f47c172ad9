package uk.homeward.server.measures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.insight.measures.Grain;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.measures.MeasureResult;
import uk.homeward.insight.statistics.chart.Rebase;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;

/** The measures wall, the page of each measure, and what changed. */
@Controller
@Needs(Permission.READ_AGGREGATES)
class MeasuresController {

    private final Shelf shelf;
    private final Asking asking;
    private final Place place;
    private final Notes notes;
    private final Overlays overlays;
    private final GroupTitles titles;
    private final CountingDay counting;
    private final Subscriptions subscriptions;

    MeasuresController(
            Shelf shelf,
            Asking asking,
            Place place,
            Notes notes,
            Overlays overlays,
            GroupTitles titles,
            CountingDay counting,
            Subscriptions subscriptions) {
        this.shelf = shelf;
        this.asking = asking;
        this.place = place;
        this.notes = notes;
        this.overlays = overlays;
        this.titles = titles;
        this.counting = counting;
        this.subscriptions = subscriptions;
    }

    @GetMapping("/measures")
    ModelAndView wall(
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "") String audience,
            @RequestParam(defaultValue = "") String locality,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String grain) {
        Wall.Choice choice = new Wall.Choice(programme, audience, locality, show, asking.grain(grain));
        return new ModelAndView("measures/wall")
                .addObject("wall", Wall.of(shelf, choice, notes.rebases()))
                .addObject("counting", counting.find().orElse(null))
                .addObject("localities", place.localities().list())
                .addObject("published", shelf.published().orElse(null));
    }

    @GetMapping("/measures/changes")
    ModelAndView changes() {
        return new ModelAndView("measures/changes")
                .addObject("changes", Changes.of(shelf, notes.rebases(), titles))
                .addObject("published", shelf.published().orElse(null));
    }

    @GetMapping("/measures/{id}")
    ModelAndView measure(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String grain,
            @RequestParam(defaultValue = "") String over,
            User user) {
        Measure measure = asking.measure(id);
        @Nullable String split = asking.split(measure, by);
        Grain period = asking.grain(grain);
        @Nullable String only = split == null || group == null || group.isBlank() ? null : group;
        Optional<MeasureResult> result = asking.result(measure, only == null ? null : split, period);
        String shownBy = split != null ? split : measure.splits().contains("locality") ? "locality" : null;
        Optional<Groups> groups = shownBy == null
                ? Optional.empty()
                : asking.result(measure, shownBy, Grain.MONTH).flatMap(Groups::of);
        List<Note> kept = notes.of(id);
        List<Note> shown = standing(kept);
        List<Overlay> beside = overlays.of(measure, over, period, user);
        @Nullable
        Reading reading = result.map(r -> new Reading(r, only, rebases(shown))).orElse(null);
        return new ModelAndView("measures/measure")
                .addObject("measure", measure)
                .addObject("reading", reading)
                .addObject("chart", reading == null ? "" : reading.large(new XmrChart.Beside(shown, beside)))
                .addObject("rows", result.map(r -> r.of(only).reversed()).orElse(List.of()))
                .addObject("groups", groups.orElse(null))
                .addObject(
                        "funnel",
                        groups.map(g -> FunnelChart.of(measure, g, shownBy, titles))
                                .orElse(""))
                .addObject("choice", new MeasureChoice(shownBy, only, period, over))
                .addObject("titles", titles)
                .addObject("notes", shown)
                .addObject("history", kept)
                .addObject("overlays", beside)
                .addObject("choices", overlays.choices(measure, user))
                .addObject("mayKeep", user.may(Permission.KEEP_MEASURES))
                .addObject("follows", subscriptions.find(user, id).orElse(null))
                .addObject("published", shelf.published().orElse(null));
    }

    /** The notes that stand, in the order of their days, as the chart numbers them. */
    private static List<Note> standing(List<Note> kept) {
        return kept.stream().filter(Note::stands).toList().reversed();
    }

    private static List<Rebase> rebases(List<Note> standing) {
        return standing.stream()
                .filter(n -> n.kind() == Note.Kind.REBASE)
                .map(Note::rebase)
                .toList();
    }

    @GetMapping("/measures/{id}.csv")
    ResponseEntity<String> csv(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String grain) {
        Measure measure = asking.measure(id);
        List<String> lines = new ArrayList<>();
        lines.add("period,group,value,lower95,upper95,numerator,denominator,n,note");
        asking.result(measure, asking.split(measure, by), asking.grain(grain))
                .ifPresent(r -> r.rows().forEach(row -> lines.add(MeasureText.csv(r.grain(), row))));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + measure.id() + ".csv\"")
                .body(String.join("\n", lines) + "\n");
    }

    @GetMapping("/measures/{id}.svg")
    ResponseEntity<String> svg(@PathVariable String id, @RequestParam(required = false) @Nullable String grain) {
        List<Note> shown = standing(notes.of(id));
        String svg = reading(id, grain, shown)
                .map(r -> r.large(new XmrChart.Beside(shown, List.of())))
                .orElse("<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("image/svg+xml"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".svg\"")
                .body(svg);
    }

    @GetMapping("/measures/{id}.png")
    ResponseEntity<byte[]> png(@PathVariable String id, @RequestParam(required = false) @Nullable String grain) {
        List<Note> shown = standing(notes.of(id));
        Reading reading = reading(id, grain, shown)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "there is no chart yet. Maybe: look again in a minute"));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".png\"")
                .body(reading.png(new XmrChart.Beside(shown, List.of())));
    }

    private Optional<Reading> reading(String id, @Nullable String grain, List<Note> shown) {
        return asking.result(asking.measure(id), null, asking.grain(grain))
                .map(r -> new Reading(r, null, rebases(shown)));
    }
}
