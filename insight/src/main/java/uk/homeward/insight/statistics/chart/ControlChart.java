package uk.homeward.insight.statistics.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An XmR chart: each value against the mean and the natural process limits of its period, with special causes marked.
 *
 * <p>Marks are, in order of precedence: beyond a limit; seven rising or falling; two of three close to a limit; seven on
 * one side of the mean. A run or trend is marked back to its start. Nothing is carried across a rebase.
 */
public final class ControlChart {

    private final List<ChartPoint> points;
    private final ChartSettings settings;
    private final @Nullable Assurance assurance;

    private ControlChart(List<ChartPoint> points, ChartSettings settings, @Nullable Assurance assurance) {
        this.points = points;
        this.settings = settings;
        this.assurance = assurance;
    }

    /**
     * Draws the chart.
     *
     * @param observations with rising dates; may be empty
     * @throws IllegalArgumentException when dates do not rise
     */
    public static ControlChart of(List<Observation> observations, ChartSettings settings) {
        checkOrder(observations);
        List<ChartPoint> points = new ArrayList<>(observations.size());
        Limits last = null;
        int index = 0;
        for (List<Observation> part : split(observations, settings.rebases())) {
            Period period = new Period(index++, part, settings);
            points.addAll(period.points(settings.improvement()));
            last = period.limits();
        }
        Assurance assurance = last == null
                ? null
                : Assurance.of(settings.improvement(), last.lower(), last.upper(), settings.target());
        return new ControlChart(List.copyOf(points), settings, assurance);
    }

    private static void checkOrder(List<Observation> observations) {
        for (int i = 1; i < observations.size(); i++) {
            LocalDate before = observations.get(i - 1).date();
            LocalDate date = observations.get(i).date();
            if (!date.isAfter(before)) {
                throw new IllegalArgumentException("The date (" + date + ") follows (" + before
                        + "); dates must rise. Maybe: two rows for one date, or rows out of order.");
            }
        }
    }

    private static List<List<Observation>> split(List<Observation> observations, List<Rebase> rebases) {
        List<List<Observation>> parts = new ArrayList<>();
        List<Observation> part = new ArrayList<>();
        Observation before = null;
        for (Observation observation : observations) {
            if (before != null && beginsPeriod(before.date(), observation.date(), rebases)) {
                parts.add(part);
                part = new ArrayList<>();
            }
            part.add(observation);
            before = observation;
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    private static boolean beginsPeriod(LocalDate before, LocalDate date, List<Rebase> rebases) {
        return rebases.stream()
                .anyMatch(rebase ->
                        rebase.from().isAfter(before) && !rebase.from().isAfter(date));
    }

    public List<ChartPoint> points() {
        return points;
    }

    public ChartSettings settings() {
        return settings;
    }

    /** The icon of the last point that counts: the one that has a value and is no ghost. */
    public Variation variation() {
        for (int i = points.size() - 1; i >= 0; i--) {
            Observation observation = points.get(i).observation();
            if (observation.value() != null && !observation.ghosted()) {
                return points.get(i).variation();
            }
        }
        return Variation.COMMON_CAUSE;
    }

    /** Whether the target will be met; empty without target, or where neither way is better. */
    public Optional<Assurance> assurance() {
        return Optional.ofNullable(assurance);
    }
}
