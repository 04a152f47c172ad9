package uk.homeward.foresight.benefits;

import java.time.YearMonth;
import java.util.List;

/**
 * What a programme is expected to yield: who gains, by which workstreams, what it costs, and how sure one is.
 *
 * @param start the month in which the programme starts
 * @param confidence how sure the range is, in words
 */
public record BenefitPlan(
        String title,
        YearMonth start,
        String confidence,
        List<Body> bodies,
        List<Workstream> workstreams,
        List<Investment> investments) {

    /** Stands for all bodies together. */
    public static final Body SYSTEM = new Body("system", "System");

    public BenefitPlan {
        bodies = List.copyOf(bodies);
        workstreams = List.copyOf(workstreams);
        investments = List.copyOf(investments);
    }

    /** The bodies, and the system that they make up. */
    public List<Body> bodiesAndSystem() {
        return java.util.stream.Stream.concat(bodies.stream(), java.util.stream.Stream.of(SYSTEM))
                .toList();
    }

    /** Pounds in a full year for one body or {@link #SYSTEM}, once everything has settled. */
    public double worth(String body, BenefitCase far) {
        return of(body).stream().mapToDouble(stream -> stream.worth(far)).sum();
    }

    /** The forecast at the planned start. */
    public BenefitForecast forecast(BenefitCase far, Pace pace, int years) {
        return forecast(start, far, pace, years);
    }

    /** The forecast when the programme starts in another month; investments move along. */
    public BenefitForecast forecast(YearMonth begins, BenefitCase far, Pace pace, int years) {
        return new BenefitForecast(this, begins, far, pace, years);
    }

    List<Workstream> of(String body) {
        return workstreams.stream()
                .filter(stream -> body.equals(SYSTEM.id()) || stream.body().equals(body))
                .toList();
    }
}
