package uk.homeward.server.planning;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import uk.homeward.foresight.benefits.BenefitCase;
import uk.homeward.foresight.benefits.BenefitForecast;
import uk.homeward.foresight.benefits.BenefitPlan;
import uk.homeward.foresight.benefits.Body;
import uk.homeward.foresight.benefits.FinancialYear;
import uk.homeward.foresight.benefits.View;
import uk.homeward.foresight.benefits.Workstream;

/** Benefits as their page shows them; amounts in millions of pounds at the prices of the plan. */
public final class BenefitView {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yy", Locale.UK);

    private final BenefitInputs inputs;
    private final BenefitForecast chosen;

    BenefitView(BenefitInputs inputs) {
        this.inputs = inputs;
        this.chosen = inputs.forecast(inputs.benefitCaseChosen());
    }

    /** A row of amounts, one for each financial year, and what it is once all has settled. */
    public record Row(String title, List<String> years, String settled) {
        public Row {
            years = List.copyOf(years);
        }
    }

    public List<String> years() {
        return chosen.years().stream().map(FinancialYear::toString).toList();
    }

    /** Who gains: cash of each body and of the system. */
    public List<Row> bodies() {
        return inputs.plan().bodiesAndSystem().stream()
                .map(body -> row(body.title(), chosen, body, View.CASH))
                .toList();
    }

    /** The system's cash at target, midpoint and stretch, and what the programme view would say. */
    public List<Row> cases() {
        List<Row> rows = new ArrayList<>();
        for (BenefitCase far : List.of(BenefitCase.TARGET, BenefitCase.MIDPOINT, BenefitCase.STRETCH)) {
            String name = far.name().charAt(0) + far.name().substring(1).toLowerCase(Locale.ROOT);
            rows.add(row(name + ", cash", inputs.forecast(far), BenefitPlan.SYSTEM, View.CASH));
            rows.add(row(name + ", programme benefit", inputs.forecast(far), BenefitPlan.SYSTEM, View.PROGRAMME));
        }
        return rows;
    }

    private static Row row(String title, BenefitForecast forecast, Body body, View view) {
        return new Row(
                title,
                forecast.years().stream()
                        .map(y -> millions(forecast.inYear(body.id(), view, y)))
                        .toList(),
                millions(forecast.settled(body.id())));
    }

    public List<Row> workstreams() {
        List<Row> rows = new ArrayList<>();
        for (Workstream stream : inputs.plan().workstreams()) {
            double[] cash = chosen.monthly(stream, View.CASH);
            rows.add(new Row(
                    stream.title(),
                    chosen.years().stream()
                            .map(y -> millions(chosen.sumIn(cash, y)))
                            .toList(),
                    millions(chosen.settled(stream))));
        }
        return rows;
    }

    private static String millions(double pounds) {
        return String.format(Locale.UK, "%.1f", pounds / 1e6);
    }

    public String headline() {
        List<FinancialYear> years = chosen.years();
        double last = chosen.inYear(BenefitPlan.SYSTEM.id(), View.CASH, years.getLast());
        return String.format(
                Locale.UK,
                "Starting in %s, £%.1f million of cash in %s (%s); £%.1f million a year once all has settled.",
                inputs.begins().format(MONTH),
                last / 1e6,
                years.getLast(),
                inputs.benefitCaseWord(),
                chosen.settled(BenefitPlan.SYSTEM.id()) / 1e6);
    }

    /** What one month later costs until the end of the years that are shown, at the planned pace or half of it. */
    public String delay() {
        YearMonth end = chosen.months().getLast();
        double now = Arrays.stream(chosen.monthly(BenefitPlan.SYSTEM.id(), View.CASH))
                .sum();
        double later = now - last(chosen);
        return String.format(
                Locale.UK,
                "A month of delay costs £%.1f million of cash by %s.",
                (now - later) / 1e6,
                end.format(MONTH));
    }

    /** All months move by one, so what the last month would have brought is lost within the years that are shown. */
    private static double last(BenefitForecast forecast) {
        double[] monthly = forecast.monthly(BenefitPlan.SYSTEM.id(), View.CASH);
        return monthly[monthly.length - 1];
    }

    /** Cash and programme benefit, month by month, target to stretch. */
    public String months() {
        double[][] cash = new double[3][];
        BenefitCase[] cases = {BenefitCase.TARGET, BenefitCase.MIDPOINT, BenefitCase.STRETCH};
        for (int i = 0; i < 3; i++) {
            cash[i] = thousands(inputs.forecast(cases[i]).monthly(BenefitPlan.SYSTEM.id(), View.CASH));
        }
        double[] programme =
                thousands(inputs.forecast(BenefitCase.MIDPOINT).monthly(BenefitPlan.SYSTEM.id(), View.PROGRAMME));
        int n = programme.length;
        double[] xs = new double[n];
        Arrays.setAll(xs, i -> i);
        double most = Math.max(
                Arrays.stream(cash[2]).max().orElse(1),
                Arrays.stream(programme).max().orElse(1));
        Svg svg = new Svg(760, 280, 0, n - 1, 0, 1.05 * most);
        svg.scale();
        for (int i = 0; i < n; i += Math.max(6, n / 8)) {
            svg.below(i, inputs.begins().plusMonths(i).format(MONTH));
        }
        svg.band(xs, cash[0], cash[2], "#9cc3ea");
        svg.line(xs, cash[1], "#005eb8", 2.5, "");
        svg.line(xs, programme, "#8a4b00", 2, "8 4");
        return svg.done(
                "months",
                "Benefit by month, thousand pounds",
                "Blue line: cash at the midpoint; band: cash from target to stretch. Dashed: programme benefit at the midpoint.");
    }

    private static double[] thousands(double[] pounds) {
        return Arrays.stream(pounds).map(p -> p / 1e3).toArray();
    }

    String csv() {
        StringBuilder csv = new StringBuilder("month,body,cash_target,cash_midpoint,cash_stretch,programme_midpoint\n");
        BenefitForecast target = inputs.forecast(BenefitCase.TARGET);
        BenefitForecast middle = inputs.forecast(BenefitCase.MIDPOINT);
        BenefitForecast stretch = inputs.forecast(BenefitCase.STRETCH);
        for (Body body : inputs.plan().bodiesAndSystem()) {
            double[] low = target.monthly(body.id(), View.CASH);
            double[] mid = middle.monthly(body.id(), View.CASH);
            double[] high = stretch.monthly(body.id(), View.CASH);
            double[] programme = middle.monthly(body.id(), View.PROGRAMME);
            for (int i = 0; i < low.length; i++) {
                csv.append(String.format(
                        Locale.ROOT,
                        "%s,%s,%.0f,%.0f,%.0f,%.0f%n",
                        inputs.begins().plusMonths(i),
                        body.id(),
                        low[i],
                        mid[i],
                        high[i],
                        programme[i]));
            }
        }
        return csv.toString();
    }
}
