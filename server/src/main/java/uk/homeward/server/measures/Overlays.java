package uk.homeward.server.measures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.homeward.insight.measures.Grain;
import uk.homeward.insight.measures.Measure;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.planning.Foreseen;

/** What can be laid over a measure's chart, and is, for those who may see what is foreseen. */
@Component
class Overlays {

    private static final String FORECAST = "forecast";

    private final Foreseen foreseen;

    Overlays(Foreseen foreseen) {
        this.foreseen = foreseen;
    }

    /** By the word that chooses it, in the order of a list; empty where nothing of this measure is foreseen. */
    Map<String, String> choices(Measure measure, User user) {
        Map<String, String> choices = new LinkedHashMap<>();
        if (!measure.foreseen().isBlank() && user.may(Permission.FORESEE)) {
            choices.put(FORECAST, "Forecast of the next days");
        }
        if (!measure.foreseen().isBlank() && user.may(Permission.PLAN_PLACE)) {
            foreseen.scenarios(user).forEach(s -> choices.put(s.id(), "Scenario: " + s.title()));
        }
        return choices;
    }

    /** What was chosen; empty for nothing, for what is not there, and for what the user may not see. */
    List<Overlay> of(Measure measure, String chosen, Grain grain, User user) {
        Map<String, String> choices = choices(measure, user);
        if (!choices.containsKey(chosen)) {
            return List.of();
        }
        List<Foreseen.Period> periods = chosen.equals(FORECAST)
                ? foreseen.forecast(measure.foreseen(), grain::start)
                : foreseen.scenario(chosen, user, measure.foreseen());
        List<Overlay.Point> points = periods.stream()
                .map(p -> new Overlay.Point(grain.start(p.day()), p.low(), p.middle(), p.high()))
                .toList();
        Overlay.Colour colour = chosen.equals(FORECAST) ? Overlay.Colour.GREEN : Overlay.Colour.PURPLE;
        return points.isEmpty() ? List.of() : List.of(new Overlay(choices.getOrDefault(chosen, ""), colour, points));
    }
}
