package uk.homeward.foresight.pathway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.homeward.foresight.network.Arrivals;
import uk.homeward.foresight.network.Decision;
import uk.homeward.foresight.network.Effect;
import uk.homeward.foresight.network.Exit;
import uk.homeward.foresight.network.Network;
import uk.homeward.foresight.network.Option;
import uk.homeward.foresight.network.Risk;
import uk.homeward.foresight.network.Source;
import uk.homeward.foresight.network.Step;
import uk.homeward.foresight.network.Trait;
import uk.homeward.foresight.network.Use;
import uk.homeward.foresight.network.WorkingHours;
import uk.homeward.journey.pathway.Lasting;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.Route;
import uk.homeward.journey.pathway.Shift;
import uk.homeward.journey.pathway.Target;

/** Turns a pathway into the network that the engine plays; no step, share or promise is added or left out. */
final class PathwayCompiler {

    private final Pathway pathway;
    private final Span span;
    private final Map<PoolId, Integer> parts = new HashMap<>();

    PathwayCompiler(Pathway pathway, Span span) {
        this.pathway = pathway;
        this.span = span;
        pathway.pools().keySet().forEach(pool -> parts.put(pool, Capacities.parts(amounts(pool))));
    }

    private List<Double> amounts(PoolId pool) {
        return pathway.steps().values().stream()
                .filter(step -> step.occupies().containsKey(pool))
                .map(step -> step.occupies().getOrDefault(pool, 1.0))
                .toList();
    }

    /** How many parts of each pool's place the network counts as one. */
    Map<PoolId, Integer> parts() {
        return Map.copyOf(parts);
    }

    Network compile() {
        return new Network(
                pathway.pools().values().stream()
                        .map(pool -> Capacities.of(pool, parts.getOrDefault(pool.id(), 1), span))
                        .toList(),
                pathway.attributes().entrySet().stream()
                        .map(e -> trait(e.getKey(), e.getValue()))
                        .toList(),
                steps(),
                decisions(),
                exits(),
                pathway.routes().values().stream().map(this::source).toList(),
                List.of(),
                new Promises(pathway).all());
    }

    /** Over all routes, by their arrivals; even where no route says more. */
    private Trait trait(String name, List<String> values) {
        double[] weights = new double[values.size()];
        for (Route route : pathway.routes().values()) {
            Route.Arrivals arrivals = route.arrivals();
            if (arrivals != null) {
                List<Double> shares = shares(arrivals, name, values);
                for (int i = 0; i < weights.length; i++) {
                    weights[i] += (arrivals.perDay() + 1e-9) * shares.get(i);
                }
            }
        }
        double sum = java.util.Arrays.stream(weights).sum();
        List<Trait.Value> list = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            list.add(new Trait.Value(values.get(i), sum == 0 ? 1.0 / weights.length : weights[i] / sum));
        }
        return new Trait(name, list);
    }

    private static List<Double> shares(Route.Arrivals arrivals, String name, List<String> values) {
        Map<String, Double> given = arrivals.attributes().getOrDefault(name, Map.of());
        return values.stream()
                .map(v -> given.isEmpty() ? 1.0 / values.size() : given.getOrDefault(v, 0.0))
                .toList();
    }

    private Source source(Route route) {
        Route.Arrivals arrivals = route.arrivals();
        String first = Acceptance.first(route);
        if (arrivals == null) {
            return Source.of(route.id().value(), Arrivals.Poisson.of(0), first);
        }
        Map<String, List<Double>> mix = new HashMap<>();
        pathway.attributes().forEach((name, values) -> mix.put(name, shares(arrivals, name, values)));
        return new Source(route.id().value(), Patterns.of(arrivals, span), first, mix);
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (Route route : pathway.routes().values()) {
            if (route.acceptance()) {
                steps.add(Acceptance.stepOf(route).build());
            }
        }
        pathway.steps().values().forEach(step -> steps.add(step(step)));
        return steps;
    }

    private Step step(uk.homeward.journey.pathway.Step step) {
        Lasting lasts = step.lasts();
        if (lasts == null) {
            throw new IllegalArgumentException(
                    "step (" + step.id() + ") has no duration. Maybe: add 'lasts: ...' to foresee it");
        }
        Step.Builder built = Step.named(step.id().value())
                .lasting(Durations.of(lasts))
                .keepsPlace(step.keepsPlace())
                .then(step.then().name());
        step.lastsShifts().forEach(shift -> built.effect(effect(shift)));
        if (!step.occupies().isEmpty()) {
            built.occupying(uses(step));
        }
        Lasting beginsAfter = step.beginsAfter();
        if (beginsAfter != null) {
            built.transfer(Durations.of(beginsAfter), Double.POSITIVE_INFINITY);
        }
        WorkingHours hours = Promises.hours(step.hours());
        if (hours != null) {
            built.starts(hours);
        }
        queue(step.queue(), built);
        return built.build();
    }

    private List<Use> uses(uk.homeward.journey.pathway.Step step) {
        return step.occupies().entrySet().stream()
                .map(e -> new Use(e.getKey().value(), (int)
                        Math.max(1, Math.rint(e.getValue() * parts.getOrDefault(e.getKey(), 1)))))
                .sorted(java.util.Comparator.comparing(Use::pool))
                .toList();
    }

    private static void queue(uk.homeward.journey.pathway.Step.Queue queue, Step.Builder built) {
        String priorityBy = queue.priorityBy();
        if (priorityBy != null) {
            built.priorityBy(priorityBy);
        }
        Target overflow = queue.overflow();
        if (queue.capacity() >= 0 && overflow != null) {
            built.queueLimit(queue.capacity(), overflow.name());
        }
        Lasting patience = queue.patience();
        Target reneges = queue.reneges();
        if (patience != null && reneges != null) {
            built.whileWaiting(new Risk(Durations.of(patience), reneges.name()));
        }
    }

    private static Effect effect(Shift shift) {
        return new Effect(shift.when(), shift.times(), shift.perDayDelayed());
    }

    private List<Decision> decisions() {
        List<Decision> decisions = new ArrayList<>();
        for (Route route : pathway.routes().values()) {
            if (route.acceptance()) {
                decisions.add(Acceptance.decisionOf(route));
            }
        }
        pathway.decisions()
                .values()
                .forEach(decision -> decisions.add(new Decision(
                        decision.id().value(),
                        decision.options().stream()
                                .map(option -> new Option(
                                        option.id().value(),
                                        option.to().name(),
                                        option.share(),
                                        option.shifts().stream()
                                                .map(PathwayCompiler::effect)
                                                .toList()))
                                .toList())));
        return decisions;
    }

    private List<Exit> exits() {
        List<Exit> exits = new ArrayList<>();
        for (var exit : pathway.exits().values()) {
            var returns = exit.returns();
            exits.add(new Exit(
                    exit.id().value(),
                    returns == null
                            ? null
                            : new Exit.Returning(
                                    returns.share(),
                                    Durations.of(returns.after()),
                                    returns.by().value())));
        }
        if (pathway.routes().values().stream().anyMatch(Route::acceptance)) {
            exits.add(new Exit(Acceptance.DECLINED, null));
        }
        return exits;
    }
}
