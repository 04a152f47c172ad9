package uk.homeward.server.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.homeward.foresight.demand.DemandForecast;
import uk.homeward.foresight.demand.DemandForecast.Bar;
import uk.homeward.foresight.demand.DemandForecast.Spread;
import uk.homeward.foresight.demand.DemandYear;

/** Demand as its page shows it. */
public final class DemandView {

    private static final int WIDE = 760;

    private final DemandForecast forecast;
    private final List<DemandYear> middle;
    private final List<Spread> beds;
    private final List<Spread> admissions;
    private final List<Spread> bedDays;

    DemandView(DemandForecast forecast) {
        this.forecast = forecast;
        this.middle = forecast.middle();
        this.beds = forecast.spread(DemandYear::beds);
        this.admissions = forecast.spread(DemandYear::admissions);
        this.bedDays = forecast.spread(DemandYear::bedDays);
    }

    /** One year: the middle, and the central 80% of the runs. */
    public record Year(int year, String people, String admissions, String bedDays, String beds) {}

    /** Beds once an assumption is made, and what it adds. */
    public record Step(String title, String beds, String adds) {}

    public String headline() {
        DemandYear first = middle.getFirst();
        DemandYear last = middle.getLast();
        Spread spread = beds.getLast();
        return String.format(
                Locale.UK,
                "In %d about %,.0f beds will be needed (80%% between %,.0f and %,.0f), where %,.0f were in %d.",
                last.year(),
                last.beds(),
                spread.tenth(),
                spread.ninetieth(),
                first.beds(),
                first.year());
    }

    public List<Year> years() {
        List<Year> years = new ArrayList<>();
        for (int i = 0; i < middle.size(); i++) {
            DemandYear m = middle.get(i);
            years.add(new Year(
                    m.year(),
                    String.format(Locale.UK, "%,.0f", m.people()),
                    range(m.admissions(), admissions.get(i)),
                    range(m.bedDays(), bedDays.get(i)),
                    range(m.beds(), beds.get(i))));
        }
        return years;
    }

    private static String range(double middle, Spread spread) {
        return String.format(Locale.UK, "%,.0f (%,.0f to %,.0f)", middle, spread.tenth(), spread.ninetieth());
    }

    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        double before = Double.NaN;
        for (DemandForecast.Step s : forecast.steps()) {
            String adds = Double.isNaN(before) ? "" : String.format(Locale.UK, "%+,.0f", s.beds() - before);
            steps.add(new Step(s.title(), String.format(Locale.UK, "%,.0f", s.beds()), adds));
            before = s.beds();
        }
        return steps;
    }

    /** Beds by year: the middle, and the central 80%. */
    public String fan() {
        int n = middle.size();
        double[] xs = new double[n];
        double[] ys = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 0; i < n; i++) {
            xs[i] = middle.get(i).year();
            ys[i] = middle.get(i).beds();
            low[i] = beds.get(i).tenth();
            high[i] = beds.get(i).ninetieth();
            least = Math.min(least, low[i]);
            most = Math.max(most, high[i]);
        }
        Svg svg = new Svg(WIDE, 280, xs[0], xs[n - 1], Math.max(0, least - 0.2 * (most - least)), most + 1);
        svg.scale();
        for (int i = 0; i < n; i += Math.max(1, n / 8)) {
            svg.below(xs[i], Integer.toString(middle.get(i).year()));
        }
        svg.band(xs, low, high, "#9cc3ea");
        svg.line(xs, ys, "#005eb8", 2.5, "");
        return svg.done("beds", "Beds by year", "Line: the middle of all beliefs. Band: four fifths of 256 runs.");
    }

    public List<Bar> tornado() {
        return forecast.tornado();
    }

    /** One bar for each belief: beds in the last year with it at its ends and all others at their middle. */
    public String tornadoPicture() {
        List<Bar> bars = forecast.tornado();
        if (bars.isEmpty()) {
            return "";
        }
        double least = bars.stream()
                .mapToDouble(b -> Math.min(b.bedsAtLow(), b.bedsAtHigh()))
                .min()
                .orElse(0);
        double most = bars.stream()
                .mapToDouble(b -> Math.max(b.bedsAtLow(), b.bedsAtHigh()))
                .max()
                .orElse(1);
        double from = least - 0.02 * (most - least);
        int high = 44 * bars.size() + 40;
        Svg svg = new Svg(WIDE, high, from, most, 0, 1);
        svg.upright(middle.getLast().beds(), "#212b32");
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double a = svg.x(Math.min(bar.bedsAtLow(), bar.bedsAtHigh()));
            double b = svg.x(Math.max(bar.bedsAtLow(), bar.bedsAtHigh()));
            svg.text(46, 44 * i + 22, bar.title(), "start");
            svg.add(
                    "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"16\" fill=\"#7fb2e5\" stroke=\"#005eb8\"/>",
                    a, 44 * i + 27, Math.max(1, b - a));
        }
        svg.below(least, String.format(Locale.UK, "%,.0f", least));
        svg.below(most - 0.04 * (most - least), String.format(Locale.UK, "%,.0f beds", most));
        return svg.done(
                "tornado",
                "What matters most for beds in " + middle.getLast().year(),
                "Each bar: beds with this belief at its tenth and ninetieth percentile, all others at their middle.");
    }

    String csv() {
        StringBuilder csv = new StringBuilder(
                "year,people,admissions,admissions_low,admissions_high,bed_days,bed_days_low,bed_days_high,beds,beds_low,beds_high\n");
        for (int i = 0; i < middle.size(); i++) {
            DemandYear m = middle.get(i);
            csv.append(String.format(
                    Locale.ROOT,
                    "%d,%.0f,%.0f,%.0f,%.0f,%.0f,%.0f,%.0f,%.1f,%.1f,%.1f%n",
                    m.year(),
                    m.people(),
                    m.admissions(),
                    admissions.get(i).tenth(),
                    admissions.get(i).ninetieth(),
                    m.bedDays(),
                    bedDays.get(i).tenth(),
                    bedDays.get(i).ninetieth(),
                    m.beds(),
                    beds.get(i).tenth(),
                    beds.get(i).ninetieth()));
        }
        csv.append("\nbelief,low,high,beds_at_low,beds_at_high\n");
        tornado()
                .forEach(b -> csv.append(String.format(
                        Locale.ROOT,
                        "\"%s\",%f,%f,%.1f,%.1f%n",
                        b.title(),
                        b.low(),
                        b.high(),
                        b.bedsAtLow(),
                        b.bedsAtHigh())));
        return csv.toString();
    }
}
