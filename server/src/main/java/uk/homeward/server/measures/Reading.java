package uk.homeward.server.measures;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.measures.Grain;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.measures.MeasureResult;
import uk.homeward.insight.measures.MeasureRow;
import uk.homeward.insight.statistics.chart.Assurance;
import uk.homeward.insight.statistics.chart.ChartPoint;
import uk.homeward.insight.statistics.chart.ControlChart;
import uk.homeward.insight.statistics.chart.Rebase;
import uk.homeward.insight.statistics.chart.Variation;

/** One series of a measure in words: its last figure, what the chart says of it, and whether the target will be met. */
public final class Reading {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    private final MeasureResult result;
    private final @Nullable String group;
    private final ControlChart chart;

    Reading(MeasureResult result, @Nullable String group, List<Rebase> rebases) {
        this.result = result;
        this.group = group;
        this.chart = result.chart(group, rebases);
    }

    public Measure measure() {
        return result.measure();
    }

    /** The group that is read; null for the whole place. */
    public @Nullable String group() {
        return group;
    }

    public ControlChart chart() {
        return chart;
    }

    /** The last period that is over and has a figure. */
    public Optional<MeasureRow> last() {
        return result.of(group).reversed().stream()
                .filter(r -> !r.partial() && r.value() != null)
                .findFirst();
    }

    public String lastValue() {
        return last().map(r -> value(r.value())).orElse("no figure yet");
    }

    public String lastPeriod() {
        return last().map(r -> period(r.period())).orElse("");
    }

    /** A figure with its unit. */
    public String value(@Nullable Double value) {
        if (value == null || value.isNaN()) {
            return "–";
        }
        double size = Math.abs(value);
        String number = XmrChart.number(value, size >= 100 ? 1 : size >= 1 ? 0.1 : 0.01);
        return measure().unit().equals("%")
                ? number + "%"
                : number + " " + measure().unit();
    }

    /** The period in words: {@code the week of 2 March 2026}, {@code March 2026}. */
    public String period(LocalDate start) {
        return period(result.grain(), start);
    }

    static String period(Grain grain, LocalDate start) {
        return switch (grain) {
            case DAY -> DAY.format(start);
            case WEEK -> "the week of " + DAY.format(start);
            case MONTH -> MONTH.format(start);
            case QUARTER, YEAR -> grain.title(start);
        };
    }

    /** The point of the last figure; empty without one. */
    Optional<ChartPoint> lastPoint() {
        return last().flatMap(r -> chart.points().stream()
                .filter(p -> p.observation().date().equals(r.period()))
                .findFirst());
    }

    public Variation variation() {
        return lastPoint().map(ChartPoint::variation).orElse(Variation.COMMON_CAUSE);
    }

    /** The last figure's meaning: {@code improvement}, {@code concern}, {@code change} or {@code chance}. */
    public String meaning() {
        return switch (variation()) {
            case COMMON_CAUSE -> "chance";
            case IMPROVEMENT_HIGH, IMPROVEMENT_LOW -> "improvement";
            case CONCERN_HIGH, CONCERN_LOW -> "concern";
            case NEUTRAL_HIGH, NEUTRAL_LOW -> "change";
        };
    }

    /** The same for people. */
    public String meaningWords() {
        if (last().isEmpty()) {
            return "No figure yet";
        }
        return switch (variation()) {
            case COMMON_CAUSE -> "No change beyond chance";
            case IMPROVEMENT_HIGH -> "Improvement: higher";
            case IMPROVEMENT_LOW -> "Improvement: lower";
            case CONCERN_HIGH -> "Concern: higher";
            case CONCERN_LOW -> "Concern: lower";
            case NEUTRAL_HIGH -> "Change: higher";
            case NEUTRAL_LOW -> "Change: lower";
        };
    }

    public String mark() {
        return switch (variation()) {
            case COMMON_CAUSE -> "~";
            case IMPROVEMENT_HIGH, CONCERN_HIGH, NEUTRAL_HIGH -> "▲";
            case IMPROVEMENT_LOW, CONCERN_LOW, NEUTRAL_LOW -> "▼";
        };
    }

    /** Whether the target can be relied upon; empty without a target or limits. */
    public Optional<String> assuranceWords() {
        boolean limits = lastPoint().map(p -> Double.isFinite(p.lower())).orElse(false);
        return limits ? chart.assurance().map(Reading::words) : Optional.empty();
    }

    private static String words(Assurance assurance) {
        return switch (assurance) {
            case CONSISTENT_PASS -> "Target will be met";
            case CONSISTENT_FAIL -> "Target will be missed";
            case INCONSISTENT -> "Target hit and miss";
        };
    }

    /** A sentence about the last figure if it is a special cause; empty if chance explains it. */
    public Optional<String> sentence() {
        return sentence(group == null ? "" : group);
    }

    /** The same with the group's title, such as that of a locality, in place of its id. */
    Optional<String> sentence(String title) {
        return lastPoint()
                .filter(p -> p.cause().special())
                .map(p -> "%s: %s in %s %s. The mean is %s. %s"
                        .formatted(
                                measure().title() + (title.isEmpty() ? "" : " (" + title + ")"),
                                lastValue(),
                                lastPeriod(),
                                p.cause().words(),
                                value(p.mean()),
                                switch (meaning()) {
                                    case "improvement" -> "This is an improvement.";
                                    case "concern" -> "This is a concern.";
                                    default -> "Neither way is better.";
                                }));
    }

    /** The chart in words, for those who do not see it. */
    public String description() {
        List<ChartPoint> points = chart.points().stream()
                .filter(p -> p.observation().value() != null)
                .toList();
        if (points.isEmpty()) {
            return "No figures yet.";
        }
        String limits = lastPoint()
                .filter(p -> Double.isFinite(p.lower()))
                .map(p -> " Mean " + value(p.mean()) + ", process limits " + value(p.lower()) + " to "
                        + value(p.upper()) + (p.trial() ? " (trial limits: few points)" : "") + ".")
                .orElse("");
        return "%d points from %s to %s. Last: %s in %s. %s.%s"
                .formatted(
                        points.size(),
                        period(points.getFirst().observation().date()),
                        period(points.getLast().observation().date()),
                        lastValue(),
                        lastPeriod(),
                        meaningWords(),
                        limits);
    }

    public String small() {
        return XmrChart.small(chart, measure(), result.grain(), description());
    }

    public String large() {
        return large(XmrChart.Beside.NOTHING);
    }

    String large(XmrChart.Beside beside) {
        return XmrChart.large(chart, measure(), result.grain(), beside, description());
    }

    byte[] png(XmrChart.Beside beside) {
        return XmrChart.png(chart, measure(), result.grain(), beside);
    }

    /** The first day of the last period that has a figure; empty without one. */
    Optional<LocalDate> lastDay() {
        return last().map(MeasureRow::period);
    }
}
