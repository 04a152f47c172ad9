package uk.homeward.journey.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Values with the share of each; the shares are brought to a sum of 1. Immutable.
 *
 * @param <T> the values
 */
public final class Shares<T> {

    private final List<T> values;
    private final double[] upTo;

    private Shares(List<T> values, double[] upTo) {
        this.values = values;
        this.upTo = upTo;
    }

    /** Refuses negative weights, and weights that are all nothing. */
    public static <T> Shares<T> of(Map<T, Double> weights) {
        List<T> values = new ArrayList<>(weights.keySet());
        double[] upTo = new double[values.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            double weight = weights.getOrDefault(values.get(i), 0.0);
            if (!(weight >= 0)) {
                throw new IllegalArgumentException(
                        "a share is negative (" + values.get(i) + ": " + weight + "). Maybe: leave it out");
            }
            sum += weight;
            upTo[i] = sum;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("there is nothing to share out (" + weights + "). Maybe: add a share");
        }
        for (int i = 0; i < upTo.length; i++) {
            upTo[i] /= sum;
        }
        return new Shares<>(List.copyOf(values), upTo);
    }

    public List<T> values() {
        return values;
    }

    /** The share of the value at this position of {@link #values()}. */
    public double share(int position) {
        return position == 0 ? upTo[0] : upTo[position] - upTo[position - 1];
    }

    /** The share of a value; 0 where it is none of them. */
    public double shareOf(T value) {
        int position = values.indexOf(value);
        return position < 0 ? 0 : share(position);
    }

    /** The value that a number from 0 (included) to 1 (not included) falls on. */
    public T pick(double at) {
        int i = 0;
        while (i < upTo.length - 1 && at >= upTo[i]) {
            i++;
        }
        return values.get(i);
    }
}
