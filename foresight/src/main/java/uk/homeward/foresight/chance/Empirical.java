package uk.homeward.foresight.chance;

import java.util.Arrays;

/** What was observed: each of the values alike often. Values are kept sorted. */
public final class Empirical implements Distribution {

    private final double[] sorted;

    public Empirical(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("an empirical distribution has no values (0). Maybe: give at least one");
        }
        sorted = values.clone();
        Arrays.sort(sorted);
        Refuse.negative("an observed duration", sorted[0]);
        Refuse.negative("an observed duration", sorted[sorted.length - 1]);
    }

    @Override
    public double sample(Chance chance) {
        return sorted[(int) (chance.uniform() * sorted.length)];
    }

    @Override
    public double mean() {
        return Arrays.stream(sorted).average().orElseThrow();
    }

    @Override
    public double variance() {
        double mean = mean();
        return Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    }

    @Override
    public double cdf(double x) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (double) low / sorted.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Empirical e && Arrays.equals(sorted, e.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    @Override
    public String toString() {
        return "Empirical" + Arrays.toString(sorted);
    }
}
