package uk.homeward.journey.place;

import java.util.List;
import java.util.Map;
import uk.homeward.journey.source.Yaml;

/** Reads shares and lists; what is out of bounds is a fault and reads as something harmless. */
final class ShareReader {

    private static final double SUM_TOLERANCE = 1e-6;

    private ShareReader() {}

    /** Shares that must add up to 1; {@code otherwise} stands alone where there are none. */
    static <T> Shares<T> shares(Yaml at, Map<T, Double> weights, T otherwise) {
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            at.fault("the shares add up to (" + rounded(sum) + ") and not to 1", "mend one of them");
        }
        return sum > 0 ? Shares.of(weights) : Shares.of(Map.of(otherwise, 1.0));
    }

    private static double rounded(double value) {
        return Math.rint(value * 1e6) / 1e6;
    }

    /** A number from 0 to 1. */
    static double share(Yaml at) {
        double share = at.number();
        if (share < 0 || share > 1) {
            at.fault("a share lies between 0 and 1 (" + share + ")", "0.25 for a quarter");
            return 0;
        }
        return share;
    }

    /** A number that is not negative. */
    static double positive(Yaml at) {
        double number = at.number();
        if (number < 0) {
            at.fault("the number must not be negative (" + number + ")", "1 changes nothing");
            return 1;
        }
        return number;
    }

    /** A list with at least one entry. */
    static List<String> texts(Yaml at, String key) {
        List<String> texts = at.texts(key);
        if (texts.isEmpty()) {
            at.fault("'" + key + "' is empty", "list at least one");
        }
        return texts;
    }
}
