package uk.homeward.foresight.benefits;

import java.util.List;

/** One strand of the programme: which body gains, through which outcomes, how soon, and when it is cash. */
public record Workstream(String id, String title, String body, Ramp ramp, CashTiming cash, List<Outcome> outcomes) {

    public Workstream {
        outcomes = List.copyOf(outcomes);
    }

    /** Pounds in a full year, once everything has settled. */
    public double worth(BenefitCase far) {
        return outcomes.stream().mapToDouble(outcome -> outcome.worth(far)).sum();
    }

    /** The share of the full improvement in each month, 0 to 1. */
    double[] improvement(int months, Pace pace) {
        Ramp slowed = ramp.slowed(pace.times());
        double[] level = new double[months];
        for (int i = 0; i < months; i++) {
            level[i] = slowed.meanIn(i + 1);
        }
        return level;
    }

    /** Pounds in each month. */
    double[] pounds(int months, BenefitCase far, View view, Pace pace) {
        double[] level = improvement(months, pace);
        double[] timed = switch (view) {
            case PROGRAMME -> level;
            case CASH -> cash.slowed(pace.times()).cash(level);
        };
        double perMonth = worth(far) * pace.far() / 12;
        for (int i = 0; i < months; i++) {
            timed[i] *= perMonth;
        }
        return timed;
    }
}
