package uk.homeward.server.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import uk.homeward.foresight.forecast.Forecast;
import uk.homeward.foresight.forecast.Line;
import uk.homeward.foresight.forecast.Quantity;
import uk.homeward.foresight.forecast.Quantity.Kind;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Pool;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.StandardId;

/** The forecast as its page shows it, tightest pool first. */
public final class ForecastWall {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);
    private static final double LIKELY = 0.1;

    private final Pathway pathway;
    private final KeptForecast kept;
    private final Map<PoolId, Double> inService;
    private final Map<Quantity, TreeMap<LocalDateTime, Double>> seen;
    private final List<Forecasts.Scored> scores;

    ForecastWall(
            Pathway pathway,
            KeptForecast kept,
            Map<PoolId, Double> inService,
            Map<Quantity, TreeMap<LocalDateTime, Double>> seen,
            List<Forecasts.Scored> scores) {
        this.pathway = pathway;
        this.kept = kept;
        this.inService = inService;
        this.seen = seen;
        this.scores = scores;
    }

    /**
     * A pool.
     *
     * @param chances of running out, by day
     * @param most the greatest of them
     * @param oneMore what one more place would buy, in words; empty where it is not needed
     */
    public record PoolView(
            String id,
            String title,
            double inService,
            double taken,
            String takenChart,
            String waitingChart,
            List<Double> chances,
            double most,
            String oneMore) {
        public PoolView {
            chances = List.copyOf(chances);
        }
    }

    /** A standard whose clocks were forecast. */
    public record ClockView(String id, String title, String chart, String middle, String target) {}

    /** A line of the score. */
    public record ScoreView(
            String what, int moments, String inside50, String inside90, String crps, String bias, String skill) {}

    public Instant madeAt() {
        return kept.madeAt();
    }

    public int runs() {
        return kept.forecast().runs();
    }

    public int people() {
        return kept.forecast().people();
    }

    public List<String> days() {
        return kept.forecast().days().stream().map(d -> d.format(DAY)).toList();
    }

    public List<PoolView> pools() {
        List<PoolView> views = new ArrayList<>();
        for (Pool pool : pathway.pools().values()) {
            List<Double> chances = kept.forecast().runOut().get(pool.id().value());
            if (chances != null) {
                views.add(view(pool, chances));
            }
        }
        views.sort(Comparator.comparingDouble(PoolView::most)
                .thenComparingDouble(v -> v.taken() / Math.max(1, v.inService()))
                .reversed());
        return views;
    }

    private PoolView view(Pool pool, List<Double> chances) {
        String id = pool.id().value();
        Quantity taken = new Quantity(Kind.TAKEN, id);
        Quantity waiting = new Quantity(Kind.WAITING, id);
        double limit = inService.getOrDefault(pool.id(), Double.NaN);
        Line queue = kept.forecast().line(waiting);
        boolean anybody = queue.quantiles().stream().anyMatch(q -> q[Line.LEVELS - 1] >= 0.5);
        return new PoolView(
                id,
                pool.title(),
                limit,
                kept.asNow().getOrDefault(taken, 0.0),
                FanChart.of(
                        "taken-" + id,
                        pool.title() + ": places taken",
                        kept.forecast().line(taken),
                        past(taken),
                        limit,
                        false),
                anybody
                        ? FanChart.of(
                                "waiting-" + id,
                                pool.title() + ": people who wait",
                                queue,
                                past(waiting),
                                Double.NaN,
                                false)
                        : "",
                chances,
                chances.stream().mapToDouble(c -> c).max().orElse(0),
                oneMore(id));
    }

    private TreeMap<LocalDateTime, Double> past(Quantity quantity) {
        return seen.getOrDefault(quantity, new TreeMap<>());
    }

    private String oneMore(String pool) {
        return kept.forecast().oneMore().stream()
                .filter(m -> m.pool().equals(pool))
                .findFirst()
                .map(m -> "One more place would spare people " + days(m.waited()) + " of waiting in these ten days"
                        + (m.kept().isSure() ? ", and free places elsewhere for " + days(m.kept()) : "") + ".")
                .orElse("");
    }

    private static String days(Forecast.Gain gain) {
        return gain.isSure()
                ? String.format(Locale.ROOT, "%.1f days (%.1f to %.1f)", gain.mean(), gain.low(), gain.high())
                : "about no days";
    }

    /** The one thing to know, in a sentence. */
    public String headline() {
        List<PoolView> tight = pools().stream().filter(p -> p.most() >= LIKELY).toList();
        if (tight.isEmpty()) {
            return "Nothing is likely to run out within ten days.";
        }
        PoolView first = tight.getFirst();
        int day = first.chances().indexOf(first.most());
        LocalDate when = kept.forecast().days().get(day);
        String others = tight.size() == 1
                ? ""
                : " " + (tight.size() - 1) + " more " + (tight.size() == 2 ? "pool is" : "pools are") + " at risk.";
        return first.title() + ": " + percent(first.most()) + " chance that none is free or somebody waits on "
                + when.format(DAY) + "." + others;
    }

    public List<ClockView> clocks() {
        List<ClockView> views = new ArrayList<>();
        for (Line line : kept.forecast().lines()) {
            if (line.quantity().kind() == Kind.MET && line.quantiles().stream().anyMatch(q -> !Double.isNaN(q[9]))) {
                var standard = pathway.get(StandardId.of(line.quantity().of()));
                double target = standard.target() == null ? Double.NaN : standard.target();
                views.add(new ClockView(
                        standard.id().value(),
                        standard.title(),
                        FanChart.of(
                                "met-" + standard.id(),
                                standard.title() + ": share of clocks met each day",
                                line,
                                past(line.quantity()),
                                target,
                                true),
                        percent(line.at(0, 50)) + " (" + percent(line.at(0, 5)) + " to " + percent(line.at(0, 95))
                                + ")",
                        Double.isNaN(target) ? "none" : percent(target)));
            }
        }
        return views;
    }

    public List<ScoreView> scores() {
        return scores.stream()
                .map(s -> new ScoreView(
                        title(s.quantity()),
                        s.moments(),
                        percent(s.inside50()),
                        percent(s.inside90()),
                        number(s.crps(), s.quantity()),
                        number(s.bias(), s.quantity()),
                        Double.isNaN(s.skill()) ? "–" : percent(s.skill())))
                .toList();
    }

    private String title(Quantity quantity) {
        return switch (quantity.kind()) {
            case TAKEN -> pathway.get(PoolId.of(quantity.of())).title() + ", places taken";
            case WAITING -> pathway.get(PoolId.of(quantity.of())).title() + ", people who wait";
            case MET -> pathway.get(StandardId.of(quantity.of())).title() + ", share met";
        };
    }

    private static String number(double value, Quantity quantity) {
        return String.format(Locale.ROOT, quantity.kind() == Kind.MET ? "%.3f" : "%.1f", value);
    }

    /** A share in words: {@code 83%}. */
    public static String percent(double share) {
        return Double.isNaN(share) ? "–" : Math.round(share * 100) + "%";
    }
}
