package uk.homeward.foresight.calibration;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.pathway.Route;

/**
 * Learns how people come by a route: a Poisson stream whose rate is the product of a level, the patterns of hour, weekday
 * and month, and growth. Each pattern's likeliest weights are what was observed by what the others let expect; they are
 * found in turns until nothing moves.
 */
final class ArrivalFit {

    static final int FEW = 50;
    private static final int FEW_FOR_HOURS = 480;
    private static final int FEW_FOR_WEEKDAYS = 200;
    private static final double YEAR = 365.25;

    private final Route route;
    private final List<Came> came;
    private final Window window;
    private final LocalDate epoch;
    private final int days;
    private final int[] counts; // by day
    private final double[] weekday = ones(7);
    private final double[] month = ones(12);
    private final List<String> kept = new ArrayList<>();
    private double growth; // of the logarithm, a year
    private double level;

    private ArrivalFit(Route route, List<Came> came, Window window, LocalDate epoch) {
        this.route = route;
        this.came = came;
        this.window = window;
        this.epoch = epoch;
        this.days = window.days();
        this.counts = new int[days];
        came.forEach(c -> counts[(int) ChronoUnit.DAYS.between(window.from(), c.at().toLocalDate())]++);
    }

    static LearnedArrivals learn(Route route, List<Came> came, Window window, LocalDate epoch) {
        return new ArrivalFit(route, came, window, epoch).learn();
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private LearnedArrivals learn() {
        Route.@Nullable Arrivals assumed = route.arrivals();
        double before = assumed == null ? Double.NaN : assumed.perDay();
        Between unknown = new Between(Double.NaN, Double.NaN, Double.NaN);
        if (came.size() < FEW || (assumed != null && assumed.population() > 0)) {
            kept.add(
                    came.size() < FEW
                            ? "only " + came.size() + " came; at least " + FEW + " are needed"
                            : "a closed population is not learned");
            return new LearnedArrivals(
                    route.id(),
                    came.size(),
                    before,
                    unknown,
                    List.of(),
                    List.of(),
                    List.of(),
                    unknown,
                    Double.NaN,
                    List.of(),
                    Map.of(),
                    Map.of(),
                    kept);
        }
        boolean weekdays = came.size() >= FEW_FOR_WEEKDAYS && days >= 28;
        boolean months = days >= 365;
        boolean trend = days >= 730;
        start(assumed, weekdays, months, trend);
        Between growing = fit(weekdays, months, trend);
        double dispersion = dispersion();
        double error = Math.sqrt(Math.max(1, dispersion) / came.size());
        if (trend) { // the level is told at the epoch: what is not known of growth makes it less sure
            double years = ChronoUnit.DAYS.between(window.from().plusDays(days / 2), epoch) / YEAR;
            double slope = (growing.high() - growing.low()) / (2 * Between.Z) / (1 + growing.value());
            error = Math.hypot(error, years * slope);
        }
        return new LearnedArrivals(
                route.id(),
                came.size(),
                before,
                Between.positive(level, error),
                hours(),
                weekdays ? list(weekday) : List.of(),
                months ? list(month) : List.of(),
                trend ? growing : unknown,
                dispersion,
                daily(),
                shares(came.stream().map(Came::sender).toList()),
                attributes(),
                kept);
    }

    /** What cannot be learned stays as the pathway has it, and is taken out before the rest is learned. */
    private void start(Route.@Nullable Arrivals assumed, boolean weekdays, boolean months, boolean trend) {
        if (assumed != null) {
            take(weekdays ? List.of() : assumed.byWeekday(), weekday);
            take(months ? List.of() : assumed.byMonth(), month);
            growth = trend ? 0 : Math.log1p(assumed.growthPerYear());
        }
        if (!weekdays) {
            kept.add("weekdays: fewer than " + FEW_FOR_WEEKDAYS + " people or 28 days");
        }
        if (!months) {
            kept.add("months: the window has " + days + " days, a year is needed");
        }
        if (!trend) {
            kept.add("growth: the window has " + days + " days, two years are needed");
        }
    }

    private static void take(List<Double> weights, double[] into) {
        for (int i = 0; i < weights.size(); i++) {
            into[i] = weights.get(i);
        }
        even(into);
    }

    private static void even(double[] weights) {
        double mean = Arrays.stream(weights).average().orElse(1);
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= mean;
        }
    }

