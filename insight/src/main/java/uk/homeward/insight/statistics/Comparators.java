package uk.homeward.insight.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * "What if every place were as good as the best of its comparators?": the people, and the mean gain, that this would mean.
 *
 * <p>The question is that of the place's public health report of 2018. A place that is itself the best gains nothing.
 */
public final class Comparators {

    /** Which values are better. */
    public enum Better {
        HIGHER,
        LOWER
    }

    /**
     * One place's value.
     *
     * @param id of the place
     * @param value a rate, share or mean
     * @param people whom the value is about: the denominator
     */
    public record Place(String id, double value, double people) {

        public Place {
            if (!Double.isFinite(value)) {
                throw new UnfitData("The place (" + id + ") has no value.", "leave it out of its group.");
            }
            Bands.count("number of people of " + id, people);
        }
    }

    /**
     * What a place would gain.
     *
     * @param best of the group, the place itself included; the larger one where two are equally good
     * @param gap from the place's value to the best, zero or more, in the unit of the value
     * @param people the gap times the place's people, over {@code per}: so many fewer, or more, with the property
     */
    public record Gain(Place place, Place best, double gap, double people) {}

    /** The gains of several places, added up. */
    public record Total(List<Gain> gains) {

        public Total {
            gains = List.copyOf(gains);
        }

        /** People in all places together. */
        public double people() {
            return gains.stream().mapToDouble(Gain::people).sum();
        }

        /** The plain mean of the gaps, as for years of life. */
        public double meanGap() {
            return gains.stream().mapToDouble(Gain::gap).average().orElse(Double.NaN);
        }
    }

    private Comparators() {}

    /**
     * Compares one place with its group.
     *
     * @param group the comparators; whether the place is listed among them does not matter
     * @param per for how many people the values are told: 1 for shares, 100 for percentages, 100,000 for rates
     */
    public static Gain gain(Place place, List<Place> group, Better better, double per) {
        if (!Double.isFinite(per) || per <= 0) {
            throw new UnfitData("Values are told for (" + per + ") people.", "100 was meant, for percentages.");
        }
        List<Place> all = new ArrayList<>(group);
        all.add(place);
        Comparator<Place> byValue = Comparator.comparingDouble(Place::value);
        Comparator<Place> byGoodness = better == Better.HIGHER ? byValue : byValue.reversed();
        Place best =
                all.stream().max(byGoodness.thenComparingDouble(Place::people)).orElse(place);
        double gap = Math.abs(best.value() - place.value());
        return new Gain(place, best, gap, gap * place.people() / per);
    }
}
