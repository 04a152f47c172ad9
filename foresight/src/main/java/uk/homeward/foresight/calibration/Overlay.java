package uk.homeward.foresight.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import uk.homeward.journey.pathway.Decision;
import uk.homeward.journey.pathway.Exit;
import uk.homeward.journey.pathway.Lasting;
import uk.homeward.journey.pathway.Route;
import uk.homeward.journey.pathway.Shift;
import uk.homeward.journey.pathway.Step;

/** Writes what was learned as a scenario over the pathway, which the simulator plays. */
public final class Overlay {

    private final Calibration learned;
    private final StringBuilder out = new StringBuilder();

    private Overlay(Calibration learned) {
        this.learned = learned;
    }

    /**
     * The text of a scenario file.
     *
     * @param pathway the pathway's file as seen from where the scenario will lie
     * @param warmUpDays played before it counts; the scenario starts at the calibration's epoch
     */
    public static String of(Calibration learned, String pathway, int warmUpDays) {
        return new Overlay(learned).text(pathway, warmUpDays);
    }

    private String text(String pathway, int warmUpDays) {
        Window w = learned.window();
        line(
                0,
                "# Learned from %,d journeys, %s to %s. Read the report beside it before you trust it.",
                learned.journeys(),
                w.from(),
                w.to().minusDays(1));
        line(0, "# Rates of arrival are those of the start; what is not named here stays as the pathway has it.");
        line(0, "scenario: learned-%s", w.to());
        line(0, "title: As the place's own events say, %s to %s", w.from(), w.to().minusDays(1));
        line(0, "pathway: %s", Text.quoted(pathway));
        line(0, "start: %s", learned.epoch());
        line(0, "warm-up: %d d", warmUpDays);
        line(0, "lasts: 1 year");
        line(0, "periods: month");
        line(0, "change:");
        section("routes", routes());
        section("steps", steps());
        section("decisions", decisions());
        section("exits", exits());
        return out.toString();
    }

    private void line(int indent, String format, Object... values) {
        out.append("  ".repeat(indent))
                .append(String.format(Locale.ROOT, format, values))
                .append('\n');
    }

    private void section(String name, List<String> lines) {
        if (!lines.isEmpty()) {
            line(1, "%s:", name);
            lines.forEach(l -> out.append("    ").append(l).append('\n'));
        }
    }

    private List<String> steps() {
        List<String> lines = new ArrayList<>();
        for (LearnedDuration d : learned.steps()) {
            Lasting lasting = d.learned();
            if (lasting != null) {
                Step step = learned.pathway().get(uk.homeward.journey.pathway.StepId.of(d.name()));
                lines.add(d.name() + ":");
                lines.add("  lasts: " + Text.of(lasting) + " # " + d.ended() + " of " + d.stays() + " seen to end");
                if (!step.lastsShifts().isEmpty()) {
                    lines.add("  shifts: " + shifts(step.lastsShifts(), d.effects()));
                }
            }
        }
        return lines;
    }

    private static String shifts(List<Shift> shifts, List<LearnedEffect> effects) {
        return "["
                + String.join(
                        ", ",
                        Effects.learned(shifts, effects).stream().map(Text::of).toList())
                + "]";
    }

    private List<String> routes() {
        List<String> lines = new ArrayList<>();
        for (LearnedArrivals a : learned.arrivals()) {
            List<String> inner = new ArrayList<>();
            learned.acceptance().stream()
                    .filter(d -> d.name().equals(a.route().value()) && d.isLearned())
                    .forEach(d ->
                            inner.add("  accepted-after: " + Text.of(java.util.Objects.requireNonNull(d.learned()))));
            learned.declined().stream()
                    .filter(d -> d.route().equals(a.route().value()) && d.why().isEmpty())
                    .forEach(d ->
                            inner.add("  declined: " + Text.number(d.share().value())));
            if (a.isLearned()) {
                arrivals(a, inner);
            }
            if (!inner.isEmpty()) {
                lines.add(a.route() + ":");
                lines.addAll(inner);
            }
        }
        return lines;
    }

