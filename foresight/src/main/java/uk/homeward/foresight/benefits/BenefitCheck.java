package uk.homeward.foresight.benefits;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds a plan against printed tables. */
public final class BenefitCheck {

    private static final int YEARS = 12;
    private static final double MILLION = 1e6;

    private final BenefitPlan plan;
    private final Map<String, BenefitForecast> forecasts = new HashMap<>();

    private BenefitCheck(BenefitPlan plan) {
        this.plan = plan;
    }

    /** One agreement for each figure, in the same order; the planned start month is used. */
    public static List<Agreement> of(BenefitPlan plan, List<PrintedFigure> figures) {
        BenefitCheck check = new BenefitCheck(plan);
        return figures.stream().map(check::agreement).toList();
    }

    private Agreement agreement(PrintedFigure figure) {
        double first = value(figure, figure.year());
        FinancialYear last = new FinancialYear(FinancialYear.of(plan.start()).starts() + YEARS - 1);
        return new Agreement(figure, first, figure.andOn() ? value(figure, last) : first);
    }

    private double value(PrintedFigure figure, FinancialYear year) {
        BenefitForecast forecast = forecast(figure.far(), figure.halfPace());
        String body = figure.body();
        return switch (figure.kind()) {
            case CASH -> forecast.inYear(body, View.CASH, year) / MILLION;
            case PROGRAMME -> forecast.inYear(body, View.PROGRAMME, year) / MILLION;
            case SHARE -> 100 * forecast.share(body, year);
            case FULL_YEAR -> forecast.settled(body) / MILLION;
            case LOSS_AT_HALF_PACE -> loss(figure, year);
            case LOSS_AT_HALF_PACE_SO_FAR ->
                forecast.years().stream()
                        .filter(before -> before.compareTo(year) <= 0)
                        .mapToDouble(before -> loss(figure, before))
                        .sum();
        };
    }

    private double loss(PrintedFigure figure, FinancialYear year) {
        double planned = forecast(figure.far(), false).inYear(figure.body(), View.CASH, year);
        return (planned - forecast(figure.far(), true).inYear(figure.body(), View.CASH, year)) / MILLION;
    }

    private BenefitForecast forecast(BenefitCase far, boolean half) {
        Pace pace = half ? Pace.HALF : Pace.AS_PLANNED;
        return forecasts.computeIfAbsent(far + " " + half, key -> plan.forecast(far, pace, YEARS));
    }
}
