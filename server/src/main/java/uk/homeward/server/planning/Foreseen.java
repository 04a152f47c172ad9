package uk.homeward.server.planning;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import uk.homeward.foresight.engine.Estimate;
import uk.homeward.foresight.engine.Findings;
import uk.homeward.foresight.forecast.Line;
import uk.homeward.foresight.forecast.Quantity;
import uk.homeward.server.access.User;

/** What is foreseen of something that is measured as well, period by period, for the measure's chart. */
@Component
public class Foreseen {

    private static final double HUNDRED = 100; // measures tell shares in a hundred

    private final Forecasts forecasts;
    private final Scenarios scenarios;
    private final PathwaySource source;

    Foreseen(Forecasts forecasts, Scenarios scenarios, PathwaySource source) {
        this.forecasts = forecasts;
        this.scenarios = scenarios;
        this.source = source;
    }

    /** One period that begins on a day: the middle, and between what it is likely to lie. */
    public record Period(LocalDate day, double low, double middle, double high) {}

    /** A scenario that was played and can be drawn. */
    public record Choice(String id, String title) {}

    /**
     * The newest forecast.
     *
     * @param code such as {@code met:response-2h}
     * @param start the first day of the period in which a day lies
     */
    public List<Period> forecast(String code, UnaryOperator<LocalDate> start) {
        Optional<Measure> measure = Measure.find(code, source.pathway());
        if (measure.isEmpty() || !(measure.get() instanceof Measure.Met met)) {
            return List.of();
        }
        Quantity quantity = new Quantity(Quantity.Kind.MET, met.standard());
        return forecasts
                .findLatest()
                .map(kept -> kept.forecast().lines().stream()
                        .filter(l -> l.quantity().equals(quantity))
                        .findFirst())
                .flatMap(line -> line)
                .map(line -> periods(line, start))
                .orElse(List.of());
    }

    /** The means of the days' percentiles of each period. */
    private static List<Period> periods(Line line, UnaryOperator<LocalDate> start) {
        Map<LocalDate, List<Integer>> moments = new TreeMap<>();
        for (int i = 0; i < line.at().size(); i++) {
            LocalDateTime at = line.at().get(i).minusMinutes(1); // the end of a day belongs to it
            if (!Double.isNaN(line.at(i, 50))) {
                moments.computeIfAbsent(start.apply(at.toLocalDate()), d -> new ArrayList<>())
                        .add(i);
            }
        }
        List<Period> periods = new ArrayList<>();
        moments.forEach(
                (day, of) -> periods.add(new Period(day, mean(line, of, 5), mean(line, of, 50), mean(line, of, 95))));
        return periods;
    }

    private static double mean(Line line, List<Integer> moments, int percent) {
        return HUNDRED
                * moments.stream()
                        .mapToDouble(i -> line.at(i, percent))
                        .average()
                        .orElse(Double.NaN);
    }

    /** Scenarios that the user may see and that were played. */
    public List<Choice> scenarios(User user) {
        return scenarios.list(user).stream()
                .filter(ScenarioLine::played)
                .map(s -> new Choice(s.id(), s.title()))
                .toList();
    }

    /** What a scenario says, month by month; empty where it is not the user's to see or tells nothing of it. */
    public List<Period> scenario(String id, User user, String code) {
        Optional<Measure> measure = Measure.find(code, source.pathway());
        Optional<SavedScenario> saved = scenarios.find(id, user);
        if (measure.isEmpty() || saved.isEmpty()) {
            return List.of();
        }
        Findings found = saved.get().result();
        LocalDateTime start = ScenarioDesk.day(saved.get())
                .minusDays(ScenarioText.WARM_UP_DAYS)
                .atStartOfDay();
        List<Period> periods = new ArrayList<>();
        if (found != null) {
            double times = measure.get().isShare() ? HUNDRED : 1;
            for (Findings.PeriodFinding period : found.periods()) {
                Estimate e = measure.get().in(found, period);
                if (!Double.isNaN(e.mean())) {
                    LocalDate day =
                            start.plusMinutes((long) (period.fromHours() * 60)).toLocalDate();
                    periods.add(new Period(day, times * e.p5(), times * e.mean(), times * e.p95()));
                }
            }
        }
        return periods;
    }
}
