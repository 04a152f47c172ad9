package uk.homeward.insight.risk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The Hospital Frailty Risk Score: points for 109 groups of diagnoses, each counted once for a person over the stay and
 * the two years before it; made for people of 75 and over. Counted in tenths, so that 5 and 15 are exact.
 *
 * <p>Source: Gilbert T and others. The Lancet 2018;391:1775-82. The codes and points are data: {@code
 * hospital-frailty.csv} beside this class.
 */
public final class HospitalFrailty {

    /** The score was made, and is only meaningful, from this age on. */
    public static final int FROM_AGE = 75;

    private static final int YEARS_BACK = 2;
    private static final int INTERMEDIATE_FROM_TENTHS = 50;
    private static final int HIGH_ABOVE_TENTHS = 150;

    private final Map<String, Integer> tenths; // by three-character code, in the order of the table

    private HospitalFrailty(Map<String, Integer> tenths) {
        this.tenths = Collections.unmodifiableMap(new LinkedHashMap<>(tenths));
    }

    /** The published table. */
    public static HospitalFrailty published() {
        return Published.SCORE;
    }

    /** How frail the score says someone is. */
    public enum Band {
        LOW("low"),
        INTERMEDIATE("intermediate"),
        HIGH("high");

        private final String label;

        Band(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Low below 5 points, intermediate from 5 to 15, high above. */
        public static Band ofTenths(int tenths) {
            if (tenths > HIGH_ABOVE_TENTHS) {
                return HIGH;
            }
            return tenths < INTERMEDIATE_FROM_TENTHS ? LOW : INTERMEDIATE;
        }
    }

    /**
     * A score and why.
     *
     * @param tenths of a point
     * @param why one reason for each code that counted, the heaviest first
     */
    public record Result(int tenths, List<Reason> why) {

        public Result {
            why = List.copyOf(why);
        }

        public double score() {
            return tenths / 10.0;
        }

        public Band band() {
            return Band.ofTenths(tenths);
        }
    }

    /** Scores codes that are already those of the period; a code that repeats counts once, others count nothing. */
    public Result score(Collection<Icd10> codes) {
        TreeSet<String> found = new TreeSet<>();
        codes.forEach(code -> found.add(code.category()));
        found.retainAll(tenths.keySet());
        List<Reason> why = found.stream()
                .sorted((a, b) -> Integer.compare(tenthsOf(b), tenthsOf(a)))
                .map(code -> new Reason(
                        "a diagnosis in " + code + " gives " + tenthsOf(code) / 10.0 + " points",
                        tenthsOf(code) / 10.0))
                .toList();
        return new Result(found.stream().mapToInt(this::tenthsOf).sum(), why);
    }

    /** Scores the stay that began on a day: diagnoses from two years before up to that day. */
    public Result scoreAt(LocalDate admitted, Collection<Diagnosis> history) {
        LocalDate from = admitted.minusYears(YEARS_BACK);
        return score(history.stream()
                .filter(diagnosis -> !diagnosis.admitted().isBefore(from)
                        && !diagnosis.admitted().isAfter(admitted))
                .map(Diagnosis::code)
                .toList());
    }

    /** The same score without its reasons, in tenths of a point: for whole populations. */
    public int tenthsAt(LocalDate admitted, Collection<Diagnosis> history) {
        LocalDate from = admitted.minusYears(YEARS_BACK);
        Set<String> counted = new HashSet<>();
        int sum = 0;
        for (Diagnosis diagnosis : history) {
            boolean counts = !diagnosis.admitted().isBefore(from)
                    && !diagnosis.admitted().isAfter(admitted);
            if (counts && counted.add(diagnosis.code().category())) {
                sum += tenthsOf(diagnosis.code().category());
            }
        }
        return sum;
    }

    /** Tenths of a point by three-character code. */
    public Map<String, Integer> tenthsByCode() {
        return tenths;
    }

    private int tenthsOf(String category) {
        return tenths.getOrDefault(category, 0);
    }

    /** Read on first use. */
    private static final class Published {
        static final HospitalFrailty SCORE = new HospitalFrailty(read());

        private static Map<String, Integer> read() {
            Map<String, Integer> tenths = new LinkedHashMap<>();
            for (List<String> row : Table.shipped("hospital-frailty.csv")) {
                tenths.put(
                        row.get(0), new BigDecimal(row.get(1)).movePointRight(1).intValueExact());
            }
            return tenths;
        }
    }
}
