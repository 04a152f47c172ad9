package uk.homeward.journey.pathway;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import uk.homeward.journey.source.Yaml;

/** Checks what no single entry can tell: shares that do not add up, steps nobody reaches, cycles without time. */
final class PathwayCheck {

    private static final double TOLERANCE = 1e-6;

    private final Pathway pathway;
    private final Yaml yaml;

    PathwayCheck(Pathway pathway, Yaml yaml) {
        this.pathway = pathway;
        this.yaml = yaml;
    }

    void check() {
        if (pathway.routes().isEmpty()) {
            yaml.fault("the pathway has no route", "add 'routes:' with at least one way in");
        }
        if (pathway.exits().isEmpty()) {
            yaml.fault("the pathway has no exit", "add 'exits:' with at least one way out");
        }
        pathway.decisions().values().forEach(this::decision);
        reached();
        pathway.decisions().keySet().forEach(this::cycle);
        pathway.standards().values().forEach(this::options);
    }

    private void decision(Decision decision) {
        Yaml at = yaml.get("decisions").get(decision.id().value());
        if (decision.options().isEmpty()) {
            at.fault("the decision (" + decision.id() + ") has no options", "add at least one");
            return;
        }
        double sum =
                decision.options().stream().mapToDouble(Decision.Option::share).sum();
        if (Math.abs(sum - 1) > TOLERANCE) {
            at.get("options")
                    .fault(
                            "the shares of (" + decision.id() + ") add up to " + Math.round(sum * 1e6) / 1e6
                                    + ", not 1",
                            "mend the share of one option");
        }
    }

    private void reached() {
        Set<String> seen = new HashSet<>();
        Deque<Target> open = new ArrayDeque<>();
        pathway.routes().values().forEach(route -> open.add(route.to()));
        while (!open.isEmpty()) {
            Target target = open.pop();
            if (seen.add(target.name())) {
                next(target, open);
            }
        }
        report("steps", seen);
        report("decisions", seen);
    }

    private void next(Target target, Deque<Target> open) {
        switch (target) {
            case Target.ToStep(StepId id) ->
                pathway.find(id).ifPresent(step -> {
                    open.add(step.then());
                    if (step.queue().overflow() != null) {
                        open.add(step.queue().overflow());
                    }
                    if (step.queue().reneges() != null) {
                        open.add(step.queue().reneges());
                    }
                });
            case Target.ToDecision(DecisionId id) -> {
                Decision decision = pathway.decisions().get(id);
                if (decision != null) {
                    decision.options().forEach(option -> open.add(option.to()));
                }
            }
            case Target.ToExit exit -> {}
        }
    }

    private void report(String section, Set<String> seen) {
        yaml.optional(section).entries().forEach((name, at) -> {
            if (!seen.contains(name)) {
                at.fault("nobody can reach (" + name + ")", "lead an option or a step there, or take it out");
            }
        });
    }

    /** A way from a decision back to itself that passes no step would go round for ever without time passing. */
    private void cycle(DecisionId start) {
        Set<DecisionId> seen = new HashSet<>();
        Deque<DecisionId> open = new ArrayDeque<>();
        open.add(start);
        while (!open.isEmpty()) {
            Decision decision = pathway.decisions().get(open.pop());
            if (decision == null) {
                continue;
            }
            for (Decision.Option option : decision.options()) {
                if (option.to() instanceof Target.ToDecision(DecisionId next)) {
                    if (next.equals(start)) {
                        yaml.get("decisions")
                                .get(start.value())
                                .fault(
                                        "the decision (" + start + ") leads back to itself without a step between",
                                        "put a step with a duration into the cycle");
                        return;
                    }
                    if (seen.add(next)) {
                        open.add(next);
                    }
                }
            }
        }
    }

    private void options(Standard standard) {
        Yaml at = yaml.get("standards").get(standard.id().value());
        option(at, "from", standard.from());
        option(at, "to", standard.to());
        if (standard.onlyIf() != null) {
            option(at, "only-if", standard.onlyIf());
        }
    }

    private void option(Yaml at, String key, Moment moment) {
        if (moment.option() == null || moment.subject() == null) {
            return;
        }
        Decision decision = pathway.decisions().values().stream()
                .filter(d -> d.id().value().equals(moment.subject())) // which may be no id at all
                .findFirst()
                .orElse(null);
        if (decision != null
                && decision.options().stream().noneMatch(o -> o.id().value().equals(moment.option()))) {
            at.get(key)
                    .fault(
                            "the decision (" + decision.id() + ") has no option (" + moment.option() + ")",
                            "one of "
                                    + decision.options().stream()
                                            .map(Decision.Option::id)
                                            .toList());
        }
    }
}
