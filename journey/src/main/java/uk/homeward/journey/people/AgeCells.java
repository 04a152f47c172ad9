package uk.homeward.journey.people;

import java.util.ArrayList;
import java.util.List;
import uk.homeward.journey.person.Sex;
import uk.homeward.journey.place.Locality;
import uk.homeward.journey.place.LocalityId;
import uk.homeward.journey.place.PeopleModel.AgeCount;
import uk.homeward.journey.place.Place;

/**
 * How people fall on localities, ages and sexes. A council's counts are shared out over its localities by registered
 * patients, weighted with how much older than the rest each locality is.
 */
final class AgeCells {

    record Cell(LocalityId locality, int age, Sex sex) {}

    private final List<Cell> cells = new ArrayList<>();
    private final double[] upTo;
    private final int oldest;

    AgeCells(Place place) {
        List<Double> weights = new ArrayList<>();
        for (Locality locality : place.localities().list()) {
            double share = shareOfAuthority(place, locality);
            for (AgeCount count : place.people().ages()) {
                if (count.authority().equals(locality.authority())) {
                    for (Sex sex : List.of(Sex.FEMALE, Sex.MALE)) {
                        cells.add(new Cell(locality.id(), count.age(), sex));
                        weights.add(count.of(sex) * share);
                    }
                }
            }
        }
        upTo = new double[cells.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += weights.get(i);
            upTo[i] = sum;
        }
        oldest = place.people().ages().stream().mapToInt(AgeCount::age).max().orElse(0);
    }

    private static double shareOfAuthority(Place place, Locality locality) {
        double all = place.localities().stream()
                .filter(other -> other.authority().equals(locality.authority()))
                .mapToDouble(other -> weight(place, other))
                .sum();
        return weight(place, locality) / all;
    }

    private static double weight(Place place, Locality locality) {
        return place.registeredIn(locality.id()) * locality.olderShare();
    }

    /** The cell that a number from 0 (included) to 1 (not included) falls on. */
    Cell at(double share) {
        double sought = share * upTo[upTo.length - 1];
        int low = 0;
        int high = upTo.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] > sought) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return cells.get(low);
    }

    /** True for the last age of the counts, which stands for that age and over. */
    boolean isOpenEnded(int age) {
        return age == oldest;
    }
}
