package uk.homeward.server.commandline;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.homeward.insight.statistics.Interval;

/** Writes numbers into answers: NaN and infinity as null, whole numbers without a fraction. */
final class CaseAnswer {

    private static final double LARGEST_EXACT = 9e15;

    private CaseAnswer() {}

    static void put(ObjectNode answer, String key, double value) {
        if (!Double.isFinite(value)) {
            answer.putNull(key);
        } else if (value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT) {
            answer.put(key, (long) value);
        } else {
            answer.put(key, value);
        }
    }

    static void add(ArrayNode answers, double value) {
        if (Double.isFinite(value)) {
            answers.add(value);
        } else {
            answers.addNull();
        }
    }

    static void put(ObjectNode answer, String suffix, Interval limits) {
        put(answer, "lower" + suffix, limits.lower());
        put(answer, "upper" + suffix, limits.upper());
    }
}
