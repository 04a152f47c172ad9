package uk.homeward.server.planning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.calibration.Text;
import uk.homeward.journey.pathway.Decision;
import uk.homeward.journey.pathway.DecisionId;
import uk.homeward.journey.pathway.Lasting;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Pool;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.pathway.StepId;

/**
 * A scenario as the file that {@code homeward simulate} takes: the base, the changes, and the pathway itself written out
 * below, so that it can be played anywhere.
 */
final class ScenarioText {

    static final int WARM_UP_DAYS = 180;

    private final Pathway pathway;
    private final Base base;
    private final ScenarioLines start = new ScenarioLines();
    private final Map<LocalDate, ScenarioLines> later = new TreeMap<>();

    private ScenarioText(Pathway pathway, Base base) {
        this.pathway = pathway;
        this.base = base;
    }

    /** {@code source} is the text of the pathway's file. */
    static String of(String id, String title, List<Change> changes, Pathway pathway, Base base, String source) {
        return new ScenarioText(pathway, base).text(id, title, changes, source);
    }

    private String text(String id, String title, List<Change> changes, String source) {
        places(changes);
        base.perDay().forEach((route, rate) -> coming(start, route, rate));
        Map<DecisionId, Map<String, Double>> shares = new LinkedHashMap<>();
        changes.stream()
                .filter(change -> !(change instanceof Change.Places)) // pools have days of their own
                .sorted(Comparator.comparing(this::day))
                .forEach(change -> write(change, lines(day(change)), shares));
        return write(id, title, source);
    }

    /** The day from which it holds: the scenario's start, if it names none or one that is past. */
    private LocalDate day(Change change) {
        LocalDate from = change.from();
        LocalDate begins = base.day().minusDays(WARM_UP_DAYS);
        return from == null || !from.isAfter(base.day()) ? begins : from;
    }

    private ScenarioLines lines(LocalDate day) {
        return day.isAfter(base.day()) ? later.computeIfAbsent(day, d -> new ScenarioLines()) : start;
    }

    private void write(Change change, ScenarioLines lines, Map<DecisionId, Map<String, Double>> shares) {
        switch (change) {
            case Change.Places p -> {}
            case Change.Coming c -> coming(lines, c.route(), now(c.route()) * c.percent() / 100.0);
            case Change.Stay s ->
                lasting(lines, s.step(), "lasts", pathway.get(s.step()).lasts(), s.percent());
            case Change.Arranging a ->
                lasting(lines, a.step(), "begins-after", pathway.get(a.step()).beginsAfter(), a.percent());
            case Change.Share s -> {
                Map<String, Double> named = shares.computeIfAbsent(s.decision(), d -> new LinkedHashMap<>());
                named.put(s.option().value(), s.percent() / 100);
                shares(lines, pathway.get(s.decision()), named);
            }
            case Change.Within w -> lines.set("standards", w.standard().value(), "within", number(w.hours()) + " h");
        }
    }

    private void places(List<Change> changes) {
        Map<PoolId, List<Change.Places>> places = new LinkedHashMap<>();
        base.places()
                .forEach((pool, count) ->
                        places.computeIfAbsent(pool, p -> new ArrayList<>()).add(new Change.Places(pool, count, null)));
        for (Change change : changes) {
            if (change instanceof Change.Places p) {
                places.computeIfAbsent(p.pool(), x -> new ArrayList<>()).add(p);
            }
        }
        places.forEach(this::places);
    }

    private void coming(ScenarioLines lines, RouteId route, double perDay) {
        if (pathway.get(route).arrivals() != null) {
            lines.set("routes", route.value(), "arrivals", "{per-day: " + number(perDay) + "}");
        }
    }

    private double now(RouteId route) {
        var arrivals = pathway.get(route).arrivals();
        return base.perDay().getOrDefault(route, arrivals == null ? 0 : arrivals.perDay());
    }

