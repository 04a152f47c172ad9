package uk.homeward.insight.measures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.homeward.insight.statistics.Disclosure;

/** Keeps small numbers back: in each period first the small groups, then as many as it takes that none can be worked out. */
final class Hiding {

    private final Measure measure;

    Hiding(Measure measure) {
        this.measure = measure;
    }

    /** The rows with what must be hidden kept back. */
    List<MeasureRow> hide(List<MeasureRow> rows) {
        if (measure.hideBelow() < 2) {
            return rows;
        }
        Map<LocalDate, List<MeasureRow>> byPeriod = new LinkedHashMap<>();
        rows.forEach(r ->
                byPeriod.computeIfAbsent(r.period(), p -> new ArrayList<>()).add(r));
        return byPeriod.values().stream().flatMap(p -> period(p).stream()).toList();
    }

    private List<MeasureRow> period(List<MeasureRow> rows) {
        List<MeasureRow> groups = rows.stream().filter(r -> r.group() != null).toList();
        boolean[][] hidden = groups.isEmpty()
                ? new boolean[][] {{isSmall(rows.getFirst())}}
                : Disclosure.hide(
                        groups.stream().map(this::counts).toArray(long[][]::new),
                        new Disclosure.Rule(measure.hideBelow()));
        List<MeasureRow> all = new ArrayList<>();
        for (MeasureRow row : rows) {
            int at = row.group() == null ? hidden.length - 1 : groups.indexOf(row);
            all.add(any(hidden[at]) ? row.hide() : row);
        }
        return all;
    }

    private boolean isSmall(MeasureRow row) {
        for (long count : counts(row)) {
            if (count > 0 && count < measure.hideBelow()) {
                return true;
            }
        }
        return false;
    }

    /** The people behind a row: with and without for a share, else how many were counted. */
    private long[] counts(MeasureRow row) {
        if (measure.kind() == Kind.SHARE && row.numerator() != null && row.denominator() != null) {
            long with = Math.max(0, Math.round(row.numerator()));
            return new long[] {with, Math.max(0, Math.round(row.denominator()) - with)};
        }
        long n = row.n() == null ? 0 : Math.max(0, row.n());
        return measure.kind() == Kind.SHARE ? new long[] {n, 0} : new long[] {n};
    }

    private static boolean any(boolean[] cells) {
        for (boolean cell : cells) {
            if (cell) {
                return true;
            }
        }
        return false;
    }
}
