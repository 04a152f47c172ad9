package uk.homeward.server.commandline;

import static uk.homeward.server.commandline.CaseAnswer.put;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.homeward.insight.statistics.Confidence;
import uk.homeward.insight.statistics.Counts;
import uk.homeward.insight.statistics.CrudeRate;
import uk.homeward.insight.statistics.DirectlyStandardisedRate;
import uk.homeward.insight.statistics.IndirectlyStandardisedRatio;
import uk.homeward.insight.statistics.Interval;
import uk.homeward.insight.statistics.LifeTable;
import uk.homeward.insight.statistics.Proportion;
import uk.homeward.insight.statistics.SlopeIndex;
import uk.homeward.insight.statistics.StandardPopulation;

/** Maps JSON cases to rates and life tables, and their results back. */
final class RateCases {

    private static final double PER = 100_000;

    private RateCases() {}

    static ObjectNode byars(CaseInput input) {
        ObjectNode answer = CaseLines.object();
        put(answer, "", Counts.byars(input.number("x"), confidence(input)));
        return answer;
    }

    static ObjectNode wilson(CaseInput input) {
        ObjectNode answer = CaseLines.object();
        put(answer, "", new Proportion(input.number("x"), input.number("n")).limits(confidence(input)));
        return answer;
    }

    static ObjectNode rate(CaseInput input) {
        CrudeRate rate = new CrudeRate(input.number("x"), input.number("n"), input.number("multiplier", PER));
        ObjectNode answer = CaseLines.object();
        put(answer, "value", rate.value());
        put(answer, "95", rate.limits(Confidence.NINETY_FIVE));
        put(answer, "998", rate.limits(Confidence.NINETY_NINE_POINT_EIGHT));
        answer.put("method", rate.method().label());
        return answer;
    }

    static ObjectNode directlyStandardised(CaseInput input) {
        DirectlyStandardisedRate rate = DirectlyStandardisedRate.of(
                input.numbers("counts"),
                input.numbers("pops"),
                input.has("stdpop") ? input.numbers("stdpop") : StandardPopulation.europe2013(),
                input.number("multiplier", PER));
        ObjectNode answer = CaseLines.object();
        put(answer, "total_count", rate.events());
        put(answer, "value", rate.value());
        put(answer, "95", rate.limits(Confidence.NINETY_FIVE));
        put(answer, "998", rate.limits(Confidence.NINETY_NINE_POINT_EIGHT));
        return answer;
    }

    static ObjectNode indirectlyStandardised(CaseInput input) {
        IndirectlyStandardisedRatio ratio = IndirectlyStandardisedRatio.of(
                input.numbers("counts"), input.numbers("pops"), input.numbers("ref_counts"), input.numbers("ref_pops"));
        ObjectNode answer = CaseLines.object();
        put(answer, "observed", ratio.observed());
        put(answer, "expected", ratio.expected());
        put(answer, "value", ratio.value());
        put(answer, "95", ratio.limits(Confidence.NINETY_FIVE));
        put(answer, "998", ratio.limits(Confidence.NINETY_NINE_POINT_EIGHT));
        answer.put("method", ratio.method().label());
        return answer;
    }

    /** Answers in the order of age, whatever the order of the input's bands. */
    static ObjectNode lifeExpectancy(CaseInput input) {
        int[] ages = input.wholes("startage");
        double[] population = input.numbers("pops");
        double[] deaths = input.numbers("deaths");
        int[] order = orderOf(Arrays.stream(ages).asDoubleStream().toArray(), population, deaths);
        LifeTable table = LifeTable.of(
                Arrays.stream(order).map(i -> ages[i]).toArray(), inOrder(population, order), inOrder(deaths, order));
        ObjectNode answer = CaseLines.object();
        ArrayNode value = answer.putArray("value");
        ArrayNode lower = answer.putArray("lower");
        ArrayNode upper = answer.putArray("upper");
        for (int band = 0; band < table.size(); band++) {
            Interval limits = table.limits(band, confidence(input));
            CaseAnswer.add(value, table.expectancy(band));
            CaseAnswer.add(lower, limits.lower());
            CaseAnswer.add(upper, limits.upper());
        }
        return answer;
    }

    /** Limits are told when a confidence is asked for: they are exact, and stand where others print simulated ones. */
    static ObjectNode slopeIndex(CaseInput input) {
        double[] quantiles = input.numbers("quantile");
        double[] population = input.numbers("pops");
        double[] values = input.numbers("values");
        double[] errors = input.has("se") ? input.numbers("se") : new double[0];
        int[] order = errors.length == 0
                ? orderOf(quantiles, population, values)
                : orderOf(quantiles, population, values, errors);
        SlopeIndex index = SlopeIndex.of(
                inOrder(population, order),
                inOrder(values, order),
                errors.length == 0 ? errors : inOrder(errors, order));
        Interval limits = input.has("confidence") ? index.limits(confidence(input)) : Interval.NONE;
        ObjectNode answer = CaseLines.object();
        put(answer, "sii", index.slope());
        put(answer, "rii", index.relative());
        put(answer, "intercept", index.intercept());
        put(answer, "sii_lower_simulated", limits.lower());
        put(answer, "sii_upper_simulated", limits.upper());
        return answer;
    }

    private static Confidence confidence(CaseInput input) {
        return Confidence.of(input.number("confidence", Confidence.NINETY_FIVE.level()));
    }

    private static int[] orderOf(double[] keys, double[]... others) {
        for (double[] other : others) {
            if (other.length != keys.length) {
                throw new IllegalArgumentException("There are (" + keys.length + ") bands and (" + other.length
                        + ") values for them. Maybe: a band or a value is missing.");
            }
        }
        return IntStream.range(0, keys.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> keys[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double[] inOrder(double[] values, int[] order) {
        return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
    }
}
