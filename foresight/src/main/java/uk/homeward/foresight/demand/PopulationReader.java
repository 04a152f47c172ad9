package uk.homeward.foresight.demand;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.CsvRow;
import uk.homeward.journey.source.Faults;

/** Reads a {@link Population}: columns area, sex, age, source (may be left out), and one for each year. */
public final class PopulationReader {

    private static final Set<String> FIXED = Set.of("area", "sex", "age", "source");

    private final Faults faults = new Faults();
    private final Csv csv;
    private final List<String> years;

    private PopulationReader(Path file) {
        this.csv = Csv.read(file, faults);
        this.years = csv.header().stream().filter(name -> !FIXED.contains(name)).toList();
    }

    /** Reads a file; a gap in ages, a missing sex or a value that is no number is a fault with its line. */
    public static Population read(Path file) {
        PopulationReader reader = new PopulationReader(file);
        Population population = reader.population();
        reader.faults.throwIfAny();
        return population;
    }

    private Population population() {
        int[] listed = years.stream().mapToInt(this::year).toArray();
        for (int i = 1; i < listed.length; i++) {
            if (listed[i] <= listed[i - 1]) {
                faults.add(csv.file(), 1, "the years do not rise (" + years.get(i) + ")", "order the columns by year");
            }
        }
        if (listed.length == 0) {
            faults.add(csv.file(), 1, "there is no year", "add a column for each year, such as 2023");
            return new Population(Map.of(), new int[] {0});
        }
        Map<String, Map<Sex, TreeMap<Integer, double[]>>> read = new TreeMap<>();
        for (CsvRow row : csv.rows()) {
            double[] people =
                    years.stream().mapToDouble(year -> row.number(year, 0)).toArray();
            int age = row.whole("age", 0);
            if (read.computeIfAbsent(row.text("area"), area -> new EnumMap<>(Sex.class))
                            .computeIfAbsent(row.choice("sex", Sex.class), sex -> new TreeMap<>())
                            .put(age, people)
                    != null) {
                row.fault("the age (" + age + ") stands twice for this area and sex", "keep one of them");
            }
        }
        Map<String, Map<Sex, double[][]>> people = new TreeMap<>();
        read.forEach((area, sexes) -> people.put(area, sexes(area, sexes)));
        return new Population(people, listed);
    }

    private Map<Sex, double[][]> sexes(String area, Map<Sex, TreeMap<Integer, double[]>> read) {
        Map<Sex, double[][]> sexes = new EnumMap<>(Sex.class);
        for (Sex sex : Sex.values()) {
            TreeMap<Integer, double[]> ages = read.getOrDefault(sex, new TreeMap<>());
            int oldest = ages.isEmpty() ? 0 : ages.lastKey();
            double[][] table = new double[oldest + 1][years.size()];
            for (int age = 0; age <= oldest; age++) {
                double[] values = ages.get(age);
                if (values == null) {
                    String who = sex.name().toLowerCase(java.util.Locale.ROOT) + " people in " + area;
                    faults.add(csv.file(), 0, "the age (" + age + ") of " + who + " is missing", "add its row");
                } else {
                    table[age] = Arrays.copyOf(values, years.size());
                }
            }
            sexes.put(sex, table);
        }
        return sexes;
    }

    private int year(String heading) {
        try {
            return Integer.parseInt(heading);
        } catch (NumberFormatException e) {
            faults.add(csv.file(), 1, "the column (" + heading + ") is no year", "write it as 2023");
            return 0;
        }
    }
}
