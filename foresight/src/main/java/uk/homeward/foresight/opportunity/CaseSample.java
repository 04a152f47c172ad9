package uk.homeward.foresight.opportunity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws the cases of a review by chance, each as likely as any other. */
public final class CaseSample {

    private CaseSample() {}

    /**
     * Draws {@code number} of {@code cases} without putting any back, in the order drawn; all of them, shuffled, where
     * there are fewer. The same cases, number and chance give the same sample.
     */
    public static <T> List<T> draw(List<T> cases, int number, RandomGenerator chance) {
        if (number < 1) {
            throw new IllegalArgumentException("a sample of (" + number + ") cases. Maybe: ask for 1 or more");
        }
        List<T> rest = new ArrayList<>(cases);
        int drawn = Math.min(number, rest.size());
        for (int i = 0; i < drawn; i++) {
            Collections.swap(rest, i, i + chance.nextInt(rest.size() - i));
        }
        return List.copyOf(rest.subList(0, drawn));
    }
}
