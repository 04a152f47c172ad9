package uk.homeward.foresight.demand;

/**
 * What growth a stated number of further beds implies at constant stay and occupancy.
 *
 * @param total the whole growth to the horizon, such as 0.094
 * @param perYear the same each year, compounded
 * @param demographic the growth to the horizon that people and their ages explain
 * @param demographicPerYear the same each year, compounded
 * @param beyond the growth to the horizon that must come on top of demography
 * @param beyondPerYear the same each year, compounded
 */
public record ImpliedGrowth(
        double total,
        double perYear,
        double demographic,
        double demographicPerYear,
        double beyond,
        double beyondPerYear) {

    /** From beds now, beds more, and the factor by which demography alone multiplies bed days. */
    public static ImpliedGrowth of(double beds, double more, double demographicFactor, int years) {
        double factor = 1 + more / beds;
        return new ImpliedGrowth(
                factor - 1,
                perYear(factor, years),
                demographicFactor - 1,
                perYear(demographicFactor, years),
                factor / demographicFactor - 1,
                perYear(factor / demographicFactor, years));
    }

    private static double perYear(double factor, int years) {
        return Math.pow(factor, 1.0 / years) - 1;
    }
}
