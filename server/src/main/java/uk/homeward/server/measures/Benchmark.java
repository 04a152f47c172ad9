package uk.homeward.server.measures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.measures.MeasureResult;
import uk.homeward.insight.measures.MeasureRow;
import uk.homeward.insight.statistics.Comparators;
import uk.homeward.insight.statistics.chart.Improvement;

/**
 * A published figure of many trusts, month by month.
 *
 * @param result by trust, with all trusts together as the whole
 * @param people what a denominator counts, such as attendances
 * @param ours the measure of this place that counts the same; blank for none
 */
public record Benchmark(MeasureResult result, String people, String ours) {

    private static final double HUNDRED = 100;

    public Measure measure() {
        return result.measure();
    }

    /** The last month of which there are figures. */
    public LocalDate lastMonth() {
        return result.rows().getLast().period();
    }

    public List<LocalDate> months() {
        return result.of(null).reversed().stream().map(MeasureRow::period).toList();
    }

    /** The trusts of a month, the best first. */
    public List<MeasureRow> ranked(LocalDate month) {
        Comparator<MeasureRow> byValue = Comparator.comparingDouble(Benchmark::value);
        return result.rows().stream()
                .filter(r -> r.group() != null && r.period().equals(month))
                .sorted(better() == Comparators.Better.HIGHER ? byValue.reversed() : byValue)
                .toList();
    }

    Optional<MeasureRow> row(String trust, LocalDate month) {
        return result.of(trust).stream().filter(r -> r.period().equals(month)).findFirst();
    }

    private Comparators.Better better() {
        return measure().improvement() == Improvement.INCREASE ? Comparators.Better.HIGHER : Comparators.Better.LOWER;
    }

    private static double value(MeasureRow row) {
        @Nullable Double value = row.value();
        return value == null ? 0 : value;
    }

    /** What a trust would gain if it were as good as the best of these; empty where it has no figure. */
    Optional<Comparators.Gain> gain(String trust, List<String> group, LocalDate month) {
        List<Comparators.Place> places = new ArrayList<>();
        ranked(month).stream().filter(r -> group.contains(r.group())).forEach(r -> places.add(place(r)));
        return row(trust, month).map(r -> Comparators.gain(place(r), places, better(), HUNDRED));
    }

    private static Comparators.Place place(MeasureRow row) {
        @Nullable Double people = row.denominator();
        return new Comparators.Place(String.valueOf(row.group()), value(row), people == null ? 0 : people);
    }
}
