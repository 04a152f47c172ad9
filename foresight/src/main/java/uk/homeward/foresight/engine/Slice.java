package uk.homeward.foresight.engine;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.engine.Periods.Period;

/** One reporting period (or the whole time) of every replication: differences of running sums. */
final class Slice {

    private final List<List<Period>> runs;
    private final int period;
    private final Layout at;
    private final Horizon horizon;

    /** {@code period} counts from 0; -1 is the whole time. */
    Slice(List<List<Period>> runs, int period, Layout at, Horizon horizon) {
        this.runs = runs;
        this.period = period;
        this.at = at;
        this.horizon = horizon;
    }

    private Period last(List<Period> run) {
        return run.get(period < 0 ? run.size() - 1 : period);
    }

    private @Nullable Period before(List<Period> run) {
        return period <= 0 ? null : run.get(period - 1);
    }

    long from() {
        Period before = before(runs.getFirst());
        return before == null ? horizon.warmUp() : before.end();
    }

    long to() {
        return last(runs.getFirst()).end();
    }

    double hours() {
        return (to() - from()) / Lasts.HOUR;
    }

    private double[] each(ToDoubleBiFunction<Period, @Nullable Period> value) {
        return runs.stream()
                .mapToDouble(run -> value.applyAsDouble(last(run), before(run)))
                .toArray();
    }

    /** The mean of a level, by replication. */
    double[] level(int level) {
        double time = to() - from();
        return each((last, before) -> (last.areas()[level] - (before == null ? 0 : before.areas()[level])) / time);
    }

    /** The sum of some counts, by replication. */
    double[] count(int... counts) {
        return each((last, before) -> {
            long sum = 0;
            for (int count : counts) {
                sum += last.counts()[count] - (before == null ? 0 : before.counts()[count]);
            }
            return sum;
        });
    }

    /** The mean number of people in a step or waiting for one: all who are on a journey. */
    double[] people() {
        double[] sum = new double[runs.size()];
        for (int step = 0; step < at.steps; step++) {
            double[] present = level(at.present + step);
            double[] waiting = level(at.waiting + step);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += present[i] + waiting[i];
            }
        }
        return sum;
    }

    double[] perDay(int... counts) {
        double days = hours() / 24;
        double[] sum = count(counts);
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= days;
        }
        return sum;
    }

    /** One count by another, divided by {@code unit}; not a number where the second is 0. */
    double[] ratio(int over, int under, double unit) {
        return ratio(new int[] {over}, new int[] {under}, unit);
    }

    /** The sum of some counts by that of others. */
    double[] ratio(int[] over, int[] under, double unit) {
        double[] a = count(over);
        double[] b = count(under);
        for (int i = 0; i < a.length; i++) {
            a[i] = b[i] == 0 ? Double.NaN : a[i] / b[i] / unit;
        }
        return a;
    }

    /** The mean number of places of a pool, by replication; not a number if it has no limit. */
    double[] capacity(int pool) {
        double time = to() - from();
        double[] sums = count(at.capacitySum + pool);
        for (int i = 0; i < sums.length; i++) {
            sums[i] = sums[i] == 0 ? Double.NaN : sums[i] / time;
        }
        return sums;
    }
}
