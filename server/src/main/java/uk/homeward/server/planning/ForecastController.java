package uk.homeward.server.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.foresight.forecast.Line;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.time.PlaceTime;

/** The wall of forecasts: what the next ten days bring, and how good earlier forecasts were. */
@Controller
@Needs(Permission.FORESEE)
class ForecastController {

    private static final Duration SCORED = Duration.ofDays(60);

    private final ForecastDesk desk;
    private final Forecasts forecasts;
    private final LivePlace live;
    private final MoverNames names;
    private final PlaceTime time;

    ForecastController(ForecastDesk desk, Forecasts forecasts, LivePlace live, MoverNames names, PlaceTime time) {
        this.desk = desk;
        this.forecasts = forecasts;
        this.live = live;
        this.names = names;
        this.time = time;
    }

    @GetMapping("/forecast")
    ModelAndView wall(User user) {
        ForecastDesk.Latest latest = desk.latest();
        ModelAndView page = new ModelAndView("planning/forecast").addObject("plans", user.may(Permission.PLAN_PLACE));
        if (latest == null) {
            return page.addObject("wall", null).addObject("movers", List.of());
        }
        Instant now = time.instant();
        return page.addObject(
                        "wall",
                        new ForecastWall(
                                live.pathway(),
                                latest.kept(),
                                live.inService(),
                                forecasts.seenSince(now.minus(Duration.ofDays(5))),
                                forecasts.scores(now.minus(SCORED))))
                .addObject("movers", names.of(latest.movers(), user));
    }

    /** Looks ahead from now, for somebody who does not want to wait for the next full hour. */
    @PostMapping("/forecast")
    String now() {
        desk.forecastAtOnce(time.instant());
        return "redirect:/forecast";
    }

    @GetMapping(value = "/forecast.csv", produces = "text/csv")
    @ResponseBody
    ResponseEntity<String> csv() {
        ForecastDesk.Latest latest = desk.latest();
        StringBuilder csv = new StringBuilder("made,what,of,at");
        for (int percent = 5; percent <= 95; percent += 5) {
            csv.append(",p").append(percent);
        }
        csv.append('\n');
        if (latest != null) {
            latest.kept().forecast().lines().forEach(line -> rows(latest.kept().madeAt(), line, csv));
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"forecast.csv\"")
                .body(csv.toString());
    }

    private static void rows(Instant made, Line line, StringBuilder csv) {
        for (int i = 0; i < line.at().size(); i++) {
            csv.append(made)
                    .append(',')
                    .append(line.quantity().kind().name().toLowerCase(Locale.ROOT))
                    .append(',')
                    .append(line.quantity().of())
                    .append(',')
                    .append(line.at().get(i));
            for (double value : line.quantiles().get(i)) {
                csv.append(',').append(Double.isNaN(value) ? "" : Double.toString(value));
            }
            csv.append('\n');
        }
    }

    @GetMapping("/api/forecast")
    @ResponseBody
    Map<String, Object> json() {
        ForecastDesk.Latest latest = desk.latest();
        if (latest == null) {
            return Map.of("forecast", "none yet");
        }
        return Map.of(
                "number", latest.kept().number(),
                "madeAt", latest.kept().madeAt(),
                "forecast", latest.kept().forecast(),
                "scores", forecasts.scoresByDay(time.instant().minus(SCORED)));
    }
}