    /** In service now, or by the plan from the start; all later changes, those of the pathway among them, by day. */
    private void places(PoolId id, List<Change.Places> planned) {
        Pool pool = pathway.get(id);
        Map<String, Integer> dated = new TreeMap<>();
        int start = (int) Math.round(pool.capacity());
        pool.changes().stream()
                .filter(c -> c.from().isAfter(base.day()))
                .forEach(c -> dated.put(c.from().toString(), (int) Math.round(c.capacity())));
        for (Change.Places p : planned) {
            if (p.from() == null || !p.from().isAfter(base.day())) {
                start = p.places();
            } else {
                dated.put(p.from().toString(), p.places());
            }
        }
        this.start.set("pools", id.value(), "capacity", Integer.toString(start));
        this.start.set("pools", id.value(), "out-of-service", "0");
        this.start.set("pools", id.value(), "by-hour", "[]");
        this.start.set("pools", id.value(), "by-weekday", "[]");
        List<String> changes = new ArrayList<>();
        dated.forEach((day, count) -> changes.add("{from: " + day + ", capacity: " + count + "}"));
        this.start.set("pools", id.value(), "changes", "[" + String.join(", ", changes) + "]");
    }

    private void lasting(ScenarioLines lines, StepId step, String key, @Nullable Lasting now, int percent) {
        if (now != null) {
            lines.set("steps", step.value(), key, Text.of(Stretch.of(now, percent / 100.0)));
        }
    }

    /** The named options get their shares, the others share the rest in their proportions; all add up to 1. */
    private void shares(ScenarioLines into, Decision decision, Map<String, Double> named) {
        double sum = named.values().stream().mapToDouble(v -> v).sum();
        double scale = sum > 1 ? 1 / sum : 1;
        double others = decision.options().stream()
                .filter(o -> !named.containsKey(o.id().value()))
                .mapToDouble(Decision.Option::share)
                .sum();
        double rest = others == 0 ? 0 : Math.max(0, 1 - sum) / others;
        if (others == 0) {
            scale = 1 / sum;
        }
        List<Double> shares = new ArrayList<>();
        for (Decision.Option option : decision.options()) {
            Double own = named.get(option.id().value());
            shares.add(own == null ? option.share() * rest : own * scale);
        }
        List<Double> whole = Text.toOne(shares);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < whole.size(); i++) {
            lines.add(decision.options().get(i).id() + ": {share: " + number(whole.get(i)) + "}");
        }
        into.set("decisions", decision.id().value(), "options", "{" + String.join(", ", lines) + "}");
    }

    private String write(String id, String title, String source) {
        StringBuilder out = new StringBuilder();
        out.append("# Made on Homeward's pages. Play it with: homeward simulate FILE.yaml --replications 20\n");
        out.append("# 'change' holds the place as it was on ")
                .append(base.day())
                .append(", and what the plan changes.\n");
        out.append("scenario: ").append(id).append('\n');
        out.append("title: ").append(quoted(title)).append('\n');
        out.append("start: ").append(base.day().minusDays(WARM_UP_DAYS)).append('\n');
        out.append("warm-up: ").append(WARM_UP_DAYS).append(" d\nlasts: 1 year\nperiods: month\nchange:\n");
        start.write(out, "  ");
        if (!later.isEmpty()) {
            out.append("later:\n");
            later.forEach((day, lines) -> {
                out.append("  - from: ").append(day).append("\n    change:\n");
                lines.write(out, "      ");
            });
        }
        out.append("pathway:\n");
        source.lines()
                .forEach(line -> out.append(line.isBlank() ? "" : "  " + line).append('\n'));
        return out.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String number(double value) {
        return value == 0
                ? "0"
                : String.format(
                        Locale.ROOT,
                        "%s",
                        BigDecimal.valueOf(value)
                                .round(new MathContext(5))
                                .stripTrailingZeros()
                                .toPlainString());
    }
}
