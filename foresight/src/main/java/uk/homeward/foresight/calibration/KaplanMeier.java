package uk.homeward.foresight.calibration;

import java.util.Comparator;
import java.util.List;

/**
 * The share of stays that go on beyond each duration, where some stays have not ended yet (Kaplan and Meier 1958), with
 * Greenwood's variance. Durations are hours.
 */
public final class KaplanMeier {

    private final double[] times; // at which stays ended, rising
    private final double[] survival; // after each
    private final double[] atRisk;
    private final double[] endings;
    private final double last; // the longest that was seen, ended or not

    private KaplanMeier(double[] times, double[] survival, double[] atRisk, double[] endings, double last) {
        this.times = times;
        this.survival = survival;
        this.atRisk = atRisk;
        this.endings = endings;
        this.last = last;
    }

    public static KaplanMeier of(List<Stay> stays) {
        List<Stay> sorted =
                stays.stream().sorted(Comparator.comparingDouble(Stay::hours)).toList();
        int n = sorted.size();
        double[] times = new double[n];
        double[] survival = new double[n];
        double[] atRisk = new double[n];
        double[] endings = new double[n];
        int count = 0;
        double share = 1;
        for (int i = 0; i < n; ) {
            double time = sorted.get(i).hours();
            int risk = n - i;
            int ended = 0;
            for (; i < n && sorted.get(i).hours() == time; i++) {
                ended += sorted.get(i).ended() ? 1 : 0;
            }
            if (ended > 0) {
                share *= 1 - (double) ended / risk;
                times[count] = time;
                survival[count] = share;
                atRisk[count] = risk;
                endings[count++] = ended;
            }
        }
        double last = n == 0 ? 0 : sorted.getLast().hours();
        return new KaplanMeier(
                java.util.Arrays.copyOf(times, count),
                java.util.Arrays.copyOf(survival, count),
                java.util.Arrays.copyOf(atRisk, count),
                java.util.Arrays.copyOf(endings, count),
                last);
    }

    /** The share that goes on beyond {@code hours}. */
    public double survival(double hours) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= hours) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? 1 : survival[low - 1];
    }

    /** The duration within which the share {@code p} has ended; not a number where so many were not seen to end. */
    public double quantile(double p) {
        for (int i = 0; i < times.length; i++) {
            if (survival[i] <= 1 - p + 1e-12) {
                return times[i];
            }
        }
        return Double.NaN;
    }

    /** The share that was still going on at the longest duration that was seen. */
    public double unseen() {
        return survival.length == 0 ? 1 : survival[survival.length - 1];
    }

    /** The mean up to the longest duration that was seen: the area below the curve. */
    public double mean() {
        return area(0);
    }

    private double area(int from) {
        double sum = 0;
        double share = from == 0 ? 1 : survival[from - 1];
        double time = from == 0 ? 0 : times[from - 1];
        for (int i = from; i < times.length; i++) {
            sum += share * (times[i] - time);
            share = survival[i];
            time = times[i];
        }
        return sum + share * Math.max(0, last - time);
    }

    /** The standard error of {@link #mean}. */
    public double meanError() {
        double variance = 0;
        double beyond = survival.length == 0 ? 0 : survival[survival.length - 1] * (last - times[times.length - 1]);
        for (int i = times.length - 1; i >= 0; i--) {
            if (atRisk[i] > endings[i]) {
                variance += beyond * beyond * endings[i] / (atRisk[i] * (atRisk[i] - endings[i]));
            }
            double before = i == 0 ? 1 : survival[i - 1];
            beyond += before * (times[i] - (i == 0 ? 0 : times[i - 1]));
        }
        return Math.sqrt(variance);
    }
}
