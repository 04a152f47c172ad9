package uk.homeward.journey.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What was found when two records were laid side by side.
 *
 * @param found the findings, each field of the records at most once
 * @param bits the sum of what they weigh
 */
public record Comparison(List<Evidence> found, double bits) {

    public Comparison {
        found = List.copyOf(found);
    }

    static Comparison of(List<Evidence> found, Weights weights) {
        List<Evidence> heaviestFirst = new ArrayList<>(found);
        heaviestFirst.sort(Comparator.comparingDouble((Evidence e) -> -weights.of(e)));
        return new Comparison(
                heaviestFirst, found.stream().mapToDouble(weights::of).sum());
    }

    public boolean has(Evidence evidence) {
        return found.contains(evidence);
    }

    /** One sentence: what speaks for one person first, what speaks against it last. */
    public String words() {
        if (found.isEmpty()) {
            return "Nothing could be compared.";
        }
        String words = String.join("; ", found.stream().map(Evidence::words).toList());
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }
}
