package uk.homeward.insight.measures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.statistics.chart.ChartSettings;
import uk.homeward.insight.statistics.chart.ControlChart;
import uk.homeward.insight.statistics.chart.Observation;
import uk.homeward.insight.statistics.chart.Rebase;

/**
 * What a measure comes to. Without rows there is no data, which is never zero.
 *
 * @param asOf the day on which this was how things stood
 * @param rows by period, then group; the whole place first in each period
 */
public record MeasureResult(
        Measure measure, Grain grain, @Nullable String by, LocalDate asOf, List<MeasureRow> rows) {

    public MeasureResult {
        rows = List.copyOf(rows);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The rows of one group, or of the whole place for null, in order of time. */
    public List<MeasureRow> of(@Nullable String group) {
        return rows.stream().filter(r -> Objects.equals(r.group(), group)).toList();
    }

    /** The groups of the split, in the order of their names. */
    public List<String> groups() {
        return rows.stream()
                .map(MeasureRow::group)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** The last period that is over and has a figure for the whole place; null if there is none. */
    public @Nullable MeasureRow last() {
        return of(null).reversed().stream()
                .filter(r -> !r.partial() && r.value() != null)
                .findFirst()
                .orElse(null);
    }

    /** The control chart of one group, or of the whole place for null; periods without a figure are gaps. */
    public ControlChart chart(@Nullable String group) {
        return chart(group, List.of());
    }

    /** The same with limits set anew from some days on. */
    public ControlChart chart(@Nullable String group, List<Rebase> rebases) {
        ChartSettings settings = ChartSettings.of(measure.improvement()).withRebases(rebases);
        Measure.Target target = measure.target();
        return ControlChart.of(
                observations(of(group)), target == null ? settings : settings.withTarget(target.value()));
    }

    private List<Observation> observations(List<MeasureRow> series) {
        List<Observation> all = new ArrayList<>();
        if (series.isEmpty()) {
            return all;
        }
        Map<LocalDate, MeasureRow> byPeriod = new HashMap<>();
        series.forEach(r -> byPeriod.put(r.period(), r));
        LocalDate last = series.getLast().period();
        for (LocalDate p = series.getFirst().period(); !p.isAfter(last); p = grain.next(p)) {
            MeasureRow row = byPeriod.get(p);
            all.add(row == null ? new Observation(p, null, false) : new Observation(p, row.value(), row.partial()));
        }
        return all;
    }

    /** The same with everything from a day on taken from a newer result of the same request. */
    public MeasureResult renewed(MeasureResult newer, LocalDate from) {
        List<MeasureRow> all = new ArrayList<>(
                rows.stream().filter(r -> r.period().isBefore(from)).toList());
        all.addAll(newer.rows());
        return new MeasureResult(measure, grain, by, newer.asOf(), all);
    }
}
