package uk.homeward.insight.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.homeward.insight.statistics.Confidence;
import uk.homeward.insight.statistics.IndirectlyStandardisedRatio;
import uk.homeward.insight.statistics.Interval;
import uk.homeward.insight.statistics.Proportion;

/**
 * Whether predicted chances came true, for everyone and for each group of people apart: a score that is right on average
 * and wrong for a deprived area or an ethnic group must show it.
 *
 * <p>Sources: Brier GW. Monthly Weather Review 1950; Hanley JA, McNeil BJ. Radiology 1982 (area under the curve as the
 * chance that one to whom it happened was ranked above one to whom it did not; ties count half).
 */
public final class Calibration {

    private final List<Outcome> outcomes;

    /**
     * One person.
     *
     * @param predicted chance, from 0 to 1
     * @param happened whether it did
     * @param group for example a deprivation fifth
     */
    public record Outcome(double predicted, boolean happened, String group) {

        public Outcome {
            if (!(predicted >= 0 && predicted <= 1)) {
                throw new IllegalArgumentException("The predicted chance is (" + predicted
                        + "). Maybe: a score or a percentage was given; a chance lies between 0 and 1.");
            }
        }
    }

    /**
     * Predicted and observed side by side.
     *
     * @param name of the group, or of the bin of predicted chances
     * @param predicted mean chance
     * @param observed share to whom it happened
     * @param ratio observed over expected events; 1 is right, NaN when none was expected
     * @param ratioLimits of the ratio, at 95%
     */
    public record Line(String name, double predicted, Proportion observed, double ratio, Interval ratioLimits) {

        /** Whether chance alone does not explain the difference. */
        public boolean astray() {
            return ratioLimits.lower() > 1 || ratioLimits.upper() < 1;
        }
    }

    private Calibration(List<Outcome> outcomes) {
        this.outcomes = List.copyOf(outcomes);
    }

    /** Takes at least one person. */
    public static Calibration of(List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            throw new IllegalArgumentException("There are no outcomes. Maybe: wait until some are known.");
        }
        return new Calibration(outcomes);
    }

    /** Everyone. */
    public Line overall() {
        return line("everyone", outcomes);
    }

    /** Each group, in the order of their names. */
    public List<Line> byGroup() {
        Map<String, List<Outcome>> groups =
                outcomes.stream().collect(Collectors.groupingBy(Outcome::group, TreeMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** So many bins of about equal size, from the lowest predicted chance to the highest. */
    public List<Line> byChance(int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("There are (" + bins + ") bins. Maybe: 10 were meant.");
        }
        List<Outcome> sorted = outcomes.stream()
                .sorted(Comparator.comparingDouble(Outcome::predicted))
                .toList();
        List<Line> lines = new ArrayList<>();
        for (int bin = 0; bin < bins; bin++) {
            List<Outcome> part = sorted.subList(sorted.size() * bin / bins, sorted.size() * (bin + 1) / bins);
            if (!part.isEmpty()) {
                lines.add(line("bin " + (bin + 1) + " of " + bins, part));
            }
        }
        return lines;
    }

    /** The mean squared difference of chance and outcome: 0 is perfect, 0.25 is what always saying one half gives. */
    public double brier() {
        return outcomes.stream()
                .mapToDouble(outcome -> Math.pow(outcome.predicted - (outcome.happened ? 1 : 0), 2))
                .average()
                .orElse(Double.NaN);
    }

    /** The area under the curve: 0.5 tells nothing, 1 tells all; NaN when it happened to everyone or to nobody. */
    public double area() {
        List<Outcome> sorted = outcomes.stream()
                .sorted(Comparator.comparingDouble(Outcome::predicted))
                .toList();
        double ranks = 0;
        long happened = 0;
        for (int from = 0; from < sorted.size(); ) {
            int to = from;
            long inTie = 0;
            while (to < sorted.size() && sorted.get(to).predicted == sorted.get(from).predicted) {
                inTie += sorted.get(to).happened ? 1 : 0;
                to++;
            }
            ranks += inTie * (from + 1 + to) / 2.0; // the mean rank of the tie
            happened += inTie;
            from = to;
        }
        long others = sorted.size() - happened;
        return happened == 0 || others == 0
                ? Double.NaN
                : (ranks - happened * (happened + 1) / 2.0) / ((double) happened * others);
    }

    private static Line line(String name, List<Outcome> part) {
        double expected = part.stream().mapToDouble(Outcome::predicted).sum();
        long happened = part.stream().filter(Outcome::happened).count();
        IndirectlyStandardisedRatio ratio = new IndirectlyStandardisedRatio(happened, expected);
        return new Line(
                name,
                expected / part.size(),
                new Proportion(happened, part.size()),
                ratio.value(),
                ratio.limits(Confidence.NINETY_FIVE));
    }
}