    private Between fit(boolean weekdays, boolean months, boolean trend) {
        Between growing = new Between(0, 0, 0);
        for (int round = 0; round < 60; round++) {
            double sum = 0;
            for (int day = 0; day < days; day++) {
                sum += factor(day);
            }
            level = came.size() / sum;
            if (weekdays) {
                learn(weekday, true);
            }
            if (months) {
                learn(month, false);
            }
            if (trend) {
                growing = grow();
            }
        }
        return growing;
    }

    private LocalDate day(int day) {
        return window.from().plusDays(day);
    }

    private double years(int day) {
        return ChronoUnit.DAYS.between(epoch, day(day)) / YEAR;
    }

    private double factor(int day) {
        return weekday[day(day).getDayOfWeek().getValue() - 1]
                * month[day(day).getMonthValue() - 1]
                * Math.exp(growth * years(day));
    }

    private void learn(double[] weights, boolean ofWeek) {
        double[] seen = new double[weights.length];
        double[] expected = new double[weights.length];
        for (int day = 0; day < days; day++) {
            int i = ofWeek ? day(day).getDayOfWeek().getValue() - 1 : day(day).getMonthValue() - 1;
            seen[i] += counts[day];
            expected[i] += level * factor(day);
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= expected[i] == 0 ? 1 : seen[i] / expected[i];
        }
        even(weights);
    }

    /** One step of Newton's method; the interval is that of a Poisson stream. */
    private Between grow() {
        double slope = 0;
        double curve = 0;
        double level0 = 0;
        double level1 = 0;
        for (int day = 0; day < days; day++) {
            double expected = level * factor(day);
            slope += years(day) * (counts[day] - expected);
            curve += years(day) * years(day) * expected;
            level0 += expected;
            level1 += years(day) * expected;
        }
        double apart = curve - level1 * level1 / level0; // the level is learned as well
        growth += slope / Math.max(1e-9, apart);
        Between log = Between.normal(growth, Math.sqrt(1 / Math.max(1e-9, apart)));
        return new Between(Math.expm1(log.value()), Math.expm1(log.low()), Math.expm1(log.high()));
    }

    private double dispersion() {
        double sum = 0;
        int free = 0;
        for (int day = 0; day < days; day++) {
            double expected = level * factor(day);
            if (expected > 0) {
                sum += (counts[day] - expected) * (counts[day] - expected) / expected;
                free++;
            }
        }
        return sum / Math.max(1, free - 1);
    }

    private List<Double> hours() {
        if (came.size() < FEW_FOR_HOURS) {
            kept.add("hours: fewer than " + FEW_FOR_HOURS + " people");
            return List.of();
        }
        double[] hours = new double[24];
        came.forEach(c -> hours[c.at().getHour()]++);
        even(hours);
        return list(hours);
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /** Quantiles of daily counts: observed, and of the mixture of the Poisson distributions of all days. */
    private List<LearnedArrivals.Daily> daily() {
        int[] sorted = counts.clone();
        Arrays.sort(sorted);
        int most = sorted[days - 1] * 2 + 20;
        double[] below = new double[most];
        for (int day = 0; day < days; day++) {
            double expected = level * factor(day);
            double p = Math.exp(-expected);
            double sum = 0;
            for (int k = 0; k < most; k++) {
                sum += p;
                below[k] += Math.min(1, sum) / days;
                p *= expected / (k + 1);
            }
        }
        List<LearnedArrivals.Daily> daily = new ArrayList<>();
        for (double share : List.of(0.05, 0.25, 0.5, 0.75, 0.95)) {
            int fitted = 0;
            while (fitted < most - 1 && below[fitted] < share) {
                fitted++;
            }
            daily.add(new LearnedArrivals.Daily(share, sorted[(int) (share * (days - 1))], fitted));
        }
        return daily;
    }

    private static Map<String, Between> shares(List<String> values) {
        Map<String, Integer> counts = new TreeMap<>();
        values.forEach(v -> counts.merge(v, 1, Integer::sum));
        Map<String, Between> shares = new LinkedHashMap<>();
        counts.forEach((value, count) -> shares.put(value, Between.share(count, values.size())));
        return shares;
    }

    private Map<String, Map<String, Between>> attributes() {
        Map<String, List<String>> values = new TreeMap<>();
        came.forEach(c -> c.attributes()
                .forEach((name, value) ->
                        values.computeIfAbsent(name, n -> new ArrayList<>()).add(value)));
        Map<String, Map<String, Between>> shares = new LinkedHashMap<>();
        values.forEach((name, list) -> shares.put(name, shares(list)));
        return shares;
    }
}
