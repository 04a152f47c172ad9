package uk.homeward.foresight.demand;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * People by area, sex and single year of age in a number of years; between two listed years the number moves evenly.
 * The oldest age stands for everyone of that age and older.
 */
public final class Population {

    private final Map<String, Map<Sex, double[][]>> people;
    private final int[] years;

    /**
     * @param people for each area and sex the persons by age and then by listed year
     * @param years the listed years, rising
     */
    Population(Map<String, Map<Sex, double[][]>> people, int[] years) {
        this.people = Map.copyOf(people);
        this.years = years.clone();
    }

    public Set<String> areas() {
        return people.keySet();
    }

    public int firstYear() {
        return years[0];
    }

    public int lastYear() {
        return years[years.length - 1];
    }

    /** Persons of one sex by age, all given areas together. */
    public double[] byAge(Collection<String> areas, Sex sex, int year) {
        if (year < firstYear() || year > lastYear()) {
            throw new IllegalArgumentException("the year (" + year + ") is outside the population of " + firstYear()
                    + " to " + lastYear() + ". Maybe: choose a year within, or add a projection");
        }
        double[] sum = new double[0];
        for (String area : areas) {
            double[][] ages = table(area, sex);
            sum = sum.length == 0 ? new double[ages.length] : sum;
            for (int age = 0; age < sum.length; age++) {
                sum[age] += at(ages[age], year);
            }
        }
        return sum;
    }

    private double[][] table(String area, Sex sex) {
        Map<Sex, double[][]> sexes = people.get(area);
        if (sexes == null) {
            throw new IllegalArgumentException(
                    "there is no population for (" + area + "). Maybe: one of " + people.keySet());
        }
        return java.util.Objects.requireNonNull(sexes.get(sex));
    }

    private double at(double[] byYear, int year) {
        int found = Arrays.binarySearch(years, year);
        if (found >= 0) {
            return byYear[found];
        }
        int before = -found - 2;
        double share = (year - years[before]) / (double) (years[before + 1] - years[before]);
        return byYear[before] + share * (byYear[before + 1] - byYear[before]);
    }
}
