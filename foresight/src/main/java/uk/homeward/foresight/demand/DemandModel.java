package uk.homeward.foresight.demand;

import java.util.List;
import uk.homeward.foresight.demand.AgeRates.Activity;

/**
 * Computes demand of a scenario, year by year: persons of each age and sex x rate at their age, less the years by which
 * they are healthier, x growth, thinned by what is avoided; each remaining admission stays as long as at that age, less
 * what stays are shorter.
 */
public final class DemandModel {

    private static final double HIGHEST_OCCUPANCY = 0.999;

    private final DemandScenario scenario;
    private final Population population;
    private final AgeRates rates;
    private final double scale;

    public DemandModel(DemandScenario scenario, Population population, AgeRates rates) {
        this.scenario = scenario;
        this.population = population;
        this.rates = rates;
        this.scale = scale(scenario.bedsNow());
    }

    private double scale(@org.jspecify.annotations.Nullable Double bedsNow) {
        if (bedsNow == null) {
            return 1;
        }
        double unscaled =
                sum(scenario.base(), middles(), Thinning.expected(), 1).bedDays();
        return DemandYear.bedDays(bedsNow, scenario.occupancy().middle()) / unscaled;
    }

    public DemandScenario scenario() {
        return scenario;
    }

    /** The middle of every belief, in the order of the assumptions, with the occupancy last. */
    double[] middles() {
        return quantiles(index -> 0.5);
    }

    /** The value of every belief at a quantile of its own, in the order of the assumptions, the occupancy last. */
    double[] quantiles(java.util.function.IntToDoubleFunction u) {
        List<Assumption> assumptions = scenario.assumptions();
        double[] values = new double[assumptions.size() + 1];
        for (int i = 0; i < assumptions.size(); i++) {
            values[i] = assumptions.get(i).belief().quantile(u.applyAsDouble(i));
        }
        double occupancy = scenario.occupancy().quantile(u.applyAsDouble(assumptions.size()));
        values[assumptions.size()] = Math.clamp(occupancy, 0.01, HIGHEST_OCCUPANCY);
        return values;
    }

    /** One year under given values. */
    DemandYear year(int year, double[] values, Thinning thinning) {
        return sum(year, values, thinning, scale);
    }

    private DemandYear sum(int year, double[] values, Thinning thinning, double scaled) {
        double people = 0;
        double admissions = 0;
        double bedDays = 0;
        Moves moves = new Moves(year, values);
        for (Sex sex : Sex.values()) {
            double[] byAge = population.byAge(scenario.areas(), sex, year);
            for (int age = scenario.fromAge(); age < byAge.length; age++) {
                double atAge = age - moves.younger(age);
                double often = rates.at(Activity.ADMISSIONS, sex, atAge);
                double stay = often == 0 ? 0 : rates.at(Activity.BED_DAYS, sex, atAge) / often;
                double number = thinning.left(byAge[age] * often * scaled * moves.growth(), moves.kept(age));
                people += byAge[age];
                admissions += number;
                bedDays += number * stay * moves.stay(age);
            }
        }
        return new DemandYear(year, people, admissions, bedDays, DemandYear.beds(bedDays, values[values.length - 1]));
    }

    /** What the assumptions do in one year. */
    private final class Moves {

        private final double[] values;
        private final int since;
        private final double share;

        Moves(int year, double[] values) {
            this.values = values;
            this.since = year - scenario.base();
            this.share = Math.min(1, since / (double) (scenario.horizon() - scenario.base()));
        }

        double growth() {
            double factor = 1;
            for (int i = 0; i < scenario.assumptions().size(); i++) {
                if (scenario.assumptions().get(i).effect() instanceof Effect.Growth) {
                    factor *= Math.pow(1 + values[i], since);
                }
            }
            return factor;
        }

        double kept(int age) {
            double kept = 1;
            for (int i = 0; i < scenario.assumptions().size(); i++) {
                if (scenario.assumptions().get(i).effect() instanceof Effect.AvoidedAdmissions avoided
                        && age >= avoided.fromAge()) {
                    kept *= 1 - Math.clamp(values[i] * share, 0, 1);
                }
            }
            return kept;
        }

        double stay(int age) {
            double stay = 1;
            for (int i = 0; i < scenario.assumptions().size(); i++) {
                if (scenario.assumptions().get(i).effect() instanceof Effect.ShorterStays shorter
                        && age >= shorter.fromAge()) {
                    stay *= 1 - Math.clamp(values[i] * share, 0, 1);
                }
            }
            return stay;
        }

        double younger(int age) {
            double years = 0;
            for (int i = 0; i < scenario.assumptions().size(); i++) {
                if (scenario.assumptions().get(i).effect() instanceof Effect.HealthierYears healthier
                        && age >= healthier.fromAge()) {
                    years += values[i] * share;
                }
            }
            return years;
        }
    }
}
