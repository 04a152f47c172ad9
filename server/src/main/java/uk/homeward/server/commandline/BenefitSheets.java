package uk.homeward.server.commandline;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.homeward.foresight.benefits.Agreement;
import uk.homeward.foresight.benefits.BenefitForecast;
import uk.homeward.foresight.benefits.BenefitPlan;
import uk.homeward.foresight.benefits.Body;
import uk.homeward.foresight.benefits.Delay;
import uk.homeward.foresight.benefits.FinancialYear;
import uk.homeward.foresight.benefits.Outcome;
import uk.homeward.foresight.benefits.PrintedFigure;
import uk.homeward.foresight.benefits.View;
import uk.homeward.foresight.benefits.Workstream;

/** The sheets in which a forecast of benefits is told. */
final class BenefitSheets {

    private static final double MILLION = 1e6;
    private static final String SYSTEM = BenefitPlan.SYSTEM.id();

    private final BenefitForecast forecast;
    private final List<FinancialYear> years;

    BenefitSheets(BenefitForecast forecast) {
        this.forecast = forecast;
        this.years = forecast.years();
    }

    List<Sheet> yearly() {
        List<Sheet> sheets = new ArrayList<>(List.of(
                money(View.CASH, "Cash, GBP million"),
                money(View.PROGRAMME, "Programme benefit, GBP million (not for accounts)"),
                workstreams(),
                shares(),
                outcomes()));
        if (!forecast.plan().investments().isEmpty()) {
            sheets.add(invested());
        }
        return sheets;
    }

    Sheet monthly() {
        List<Body> bodies = forecast.plan().bodiesAndSystem();
        List<String> headings = new ArrayList<>(List.of("month"));
        bodies.forEach(body -> headings.addAll(List.of(body.id() + " programme", body.id() + " cash")));
        headings.add("invested");
        List<double[]> columns = new ArrayList<>();
        bodies.forEach(body -> {
            columns.add(forecast.monthly(body.id(), View.PROGRAMME));
            columns.add(forecast.monthly(body.id(), View.CASH));
        });
        columns.add(forecast.invested());
        List<List<Object>> rows = new ArrayList<>();
        List<YearMonth> months = forecast.months();
        for (int i = 0; i < months.size(); i++) {
            int month = i;
            rows.add(Stream.concat(
                            Stream.<Object>of(months.get(i).toString()),
                            columns.stream().<Object>map(column -> column[month]))
                    .toList());
        }
        return new Sheet("monthly", "Pounds in each month", headings, rows);
    }

    List<String> notes(YearMonth begins, boolean half) {
        List<String> notes = new ArrayList<>();
        notes.add(forecast.plan().title() + ", " + word(forecast.benefitCase()) + ", start " + begins
                + (half ? ", half as far and half as fast" : "") + ".");
        List<FinancialYear> firstTwo = years.subList(0, Math.min(2, years.size()));
        double late = Delay.perMonth(forecast.plan(), forecast.benefitCase(), View.PROGRAMME, firstTwo);
        double lateCash = Delay.perMonth(forecast.plan(), forecast.benefitCase(), View.CASH, firstTwo);
        notes.add(String.format(
                Locale.ROOT,
                "As planned, each month of delay costs GBP %.1f million of programme benefit and GBP %.1f million of cash in %s.",
                late / MILLION,
                lateCash / MILLION,
                firstTwo.stream()
                        .map(FinancialYear::toString)
                        .reduce((a, b) -> a + " and " + b)
                        .orElse("")));
        forecast.repaidIn().ifPresent(month -> notes.add("The investment is repaid by cash in " + month + "."));
        if (!forecast.plan().confidence().isEmpty()) {
            notes.add("Confidence: " + forecast.plan().confidence());
        }
        return notes;
    }

    static Sheet check(List<Agreement> all) {
        List<List<Object>> rows = all.stream().map(BenefitSheets::agreement).toList();
        List<String> headings =
                List.of("kind", "body", "case", "pace", "when", "printed", "model", "settled", "agrees", "source");
        return new Sheet("check", "The plan against printed figures, GBP million or per cent", headings, rows);
    }

    private static List<Object> agreement(Agreement one) {
        PrintedFigure printed = one.printed();
        String range = printed.low() == printed.high()
                ? plain(printed.low(), printed.decimals())
                : plain(printed.low(), printed.decimals()) + " to " + plain(printed.high(), printed.decimals());
        return List.of(
                word(printed.kind()),
                printed.body(),
                word(printed.far()),
                printed.halfPace() ? "half" : "planned",
                printed.when(),
                range,
                one.model(),
                one.settled(),
                one.agrees() ? "yes" : "NO",
                printed.source());
    }

    private Sheet money(View view, String title) {
        Sheet sheet = new Sheet(word(view), title, headings("body", "full year"), List.of());
        for (Body body : forecast.plan().bodiesAndSystem()) {
            sheet = sheet.with(row(
                    body.title(),
                    years.stream().map(year -> forecast.inYear(body.id(), view, year) / MILLION),
                    forecast.settled(body.id()) / MILLION));
        }
        return sheet;
    }

    private Sheet workstreams() {
        Sheet sheet = new Sheet(
                "workstreams", "Cash by workstream, GBP million", headings("workstream", "full year"), List.of());
        for (Workstream stream : forecast.plan().workstreams()) {
            double[] cash = forecast.monthly(stream, View.CASH);
            sheet = sheet.with(row(
                    stream.title(),
                    years.stream().map(year -> forecast.sumIn(cash, year) / MILLION),
                    forecast.settled(stream) / MILLION));
        }
        return sheet;
    }

    private Sheet shares() {
        Sheet sheet = new Sheet(
                "shares",
                "Improvement in the year, per cent of the full-year effect",
                headings("body", "full year"),
                List.of());
        for (Body body : forecast.plan().bodiesAndSystem()) {
            sheet = sheet.with(row(
                    body.title(), years.stream().map(year -> 100 * forecast.share(body.id(), year)), 100.0));
        }
        return sheet;
    }

    private Sheet outcomes() {
        Sheet sheet = new Sheet("outcomes", "Outcomes, number in the year", headings("outcome", "unit"), List.of());
        for (Workstream stream : forecast.plan().workstreams()) {
            for (Outcome outcome : stream.outcomes()) {
                double[] monthly = forecast.outcome(stream, outcome);
                sheet = sheet.with(row(
                        outcome.title(), years.stream().map(year -> forecast.sumIn(monthly, year)), outcome.unit()));
            }
        }
        return sheet;
    }

    private Sheet invested() {
        double[] invested = forecast.invested();
        double[] cash = forecast.monthly(SYSTEM, View.CASH);
        Sheet sheet = new Sheet(
                "investment", "Investment and cash of the system, GBP million", headings("line", "sum"), List.of());
        List<Double> spent = years.stream()
                .map(year -> forecast.sumIn(invested, year) / MILLION)
                .toList();
        List<Double> net = years.stream()
                .map(year -> (forecast.sumIn(cash, year) - forecast.sumIn(invested, year)) / MILLION)
                .toList();
        sheet = sheet.with(row("invested", spent.stream(), sum(spent)));
        sheet = sheet.with(row("cash less investment", net.stream(), sum(net)));
        return sheet;
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    private List<String> headings(String first, String last) {
        return Stream.concat(
                        Stream.concat(Stream.of(first), years.stream().map(FinancialYear::toString)), Stream.of(last))
                .toList();
    }

    private static List<Object> row(String name, Stream<Double> values, Object last) {
        return Stream.concat(Stream.concat(Stream.<Object>of(name), values), Stream.of(last))
                .toList();
    }

    private static String plain(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
