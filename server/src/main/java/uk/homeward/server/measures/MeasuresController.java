package uk.homeward.server.measures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.insight.measures.Grain;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.measures.MeasureResult;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;

/** The measures wall, the page of each measure, and what changed. */
@Controller
@Needs(Permission.READ_AGGREGATES)
class MeasuresController {

    private final Shelf shelf;
    private final Asking asking;
    private final Place place;

    MeasuresController(Shelf shelf, Asking asking, Place place) {
        this.shelf = shelf;
        this.asking = asking;
        this.place = place;
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
                .addObject("wall", Wall.of(shelf, choice))
                .addObject("localities", place.localities().list())
                .addObject("published", shelf.published().orElse(null));
    }

    @GetMapping("/measures/changes")
    ModelAndView changes() {
        return new ModelAndView("measures/changes")
                .addObject("changes", Changes.of(shelf))
                .addObject("published", shelf.published().orElse(null));
    }

    @GetMapping("/measures/{id}")
    ModelAndView measure(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String grain) {
        Measure measure = asking.measure(id);
        @Nullable String split = asking.split(measure, by);
        Grain period = asking.grain(grain);
        @Nullable String only = split == null || group == null || group.isBlank() ? null : group;
        Optional<MeasureResult> result = asking.result(measure, only == null ? null : split, period);
        String shownBy = split != null ? split : measure.splits().contains("locality") ? "locality" : null;
        Optional<Groups> groups = shownBy == null
                ? Optional.empty()
                : asking.result(measure, shownBy, Grain.MONTH).flatMap(Groups::of);
        return new ModelAndView("measures/measure")
                .addObject("measure", measure)
                .addObject("reading", result.map(r -> new Reading(r, only)).orElse(null))
                .addObject("rows", result.map(r -> r.of(only).reversed()).orElse(List.of()))
                .addObject("groups", groups.orElse(null))
                .addObject("choice", new MeasureChoice(shownBy, only, period))
                .addObject("published", shelf.published().orElse(null));
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
        Measure measure = asking.measure(id);
        String svg = asking.result(measure, null, asking.grain(grain))
                .map(r -> new Reading(r, null).large())
                .orElse("<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("image/svg+xml"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + measure.id() + ".svg\"")
                .body(svg);
    }
}
