package uk.homeward.foresight.demand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * A scenario's demand with its doubt: the course when every belief has its middle value, the spread over many runs, and
 * which belief matters most.
 *
 * <p>Each run draws one value of every belief and keeps it for all years. Runs have random streams of their own, split
 * from the seed, one for beliefs and one for thinning, so that the result depends on the seed alone.
 */
public final class DemandForecast {

    private final DemandModel model;
    private final List<List<DemandYear>> runs;

    private DemandForecast(DemandModel model, List<List<DemandYear>> runs) {
        this.model = model;
        this.runs = runs;
    }

    /** Plays {@code number} runs, at least 1. */
    public static DemandForecast of(DemandModel model, int number, long seed) {
        if (number < 1 || number > 100_000) {
            throw new IllegalArgumentException("(" + number + ") runs. Maybe: choose 1 to 100000, such as 256");
        }
        SplittableGenerator root = RandomGeneratorFactory.<SplittableGenerator>of("L64X128MixRandom")
                .create(seed);
        List<List<DemandYear>> runs = new ArrayList<>();
        for (int run = 0; run < number; run++) {
            runs.add(run(model, root.split(), root.split()));
        }
        return new DemandForecast(model, runs);
    }

    private static List<DemandYear> run(DemandModel model, RandomGenerator beliefs, RandomGenerator thinning) {
        double[] values = model.quantiles(index -> Math.max(1e-12, beliefs.nextDouble()));
        Thinning binomial = Thinning.binomial(thinning);
        return years(model).mapToObj(year -> model.year(year, values, binomial)).toList();
    }

    private static IntStream years(DemandModel model) {
        return IntStream.rangeClosed(model.scenario().base(), model.scenario().last());
    }

    public DemandScenario scenario() {
        return model.scenario();
    }

    /** Every year from base to last with the middle value of every belief and no chance. */
    public List<DemandYear> middle() {
        double[] middles = model.middles();
        return years(model)
                .mapToObj(year -> model.year(year, middles, Thinning.expected()))
                .toList();
    }

    /** The spread of one quantity over the runs, for every year from base to last. */
    public List<Spread> spread(ToDoubleFunction<DemandYear> quantity) {
        return IntStream.range(0, runs.getFirst().size())
                .mapToObj(index -> Spread.of(
                        model.scenario().base() + index,
                        runs.stream()
                                .mapToDouble(run -> quantity.applyAsDouble(run.get(index)))
                                .toArray()))
                .toList();
    }

    /** Mean and percentiles of a quantity in one year. */
    public record Spread(int year, double mean, double tenth, double median, double ninetieth) {

        static Spread of(int year, double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            double mean = Arrays.stream(sorted).average().orElse(0);
            return new Spread(year, mean, at(sorted, 0.1), at(sorted, 0.5), at(sorted, 0.9));
        }

        /** The percentile between order statistics, the first at 0 and the last at 1. */
        private static double at(double[] sorted, double share) {
            double index = share * (sorted.length - 1);
            int below = (int) Math.floor(index);
            int above = Math.min(below + 1, sorted.length - 1);
            return sorted[below] + (index - below) * (sorted[above] - sorted[below]);
        }
    }

    /** Beds in the last year when one belief is at its tenth and ninetieth percentile, all others at their middle. */
    public record Bar(String title, double low, double high, double bedsAtLow, double bedsAtHigh) {

        public double width() {
            return Math.abs(bedsAtHigh - bedsAtLow);
        }
    }

    /** One bar for each belief in doubt, the widest first. */
    public List<Bar> tornado() {
        List<Assumption> assumptions = model.scenario().assumptions();
        return IntStream.rangeClosed(0, assumptions.size())
                .mapToObj(index -> bar(
                        index,
                        index < assumptions.size() ? assumptions.get(index).title() : "occupancy"))
                .filter(bar -> bar.low() != bar.high())
                .sorted(Comparator.comparingDouble(Bar::width).reversed())
                .toList();
    }

    private Bar bar(int index, String title) {
        double[] low = model.quantiles(i -> i == index ? 0.1 : 0.5);
        double[] high = model.quantiles(i -> i == index ? 0.9 : 0.5);
        int last = model.scenario().last();
        return new Bar(
                title,
                low[index],
                high[index],
                model.year(last, low, Thinning.expected()).beds(),
                model.year(last, high, Thinning.expected()).beds());
    }

    /** Beds in the last year as assumptions are added one after another, at their middle values. */
    public List<Step> steps() {
        int last = model.scenario().last();
        double[] values = model.middles();
        double[] none = new double[values.length];
        none[none.length - 1] = values[values.length - 1];
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "beds in " + model.scenario().base(),
                model.year(model.scenario().base(), none, Thinning.expected()).beds()));
        steps.add(new Step(
                "people and their ages",
                model.year(last, none, Thinning.expected()).beds()));
        for (int i = 0; i < none.length - 1; i++) {
            none[i] = values[i];
            steps.add(new Step(
                    model.scenario().assumptions().get(i).title(),
                    model.year(last, none, Thinning.expected()).beds()));
        }
        return steps;
    }

    /** Beds once this assumption and all before it are made. */
    public record Step(String title, double beds) {}
}
