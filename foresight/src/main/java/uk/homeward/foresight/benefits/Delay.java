package uk.homeward.foresight.benefits;

import java.util.List;

/** What one month of delay costs: the benefit that is lost for good in given years when all starts a month later. */
public final class Delay {

    private Delay() {}

    /** Pounds lost by the system in {@code years} for one month of delay. */
    public static double perMonth(BenefitPlan plan, BenefitCase far, View view, List<FinancialYear> years) {
        return sum(plan, far, view, years, 0) - sum(plan, far, view, years, 1);
    }

    private static double sum(BenefitPlan plan, BenefitCase far, View view, List<FinancialYear> years, int later) {
        int needed = years.getLast().starts() - FinancialYear.of(plan.start()).starts() + 2;
        BenefitForecast forecast = plan.forecast(plan.start().plusMonths(later), far, Pace.AS_PLANNED, needed);
        return years.stream()
                .mapToDouble(year -> forecast.inYear(BenefitPlan.SYSTEM.id(), view, year))
                .sum();
    }
}
