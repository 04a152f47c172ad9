package uk.homeward.server.measures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.measures.Kind;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.measures.MeasureResult;
import uk.homeward.insight.measures.MeasureRow;
import uk.homeward.insight.statistics.Confidence;
import uk.homeward.insight.statistics.CrudeRate;
import uk.homeward.insight.statistics.Interval;
import uk.homeward.insight.statistics.Proportion;
import uk.homeward.insight.statistics.SlopeIndex;

/**
 * A share or rate over several months by groups of people, with its limits, and for fifths of deprivation the slope from
 * the most to the least deprived.
 *
 * @param groups in the order of their names
 * @param slope null where it is not of deprivation, or a fifth has too few people
 */
public record Inequality(
        Measure measure,
        String by,
        List<Group> groups,
        @Nullable SlopeIndex slope) {

    private static final double HUNDRED = 100;
    private static final int FIFTHS = 5;

    public Inequality {
        groups = List.copyOf(groups);
    }

    /**
     * One group.
     *
     * @param hidden true where so few people are behind it that one might be recognised
     */
    public record Group(
            String name, double numerator, double denominator, double value, Interval limits, boolean hidden) {}

    /** True where a measure can be summed over months. */
    static boolean fits(Measure measure) {
        return measure.kind() == Kind.SHARE || measure.kind() == Kind.RATE;
    }

    /** From the months' rows, with nothing hidden in them; empty without any. */
    static Optional<Inequality> of(MeasureResult months, String by) {
        Measure measure = months.measure();
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (String group : months.groups()) {
            for (MeasureRow row : months.of(group)) {
                double[] sum = sums.computeIfAbsent(group, g -> new double[2]);
                sum[0] += row.numerator() == null ? 0 : row.numerator();
                sum[1] += row.denominator() == null ? 0 : row.denominator();
            }
        }
        List<Group> groups = new ArrayList<>();
        sums.forEach((name, sum) -> {
            if (sum[1] > 0 && sum[0] <= (measure.kind() == Kind.SHARE ? sum[1] : Double.MAX_VALUE)) {
                groups.add(group(measure, name, sum[0], sum[1]));
            }
        });
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(new Inequality(measure, by, groups, by.equals("deprivation") ? slope(groups) : null));
    }

    private static Group group(Measure measure, String name, double numerator, double denominator) {
        boolean share = measure.kind() == Kind.SHARE;
        boolean hidden = isSmall(measure, numerator) || (share && isSmall(measure, denominator - numerator));
        if (share) {
            Proportion p = new Proportion(numerator, denominator);
            return new Group(
                    name,
                    numerator,
                    denominator,
                    HUNDRED * p.value(),
                    p.limits(Confidence.NINETY_FIVE).times(HUNDRED),
                    hidden);
        }
        CrudeRate rate = new CrudeRate(numerator, denominator, measure.per());
        return new Group(name, numerator, denominator, rate.value(), rate.limits(Confidence.NINETY_FIVE), hidden);
    }

    private static boolean isSmall(Measure measure, double count) {
        return count > 0 && count < measure.hideBelow();
    }

    /** Of all five fifths, each with enough people. */
    private static @Nullable SlopeIndex slope(List<Group> groups) {
        List<Group> fifths = groups.stream()
                .filter(g -> !g.name().equals("not known") && !g.hidden())
                .toList();
        if (fifths.size() != FIFTHS) {
            return null;
        }
        double z = Confidence.NINETY_FIVE.z();
        return SlopeIndex.of(
                fifths.stream().mapToDouble(Group::denominator).toArray(),
                fifths.stream().mapToDouble(Group::value).toArray(),
                fifths.stream()
                        .mapToDouble(g -> (g.limits().upper() - g.limits().lower()) / (2 * z))
                        .toArray());
    }

    /** The slope in a sentence; blank without one. */
    public String slopeWords() {
        if (slope == null) {
            return "";
        }
        Interval limits = slope.limits(Confidence.NINETY_FIVE);
        boolean sure = limits.lower() > 0 || limits.upper() < 0;
        String unit = measure.unit().equals("%") ? "points" : measure.unit();
        return "From the most to the least deprived people the figure %s by %s %s (95%% limits %s to %s). %s"
                .formatted(
                        slope.slope() >= 0 ? "rises" : "falls",
                        XmrChart.number(Math.abs(slope.slope()), 0.1),
                        unit,
                        XmrChart.number(limits.lower(), 0.1),
                        XmrChart.number(limits.upper(), 0.1),
                        sure ? "Chance does not explain this." : "This is as chance explains.");
    }

    /** The groups as bars with their limits. */
    public String chart(GroupTitles titles) {
        return BarsChart.of(this, titles);
    }
}
