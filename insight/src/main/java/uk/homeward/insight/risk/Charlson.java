package uk.homeward.insight.risk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The Charlson comorbidity index: weights for 17 conditions, each counted once. Of a milder and a graver form of the same
 * disease only the graver counts, and a sum below zero (the SHMI weights have a negative one) counts as zero. Codes and
 * weights, with their sources, are data beside this class.
 */
public final class Charlson {

    /** Which ICD-10 codes stand for which condition. */
    public enum Coding {
        /** Quan and others 2005. */
        QUAN,
        /** NHS England's Summary Hospital-level Mortality Indicator. */
        SHMI
    }

    /** How much each condition weighs. */
    public enum Weighting {
        /** The original of 1987. */
        CHARLSON(3),
        /** Quan and others 2011. */
        QUAN(4),
        /** NHS England's Summary Hospital-level Mortality Indicator. */
        SHMI(5);

        private final int column;

        Weighting(int column) {
            this.column = column;
        }
    }

    private static final int FIRST_DECADE_WITH_POINT = 50;
    private static final int MOST_POINTS_FOR_AGE = 4;

    private final Map<String, String> conditionByPrefix;
    private final Map<String, Condition> conditions;

    private Charlson(Map<String, String> conditionByPrefix, Map<String, Condition> conditions) {
        this.conditionByPrefix = conditionByPrefix;
        this.conditions = conditions;
    }

    public static Charlson of(Coding coding, Weighting weighting) {
        Map<String, String> byPrefix = new HashMap<>();
        for (List<String> row : Table.shipped("charlson-codes.csv")) {
            if (row.get(0).equals(coding.name().toLowerCase(Locale.ROOT))) {
                for (String prefix : row.get(2).split(" ")) {
                    byPrefix.put(prefix, row.get(1));
                }
            }
        }
        Map<String, Condition> conditions = new LinkedHashMap<>();
        for (List<String> row : Table.shipped("charlson-weights.csv")) {
            conditions.put(
                    row.get(0), new Condition(row.get(1), row.get(2), Integer.parseInt(row.get(weighting.column))));
        }
        return new Charlson(byPrefix, conditions);
    }

    /** One of the 17, and the graver form that sets it aside (empty when there is none). */
    private record Condition(String title, String graver, int weight) {}

    /**
     * A score and why.
     *
     * @param why one reason for each condition found; 0 points where a graver form set it aside
     */
    public record Result(int score, List<Reason> why) {

        public Result {
            why = List.copyOf(why);
        }

        /** The score with one point for each decade of age from 50, at most four (Charlson and others 1994). */
        public int ageAdjusted(int age) {
            int decades = Math.floorDiv(age - FIRST_DECADE_WITH_POINT, 10) + 1;
            return score + Math.clamp(decades, 0, MOST_POINTS_FOR_AGE);
        }
    }

    /** Scores a person's codes; those that stand for none of the conditions count nothing. */
    public Result score(Collection<Icd10> codes) {
        Map<String, TreeSet<String>> found = new HashMap<>();
        for (Icd10 code : codes) {
            String condition = conditionOf(code);
            if (condition != null) {
                found.computeIfAbsent(condition, key -> new TreeSet<>()).add(code.toString());
            }
        }
        List<Reason> why = new ArrayList<>();
        int sum = 0;
        for (Map.Entry<String, Condition> entry : conditions.entrySet()) {
            TreeSet<String> because = found.get(entry.getKey());
            if (because != null) {
                Reason reason = reason(entry.getValue(), because, found.containsKey(entry.getValue().graver));
                sum += (int) reason.points();
                why.add(reason);
            }
        }
        return new Result(Math.max(0, sum), why);
    }

    private static Reason reason(Condition condition, TreeSet<String> because, boolean setAside) {
        String words = condition.title + " (" + String.join(", ", because) + ")";
        return setAside
                ? new Reason(words + " is set aside for its graver form", 0)
                : new Reason(words + " weighs " + condition.weight, condition.weight);
    }

    private @Nullable String conditionOf(Icd10 code) {
        String plain = code.code();
        for (int length = Math.min(plain.length(), 4); length >= 3; length--) {
            String condition = conditionByPrefix.get(plain.substring(0, length));
            if (condition != null) {
                return condition;
            }
        }
        return null;
    }
}
