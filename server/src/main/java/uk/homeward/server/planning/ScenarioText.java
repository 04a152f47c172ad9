package uk.homeward.server.planning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import uk.homeward.foresight.calibration.Text;
import uk.homeward.journey.pathway.Decision;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Pool;
import uk.homeward.journey.pathway.PoolId;

/**
 * A scenario as the file that {@code homeward simulate} takes: the base, the changes, and the pathway itself written out
 * below, so that it can be played anywhere.
 */
final class ScenarioText {

    static final int WARM_UP_DAYS = 180;

    private final Pathway pathway;
    private final Base base;
    private final Map<String, Map<String, List<String>>> sections = new LinkedHashMap<>();

    private ScenarioText(Pathway pathway, Base base) {
        this.pathway = pathway;
        this.base = base;
        for (String section : List.of("routes", "pools", "steps", "decisions")) {
            sections.put(section, new TreeMap<>());
        }
    }

    /** {@code source} is the text of the pathway's file. */
    static String of(String id, String title, List<Change> changes, Pathway pathway, Base base, String source) {
        return new ScenarioText(pathway, base).text(id, title, changes, source);
    }

    private String text(String id, String title, List<Change> changes, String source) {
        Map<PoolId, List<Change.Places>> places = new LinkedHashMap<>();
        base.places()
                .forEach((pool, count) ->
                        places.computeIfAbsent(pool, p -> new ArrayList<>()).add(new Change.Places(pool, count, null)));
        Map<uk.homeward.journey.pathway.RouteId, Double> perDay = new LinkedHashMap<>(base.perDay());
        Map<Decision, Map<String, Double>> shares = new LinkedHashMap<>();
        for (Change change : changes) {
            switch (change) {
                case Change.Places p ->
                    places.computeIfAbsent(p.pool(), x -> new ArrayList<>()).add(p);
                case Change.Coming c -> perDay.put(c.route(), now(c.route()) * c.percent() / 100.0);
                case Change.Stay s -> stay(s);
                case Change.Share s ->
                    shares.computeIfAbsent(pathway.get(s.decision()), d -> new LinkedHashMap<>())
                            .put(s.option().value(), s.percent() / 100);
            }
        }
        places.forEach(this::places);
        perDay.forEach((route, rate) -> {
            if (pathway.get(route).arrivals() != null) {
                put("routes", route.value(), "arrivals: {per-day: " + number(rate) + "}");
            }
        });
        shares.forEach(this::shares);
        return write(id, title, source);
    }

    private double now(uk.homeward.journey.pathway.RouteId route) {
        var arrivals = pathway.get(route).arrivals();
        return base.perDay().getOrDefault(route, arrivals == null ? 0 : arrivals.perDay());
    }

    private void put(String section, String name, String line) {
        sections.getOrDefault(section, Map.of())
                .computeIfAbsent(name, n -> new ArrayList<>())
                .add(line);
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
        put("pools", id.value(), "capacity: " + start);
        put("pools", id.value(), "out-of-service: 0");
        put("pools", id.value(), "by-hour: []");
        put("pools", id.value(), "by-weekday: []");
        List<String> changes = new ArrayList<>();
        dated.forEach((day, count) -> changes.add("{from: " + day + ", capacity: " + count + "}"));
        put("pools", id.value(), "changes: [" + String.join(", ", changes) + "]");
    }

    private void stay(Change.Stay stay) {
        var lasts = pathway.get(stay.step()).lasts();
        if (lasts != null) {
            put("steps", stay.step().value(), "lasts: " + Text.of(Stretch.of(lasts, stay.percent() / 100.0)));
        }
    }

    /** The named options get their shares, the others share the rest in their proportions; all add up to 1. */
    private void shares(Decision decision, Map<String, Double> named) {
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
        put("decisions", decision.id().value(), "options: {" + String.join(", ", lines) + "}");
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
        sections.forEach((section, things) -> {
            if (!things.isEmpty()) {
                out.append("  ").append(section).append(":\n");
                things.forEach((name, lines) -> {
                    out.append("    ").append(name).append(":\n");
                    lines.forEach(line -> out.append("      ").append(line).append('\n'));
                });
            }
        });
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
