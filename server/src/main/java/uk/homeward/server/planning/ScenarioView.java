package uk.homeward.server.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import uk.homeward.foresight.engine.Estimate;
import uk.homeward.foresight.engine.Findings;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Pool;
import uk.homeward.journey.pathway.StandardId;

/** A scenario that was played, as its page shows it. */
public final class ScenarioView {

    private static final int CHARTS = 4;

    private final Pathway pathway;
    private final SavedScenario saved;
    private final LocalDate day;

    ScenarioView(Pathway pathway, SavedScenario saved, LocalDate day) {
        this.pathway = pathway;
        this.saved = saved;
        this.day = day;
    }

    /** A pool, a step's wait or a promise: as it is, and as it would be; each with its interval. */
    public record Row(String what, String asIs, String then, boolean sure) {}

    /** A chart and what it shows. */
    public record Picture(String title, String svg) {}

    public SavedScenario saved() {
        return saved;
    }

    public List<String> changes() {
        return saved.changes().stream()
                .map(code -> Change.read(code, pathway).map(c -> c.words(pathway)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Findings then() {
        return java.util.Objects.requireNonNull(saved.result());
    }

    private Findings asIs() {
        return java.util.Objects.requireNonNull(saved.asIs());
    }

    public List<Consequence> consequences() {
        return Consequences.of(pathway, asIs(), then());
    }

    public List<Row> pools() {
        List<Row> rows = new ArrayList<>();
        for (Pool pool : pathway.pools().values()) {
            var before = asIs().pool(pool.id().value());
            var after = then().pool(pool.id().value());
            rows.add(row(pool.title() + ", taken", before.occupancy(), after.occupancy(), false));
            rows.add(row(pool.title() + ", people who wait", before.queue(), after.queue(), false));
            rows.add(row(
                    pool.title() + ", kept by people who wait for something else",
                    before.blocked(),
                    after.blocked(),
                    false));
        }
        return rows;
    }

    public List<Row> waits() {
        return pathway.steps().values().stream()
                .filter(s -> !s.occupies().isEmpty())
                .map(s -> row(
                        s.title(),
                        asIs().step(s.id().value()).waitHours(),
                        then().step(s.id().value()).waitHours(),
                        false))
                .toList();
    }

    public List<Row> promises() {
        return then().standards().stream()
                .map(s -> row(
                        pathway.get(StandardId.of(s.name())).title(),
                        asIs().standard(s.name()).met(),
                        s.met(),
                        true))
                .toList();
    }

    public List<Row> exits() {
        return pathway.exits().values().stream()
                .map(e -> row(
                        e.title(),
                        asIs().exit(e.id().value()).perDay(),
                        then().exit(e.id().value()).perDay(),
                        false))
                .toList();
    }

    private static Row row(String what, Estimate before, Estimate after, boolean share) {
        return new Row(what, text(before, share), text(after, share), Consequences.differ(before, after, 1e-9));
    }

    /** {@code 12.3 (11.8 to 12.9)}. */
    static String text(Estimate e, boolean share) {
        if (Double.isNaN(e.mean())) {
            return "–";
        }
        if (e.high() < 0.005) {
            return share ? "0%" : "0";
        }
        double times = share ? 100 : 1;
        String format = share ? "%.1f%%" : Math.abs(e.mean()) < 10 ? "%.2f" : "%,.1f";
        String mean = String.format(Locale.ROOT, format, times * e.mean());
        return Double.isNaN(e.low())
                ? mean
                : mean + " (" + String.format(Locale.ROOT, format, times * e.low()) + " to "
                        + String.format(Locale.ROOT, format, times * e.high()) + ")";
    }

    /** What people spend in a year on places in use. */
    public Row cost() {
        Estimate before = Consequences.cost(pathway, asIs());
        Estimate after = Consequences.cost(pathway, then());
        return new Row(
                "Places in use, million pounds a year",
                millions(before),
                millions(after),
                Consequences.differ(before, after, 1e-9));
    }

    private static String millions(Estimate e) {
        return String.format(Locale.UK, "%.1f (%.1f to %.1f)", e.mean() / 1e6, e.low() / 1e6, e.high() / 1e6);
    }

    /** The months of what changes most: places of changed pools first, then of those whose queue changes. */
    public List<Picture> charts() {
        Set<Measure> measures = new LinkedHashSet<>();
        for (String code : saved.changes()) {
            if (Change.read(code, pathway).orElse(null) instanceof Change.Places p) {
                measures.add(new Measure.Taken(p.pool().value()));
            }
        }
        pathway.steps().values().stream()
                .filter(s -> !s.occupies().isEmpty()
                        && Consequences.differ(
                                asIs().step(s.id().value()).queue(),
                                then().step(s.id().value()).queue(),
                                0.2))
                .forEach(s -> measures.add(new Measure.Waiting(s.id().value())));
        if (measures.isEmpty()) {
            pathway.pools().keySet().stream().findFirst().ifPresent(p -> measures.add(new Measure.Taken(p.value())));
        }
        return measures.stream().limit(CHARTS).map(this::chart).toList();
    }

    private Picture chart(Measure measure) {
        return new Picture(
                measure.title(pathway),
                MonthChart.of(
                        "m-" + measure.code().replace(':', '-'),
                        measure.title(pathway) + ", month by month",
                        List.of(
                                MonthChart.series("As it is", measure, asIs(), day),
                                MonthChart.series(saved.title(), measure, then(), day)),
                        new TreeMap<>(),
                        measure.isShare()));
    }

    public String swatch(int number) {
        return MonthChart.swatch(number);
    }

    /** The tables as CSV. */
    String csv() {
        StringBuilder csv = new StringBuilder("kind,name,measure,as_is,as_is_low,as_is_high,scenario,low,high\n");
        for (var p : then().pools()) {
            var b = asIs().pool(p.name());
            line(csv, "pool", p.name(), "taken", b.occupancy(), p.occupancy());
            line(csv, "pool", p.name(), "waiting", b.queue(), p.queue());
            line(csv, "pool", p.name(), "kept", b.blocked(), p.blocked());
        }
        for (var s : then().steps()) {
            line(csv, "step", s.name(), "wait_hours", asIs().step(s.name()).waitHours(), s.waitHours());
            line(
                    csv,
                    "step",
                    s.name(),
                    "throughput_per_day",
                    asIs().step(s.name()).throughput(),
                    s.throughput());
        }
        for (var s : then().standards()) {
            line(csv, "standard", s.name(), "met", asIs().standard(s.name()).met(), s.met());
        }
        for (var e : then().exits()) {
            line(csv, "exit", e.name(), "per_day", asIs().exit(e.name()).perDay(), e.perDay());
        }
        return csv.toString();
    }

    private static void line(StringBuilder csv, String kind, String name, String measure, Estimate a, Estimate b) {
        csv.append(kind).append(',').append(name).append(',').append(measure);
        for (double value : new double[] {a.mean(), a.low(), a.high(), b.mean(), b.low(), b.high()}) {
            csv.append(',').append(Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.5f", value));
        }
        csv.append('\n');
    }
}
