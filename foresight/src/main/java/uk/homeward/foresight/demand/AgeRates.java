package uk.homeward.foresight.demand;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.CsvRow;
import uk.homeward.journey.source.Faults;

/**
 * How often people of an age need hospital, for each person and year. Rates are given at some ages; between them they
 * move evenly, and outside they stay as at the nearest age given.
 */
public final class AgeRates {

    /** What is counted. */
    public enum Activity {
        ADMISSIONS,
        BED_DAYS
    }

    private final Map<Activity, Map<Sex, TreeMap<Double, Double>>> rates = new EnumMap<>(Activity.class);

    private AgeRates() {
        for (Activity activity : Activity.values()) {
            Map<Sex, TreeMap<Double, Double>> sexes = new EnumMap<>(Sex.class);
            for (Sex sex : Sex.values()) {
                sexes.put(sex, new TreeMap<>());
            }
            rates.put(activity, sexes);
        }
    }

    /** Reads columns activity, sex, age, rate and source; throws if any row or curve is missing or wrong. */
    public static AgeRates read(Path file) {
        Faults faults = new Faults();
        Csv csv = Csv.read(file, faults).columns("activity", "sex", "age", "rate", "source");
        AgeRates read = new AgeRates();
        for (CsvRow row : csv.rows()) {
            Activity activity = row.choice("activity", Activity.class);
            Sex sex = row.choice("sex", Sex.class);
            if (read.curve(activity, sex).put(row.number("age", 0), row.number("rate", 0)) != null) {
                row.fault("the age (" + row.optional("age") + ") stands twice", "keep one of them");
            }
        }
        for (Activity activity : Activity.values()) {
            for (Sex sex : Sex.values()) {
                if (read.curve(activity, sex).isEmpty()) {
                    String what = CsvRow.word(activity) + ", " + CsvRow.word(sex);
                    faults.add(csv.file(), 0, "there are no rates for (" + what + ")", "add a row for some ages");
                }
            }
        }
        faults.throwIfAny();
        return read;
    }

    /** The rate for each person of this sex and age in a year. */
    public double at(Activity activity, Sex sex, double age) {
        TreeMap<Double, Double> curve = curve(activity, sex);
        Map.Entry<Double, Double> below = curve.floorEntry(age);
        Map.Entry<Double, Double> above = curve.ceilingEntry(age);
        if (below == null || above == null) {
            return Objects.requireNonNull(below == null ? above : below).getValue();
        }
        double gap = above.getKey() - below.getKey();
        double share = gap == 0 ? 0 : (age - below.getKey()) / gap;
        return below.getValue() + share * (above.getValue() - below.getValue());
    }

    private TreeMap<Double, Double> curve(Activity activity, Sex sex) {
        return Objects.requireNonNull(
                Objects.requireNonNull(rates.get(activity)).get(sex));
    }
}
