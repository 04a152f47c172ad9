package uk.homeward.foresight.benefits;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A plan played month by month from one start, for one case and pace, to the end of its last financial year.
 *
 * <p>All amounts are pounds of the prices in the plan; nothing is discounted or inflated.
 */
public final class BenefitForecast {

    private final BenefitPlan plan;
    private final YearMonth begins;
    private final BenefitCase far;
    private final Pace pace;
    private final int months;

    BenefitForecast(BenefitPlan plan, YearMonth begins, BenefitCase far, Pace pace, int years) {
        if (years < 1 || years > 50) {
            throw new IllegalArgumentException("a forecast over (" + years + ") years. Maybe: choose 1 to 50");
        }
        this.plan = plan;
        this.begins = begins;
        this.far = far;
        this.pace = pace;
        YearMonth end = YearMonth.of(FinancialYear.of(begins).starts() + years, 3);
        this.months = (int) ChronoUnit.MONTHS.between(begins, end) + 1;
    }

    public BenefitPlan plan() {
        return plan;
    }

    public BenefitCase benefitCase() {
        return far;
    }

    /** The months played, the first of which is the month of the start. */
    public List<YearMonth> months() {
        return java.util.stream.IntStream.range(0, months)
                .mapToObj(begins::plusMonths)
                .toList();
    }

    /** The financial years played; the first begins with the month of the start. */
    public List<FinancialYear> years() {
        List<FinancialYear> years = new ArrayList<>();
        for (FinancialYear year = FinancialYear.of(begins);
                !year.equals(FinancialYear.of(begins.plusMonths(months)));
                year = year.next()) {
            years.add(year);
        }
        return years;
    }

    /** Pounds in each month for a body's id, or for the system. */
    public double[] monthly(String body, View view) {
        double[] sum = new double[months];
        for (Workstream stream : plan.of(body)) {
            double[] pounds = stream.pounds(months, far, view, pace);
            for (int i = 0; i < months; i++) {
                sum[i] += pounds[i];
            }
        }
        return sum;
    }

    /** Pounds in each month for one workstream of the plan. */
    public double[] monthly(Workstream stream, View view) {
        return stream.pounds(months, far, view, pace);
    }

    /** Pounds in one financial year for a body's id, or for the system; 0 outside the years played. */
    public double inYear(String body, View view, FinancialYear year) {
        return sumIn(monthly(body, view), year);
    }

    /** How often an outcome happens in each month. */
    public double[] outcome(Workstream stream, Outcome outcome) {
        double[] number = stream.improvement(months, pace);
        double perMonth = outcome.number(far) * pace.far() / 12;
        for (int i = 0; i < months; i++) {
            number[i] *= perMonth;
        }
        return number;
    }

    /** Pounds in a full year once everything has settled. */
    public double settled(String body) {
        return plan.worth(body, far) * pace.far();
    }

    /** Pounds of one workstream in a full year once everything has settled. */
    public double settled(Workstream stream) {
        return stream.worth(far) * pace.far();
    }

    /** The share of the full-year effect that one financial year brings, 0 to 1, in programme view; 0 without effect. */
    public double share(String body, FinancialYear year) {
        double whole = settled(body);
        return whole == 0 ? 0 : inYear(body, View.PROGRAMME, year) / whole;
    }

    /** Pounds invested in each month; a later or earlier start moves the investment with it. */
    public double[] invested() {
        long moved = ChronoUnit.MONTHS.between(plan.start(), begins);
        return months().stream()
                .mapToDouble(month -> plan.investments().stream()
                        .mapToDouble(one -> one.in(month.minusMonths(moved)))
                        .sum())
                .toArray();
    }

    /** The first month by whose end the cash of the system has repaid all that was invested until then. */
    public Optional<YearMonth> repaidIn() {
        double[] cash = monthly(BenefitPlan.SYSTEM.id(), View.CASH);
        double[] invested = invested();
        double balance = 0;
        boolean any = false;
        for (int i = 0; i < months; i++) {
            balance += cash[i] - invested[i];
            any |= invested[i] > 0;
            if (any && balance >= 0) {
                return Optional.of(begins.plusMonths(i));
            }
        }
        return Optional.empty();
    }

    /** The part of monthly values that falls into one financial year, added up. */
    public double sumIn(double[] monthly, FinancialYear year) {
        double sum = 0;
        for (int i = 0; i < monthly.length; i++) {
            if (FinancialYear.of(begins.plusMonths(i)).equals(year)) {
                sum += monthly[i];
            }
        }
        return sum;
    }
}
