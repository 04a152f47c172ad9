package uk.homeward.insight.statistics;

/**
 * The slope index of inequality: how much better the best off fare than the worst off, read from a straight line
 * through the groups, each at the middle of its share of the population, weighted by that share. The relative index is
 * the line's value at the best-off end over its value at the worst-off end.
 *
 * <p>Source: Low A, Low A. Measuring the gap: quantifying and comparing local health inequalities. J Public Health 2004.
 * Limits: the slope is a weighted sum of the groups' values, so that its standard error follows exactly from theirs;
 * this is what repeated simulation converges to.
 *
 * @param slope the index, in the unit of the values
 * @param intercept the line's value at the worst-off end
 * @param standardError of the slope; NaN when the values' errors are not known
 */
public record SlopeIndex(double slope, double intercept, double standardError) {

    /**
     * Fits the line. Groups come from the worst off to the best off.
     *
     * @param standardErrors of the values, in the same order; empty when not known
     */
    public static SlopeIndex of(double[] population, double[] values, double[] standardErrors) {
        Bands.sameLength("populations", population, "values", values);
        Bands.countsOf("population", population);
        double[] shares = sharesOf(population);
        double[] ranks = middlesOf(shares);
        double meanRank = weighted(shares, ranks);
        double meanValue = weighted(shares, values);
        double squares = 0;
        for (int i = 0; i < ranks.length; i++) {
            squares += shares[i] * (ranks[i] - meanRank) * (ranks[i] - meanRank);
        }
        if (!(squares > 0)) {
            throw new UnfitData("Fewer than two groups have people in them.", "give all deprivation groups at once.");
        }
        double slope = 0;
        double variance = standardErrors.length == 0 ? Double.NaN : 0;
        for (int i = 0; i < ranks.length; i++) {
            double weight = shares[i] * (ranks[i] - meanRank) / squares;
            slope += weight * finite(i, values[i]);
            if (standardErrors.length > 0) {
                variance += weight * weight * errorOf(i, standardErrors) * errorOf(i, standardErrors);
            }
        }
        return new SlopeIndex(slope, meanValue - slope * meanRank, Math.sqrt(variance));
    }

    /** The line's value at the best-off end over that at the worst-off end; NaN when the latter is zero. */
    public double relative() {
        return intercept == 0 ? Double.NaN : (intercept + slope) / intercept;
    }

    public Interval limits(Confidence confidence) {
        double spread = confidence.z() * standardError;
        return new Interval(slope - spread, slope + spread);
    }

    private static double[] sharesOf(double[] population) {
        double all = Bands.sum(population);
        if (all <= 0) {
            throw new UnfitData("The population of all groups together is (0).", "a column was read empty.");
        }
        double[] shares = new double[population.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = population[i] / all;
        }
        return shares;
    }

    private static double[] middlesOf(double[] shares) {
        double[] middles = new double[shares.length];
        double before = 0;
        for (int i = 0; i < shares.length; i++) {
            middles[i] = before + shares[i] / 2;
            before += shares[i];
        }
        return middles;
    }

    private static double weighted(double[] shares, double[] values) {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += shares[i] * values[i];
        }
        return sum;
    }

    private static double finite(int group, double value) {
        if (!Double.isFinite(value)) {
            throw new UnfitData("Group " + (group + 1) + " has no value.", "leave the whole comparison out.");
        }
        return value;
    }

    private static double errorOf(int group, double[] standardErrors) {
        if (group >= standardErrors.length) {
            throw new UnfitData(
                    "Group " + (group + 1) + " has no standard error.", "give one for each group, or none at all.");
        }
        Bands.count("standard error of group " + (group + 1), standardErrors[group]);
        return standardErrors[group];
    }
}
