package uk.homeward.server.measures;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.insight.measures.Grain;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.measures.MeasureResult;
import uk.homeward.insight.measures.Request;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.Faults;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;

/** Whether care is as good for everyone: a measure by deprivation, locality, ethnicity, sex and age. */
@Controller
@Needs(Permission.READ_AGGREGATES)
class InequalityController {

    private static final List<String> GROUPINGS = List.of("deprivation", "locality", "ethnicity", "sex", "age_band");
    private static final int MONTHS = 12;
    private static final String USUAL = "response-2h";

    private final Shelf shelf;
    private final GroupTitles titles;
    private final List<WindowOfNeed> windows;

    InequalityController(Shelf shelf, GroupTitles titles, ServerSettings settings) {
        this.shelf = shelf;
        this.titles = titles;
        this.windows = windows(settings.place().resolve("window-of-need.csv"));
    }

    private static List<WindowOfNeed> windows(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        Faults faults = new Faults();
        List<WindowOfNeed> read = Csv.read(file, faults).columns("area", "sex", "years", "source").rows().stream()
                .map(r -> new WindowOfNeed(r.text("area"), r.text("sex"), r.number("years", 0), r.text("source")))
                .toList();
        faults.throwIfAny();
        return read;
    }

    @GetMapping("/inequality")
    ModelAndView page(@RequestParam(defaultValue = "") String measure) {
        List<Measure> all = shelf.measures().stream()
                .filter(Inequality::fits)
                .filter(m -> m.splits().contains("deprivation"))
                .toList();
        String asked = measure.isBlank() ? USUAL : measure;
        Measure chosen = all.stream()
                .filter(m -> m.id().equals(asked))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElse(null);
        List<Inequality> shown = new ArrayList<>();
        if (chosen != null) {
            GROUPINGS.stream()
                    .filter(chosen.splits()::contains)
                    .forEach(by -> shelf.published()
                            .map(p -> p.asOf().atZone(p.zone()).toLocalDate())
                            .flatMap(today -> shelf.ask(chosen.hidingNothing(), yearUpTo(today, by)))
                            .flatMap(r -> Inequality.of(withHiding(r, chosen), by))
                            .ifPresent(shown::add));
        }
        return new ModelAndView("measures/inequality")
                .addObject("measures", all)
                .addObject("chosen", chosen)
                .addObject("shown", shown)
                .addObject("titles", titles)
                .addObject("windows", windows);
    }

    private static Request yearUpTo(LocalDate today, String by) {
        return new Request(Grain.MONTH, by, Grain.MONTH.start(today).minusMonths(MONTHS), null);
    }

    /** The same rows under the measure that says what is to be hidden: sums over a year are larger than months. */
    private static MeasureResult withHiding(MeasureResult r, Measure chosen) {
        return new MeasureResult(chosen, r.grain(), r.by(), r.asOf(), r.rows());
    }
}