    private void arrivals(LearnedArrivals a, List<String> lines) {
        lines.add("  arrivals:");
        lines.add("    per-day: " + Text.number(a.perDay().value()) + " # "
                + Text.number(a.perDay().low()) + " to "
                + Text.number(a.perDay().high()) + ", " + a.people() + " people");
        weights("by-hour", a.byHour(), lines);
        weights("by-weekday", a.byWeekday(), lines);
        weights("by-month", a.byMonth(), lines);
        if (!Double.isNaN(a.growthPerYear().value())) {
            lines.add("    growth-per-year: " + Text.number(a.growthPerYear().value()));
        }
        Route route = learned.pathway().get(a.route());
        Map<String, Double> sources = values(a.sources());
        if (route.arrivals() != null) {
            route.arrivals().sources().keySet().forEach(k -> sources.putIfAbsent(k, 0.0));
        }
        lines.add("    sources: " + shares(sources));
        List<String> mixes = new ArrayList<>();
        learned.pathway().attributes().forEach((name, known) -> {
            Map<String, Double> shares = values(a.attributes().getOrDefault(name, Map.of()));
            shares.keySet().retainAll(known);
            if (!shares.isEmpty()) {
                known.forEach(v -> shares.putIfAbsent(v, 0.0));
                mixes.add("      " + name + ": " + shares(shares));
            }
        });
        if (!mixes.isEmpty()) {
            lines.add("    attributes:");
            lines.addAll(mixes);
        }
    }

    private static void weights(String name, List<Double> weights, List<String> lines) {
        if (!weights.isEmpty()) {
            lines.add("    " + name + ": ["
                    + String.join(
                            ", ",
                            weights.stream()
                                    .map(w -> String.format(Locale.ROOT, "%.3f", w))
                                    .toList())
                    + "]");
        }
    }

    private static Map<String, Double> values(Map<String, Between> shares) {
        Map<String, Double> values = new TreeMap<>();
        shares.forEach((name, share) -> values.put(name, share.value()));
        return values;
    }

    private static String shares(Map<String, Double> shares) {
        List<String> names = List.copyOf(shares.keySet());
        List<Double> whole = Text.toOne(List.copyOf(shares.values()));
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            pairs.add(Text.key(names.get(i)) + ": " + Text.number(whole.get(i)));
        }
        return "{" + String.join(", ", pairs) + "}";
    }

    private List<String> decisions() {
        List<String> lines = new ArrayList<>();
        for (LearnedDecision d : learned.decisions()) {
            if (d.isLearned()) {
                Decision decision = learned.pathway().get(d.decision());
                List<Double> shares = Text.toOne(
                        d.options().stream().map(o -> o.share().value()).toList());
                lines.add(d.decision() + ": # decided " + d.made() + " times");
                lines.add("  options:");
                for (int o = 0; o < shares.size(); o++) {
                    lines.add(option(decision.options().get(o), d.options().get(o), shares.get(o)));
                }
            }
        }
        return lines;
    }

    private static String option(Decision.Option option, LearnedDecision.LearnedOption learned, double share) {
        String shifts = option.shifts().isEmpty() ? "" : ", shifts: " + shifts(option.shifts(), learned.effects());
        return "    " + option.id() + ": {share: " + Text.number(share) + shifts + "}";
    }

    private List<String> exits() {
        List<String> lines = new ArrayList<>();
        for (LearnedReturn r : learned.returns()) {
            Exit.Returns returns = learned.pathway().get(r.exit()).returns();
            if (r.isLearned() && returns != null) {
                lines.add(r.exit() + ": {returns: {share: "
                        + Text.number(r.share().value()) + "}} # " + r.back() + " of " + r.left());
            }
        }
        return lines;
    }
}
