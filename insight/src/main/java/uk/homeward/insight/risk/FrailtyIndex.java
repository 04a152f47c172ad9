package uk.homeward.insight.risk;

import java.io.Reader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The electronic frailty index: the share of deficits (36 in the published index) that a person's record shows.
 *
 * <p>Source: Clegg A and others. Age and Ageing 2016;45:353-60. Which codes stand for which deficit is licensed: the
 * place loads its own code sets, and nothing is shipped.
 */
public final class FrailtyIndex {

    private final Map<String, String> deficitByCode;
    private final Set<String> deficits;

    private FrailtyIndex(Map<String, String> deficitByCode) {
        this.deficitByCode = Map.copyOf(deficitByCode);
        this.deficits = Set.copyOf(deficitByCode.values());
    }

    /**
     * Reads code sets from lines of {@code deficit,code}, below a header.
     *
     * @throws IllegalArgumentException when a line has no code, or a code stands for two deficits
     */
    public static FrailtyIndex load(Reader codeSets) {
        Map<String, String> deficitByCode = new LinkedHashMap<>();
        for (List<String> row : Table.read(codeSets)) {
            if (row.size() < 2 || row.get(0).isEmpty() || row.get(1).isEmpty()) {
                throw new IllegalArgumentException(
                        "The line (" + String.join(",", row) + ") is not deficit,code. Maybe: a comma is missing.");
            }
            String before = deficitByCode.put(row.get(1), row.get(0));
            if (before != null && !before.equals(row.get(0))) {
                throw new IllegalArgumentException("The code (" + row.get(1) + ") stands for both " + before + " and "
                        + row.get(0) + ". Maybe: one of the two lines is wrong.");
            }
        }
        if (deficitByCode.isEmpty()) {
            throw new IllegalArgumentException("The code sets are empty. Maybe: the header line is missing.");
        }
        return new FrailtyIndex(deficitByCode);
    }

    /** How frail the index says someone is: fit up to 0.12, mild to 0.24, moderate to 0.36, severe above. */
    public enum Band {
        FIT,
        MILD,
        MODERATE,
        SEVERE;

        /** Compares whole numbers, so that 0.12 of any number of deficits is exact. */
        static Band of(int present, int of) {
            long percent = 100L * present;
            if (percent <= 12L * of) {
                return FIT;
            }
            if (percent <= 24L * of) {
                return MILD;
            }
            return percent <= 36L * of ? MODERATE : SEVERE;
        }
    }

    /**
     * An index and why.
     *
     * @param present how many deficits the record shows
     * @param of how many deficits there are
     */
    public record Result(int present, int of, List<Reason> why) {

        public Result {
            why = List.copyOf(why);
        }

        /** From 0 to 1. */
        public double index() {
            return (double) present / of;
        }

        public Band band() {
            return Band.of(present, of);
        }
    }

    /** How many deficits the loaded code sets know; 36 in the published index. */
    public int deficits() {
        return deficits.size();
    }

    /** Scores a record; codes of no deficit count nothing. */
    public Result score(Collection<String> codes) {
        TreeSet<String> present = new TreeSet<>();
        for (String code : codes) {
            String deficit = deficitByCode.get(code);
            if (deficit != null) {
                present.add(deficit);
            }
        }
        List<Reason> why =
                present.stream().map(deficit -> new Reason(deficit, 1)).toList();
        return new Result(present.size(), deficits.size(), why);
    }
}
