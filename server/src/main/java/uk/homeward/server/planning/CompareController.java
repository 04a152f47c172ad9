package uk.homeward.server.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.foresight.engine.Estimate;
import uk.homeward.foresight.engine.Findings;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;

/** Up to four scenarios, the place as it is and what really happened, on one chart. */
@Controller
@Needs(Permission.PLAN_PLACE)
class CompareController {

    private static final int MOST = 4;

    private final Scenarios scenarios;
    private final PathwaySource source;
    private final RealPast past;
    private final ScenarioDesk desk;

    CompareController(Scenarios scenarios, PathwaySource source, RealPast past, ScenarioDesk desk) {
        this.scenarios = scenarios;
        this.source = source;
        this.past = past;
        this.desk = desk;
    }

    @GetMapping("/scenarios/compare")
    ModelAndView compare(
            @RequestParam(name = "id", defaultValue = "") List<String> ids,
            @RequestParam(defaultValue = "") String measure,
            User user) {
        List<SavedScenario> chosen = chosen(ids, user);
        Pathway pathway = source.pathway();
        ModelAndView page = new ModelAndView("planning/compare")
                .addObject("lines", scenarios.list(user))
                .addObject("ids", chosen.stream().map(SavedScenario::id).toList())
                .addObject("measures", Measure.of(pathway))
                .addObject("pathway", pathway)
                .addObject("swatch", MonthChart.swatch(0));
        Measure of = Measure.find(measure, pathway).orElseGet(() -> telling(chosen, pathway));
        page.addObject("measure", of).addObject("csv", csvAddress(chosen, of));
        if (chosen.isEmpty()) {
            return page.addObject("chart", "").addObject("columns", List.of()).addObject("asIs", "");
        }
        List<MonthChart.Series> series = new ArrayList<>();
        List<CompareColumn> columns = new ArrayList<>();
        Findings asIs = java.util.Objects.requireNonNull(chosen.getFirst().asIs());
        series.add(MonthChart.series("As it is", of, asIs, ScenarioDesk.day(chosen.getFirst())));
        for (int i = 0; i < chosen.size(); i++) {
            SavedScenario s = chosen.get(i);
            Findings result = java.util.Objects.requireNonNull(s.result());
            series.add(MonthChart.series(s.title(), of, result, ScenarioDesk.day(s)));
            columns.add(new CompareColumn(
                    s.id(),
                    s.title(),
                    MonthChart.swatch(i + 1),
                    figure(of, result),
                    Consequences.of(pathway, java.util.Objects.requireNonNull(s.asIs()), result)));
        }
        return page.addObject(
                        "chart",
                        MonthChart.of("compare", of.title(pathway), series, past.of(of, desk.now()), of.isShare()))
                .addObject("columns", columns)
                .addObject("asIs", figure(of, asIs));
    }

    private static String csvAddress(List<SavedScenario> chosen, Measure of) {
        StringBuilder address = new StringBuilder("/scenarios/compare/csv?measure=" + of.code());
        chosen.forEach(s -> address.append("&id=").append(s.id()));
        return address.toString();
    }

    private List<SavedScenario> chosen(List<String> ids, User user) {
        return ids.stream()
                .filter(id -> !id.isBlank())
                .distinct()
                .flatMap(id -> scenarios.find(id, user).stream())
                .filter(SavedScenario::isPlayed)
                .limit(MOST)
                .toList();
    }

    /** Of all measures the one in which the scenarios differ most for sure. */
    private static Measure telling(List<SavedScenario> chosen, Pathway pathway) {
        Measure best = Measure.of(pathway).getFirst();
        double most = 0;
        for (Measure measure : Measure.of(pathway)) {
            for (SavedScenario s : chosen) {
                double difference = difference(
                        mean(measure, java.util.Objects.requireNonNull(s.asIs())),
                        mean(measure, java.util.Objects.requireNonNull(s.result())));
                if (difference > most) {
                    most = difference;
                    best = measure;
                }
            }
        }
        return best;
    }

    private static double difference(double a, double b) {
        return Math.abs(a - b) / Math.max(1, Math.abs(a) + Math.abs(b));
    }

    private static double mean(Measure measure, Findings found) {
        return found.periods().stream()
                .map(p -> measure.in(found, p))
                .mapToDouble(Estimate::mean)
                .filter(v -> !Double.isNaN(v))
                .average()
                .orElse(0);
    }

    private static String figure(Measure measure, Findings found) {
        double mean = mean(measure, found);
        return measure.isShare()
                ? String.format(Locale.ROOT, "%.0f%%", 100 * mean)
                : String.format(Locale.ROOT, "%,.1f", mean);
    }

    @GetMapping("/scenarios/compare/csv")
    @ResponseBody
    ResponseEntity<String> csv(
            @RequestParam(name = "id", defaultValue = "") List<String> ids,
            @RequestParam(defaultValue = "") String measure,
            User user) {
        List<SavedScenario> chosen = chosen(ids, user);
        Measure of = Measure.find(measure, source.pathway()).orElseGet(() -> telling(chosen, source.pathway()));
        StringBuilder csv = new StringBuilder("scenario,measure,from,mean,low,high\n");
        past.of(of, desk.now())
                .forEach((month, value) -> csv.append("what happened,")
                        .append(of.code())
                        .append(',')
                        .append(month.atDay(1))
                        .append(',')
                        .append(value)
                        .append(",,\n"));
        for (SavedScenario s : chosen) {
            rows(csv, "as it is, with " + s.title(), of, java.util.Objects.requireNonNull(s.asIs()), s);
            rows(csv, s.title(), of, java.util.Objects.requireNonNull(s.result()), s);
        }
        return ScenarioController.download(csv.toString(), "text/csv", "comparison.csv");
    }

    private static void rows(StringBuilder csv, String name, Measure of, Findings found, SavedScenario s) {
        MonthChart.Series series = MonthChart.series(name, of, found, ScenarioDesk.day(s));
        for (int i = 0; i < series.from().size(); i++) {
            Estimate e = series.values().get(i);
            csv.append('"')
                    .append(name.replace("\"", "\"\""))
                    .append("\",")
                    .append(of.code())
                    .append(',')
                    .append(series.from().get(i))
                    .append(',')
                    .append(e.mean())
                    .append(',')
                    .append(e.low())
                    .append(',')
                    .append(e.high())
                    .append('\n');
        }
    }
}
