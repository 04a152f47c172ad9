package uk.homeward.foresight.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.homeward.foresight.engine.Simulation;
import uk.homeward.journey.pathway.Decision;
import uk.homeward.journey.pathway.Lasting;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.pathway.Target;
import uk.homeward.journey.source.Yaml;

/** What a pathway may leave open when it runs care, but not when it is played; each fault is told where it stands. */
final class PlayableCheck {

    private final Scenario scenario;
    private final Pathway pathway;
    private final Yaml yaml;

    PlayableCheck(Scenario scenario, Yaml yaml) {
        this.scenario = scenario;
        this.pathway = scenario.pathway();
        this.yaml = yaml;
    }

    void check() {
        pathway.steps().values().forEach(this::duration);
        pathway.pools().values().forEach(this::capacity);
        if (pathway.routes().values().stream().noneMatch(route -> route.arrivals() != null)) {
            yaml.optional("routes").fault("nobody arrives by any route", "add 'arrivals: {per-day: ...}' to one");
        }
        if (scenario.hours() <= 0) {
            yaml.fault("the run lasts (" + scenario.hours() + ") hours", "write 'lasts: 1 year' or shorter");
        }
        pathway.steps().values().forEach(this::timelessRing);
        if (yaml.faults().isEmpty()) {
            engineAgrees();
        }
    }

    private Yaml at(String section, String name) {
        return yaml.optional(section).optional(name);
    }

    private void duration(Step step) {
        if (step.lasts() == null) {
            at("steps", step.id().value())
                    .fault("step (" + step.id() + ") has no duration", "add 'lasts: ...', such as 'lasts: 2 h'");
        }
        step.lastsShifts().stream()
                .filter(s -> s.perDayDelayed() == 0)
                .forEach(s -> at("steps", step.id().value())
                        .fault("a factor per day cannot be 0", "write a number above 0, such as 0.97"));
    }

    private void capacity(uk.homeward.journey.pathway.Pool pool) {
        Yaml at = at("pools", pool.id().value());
        boolean used =
                pathway.steps().values().stream().anyMatch(s -> s.occupies().containsKey(pool.id()));
        LocalDate end = scenario.start()
                .plusSeconds((long) ((scenario.warmUpHours() + scenario.hours()) * 3600))
                .toLocalDate();
        boolean ever = pool.capacity() > 0
                || pool.changes().stream()
                        .anyMatch(c -> c.capacity() > 0 && !c.from().isAfter(end));
        if (used && !ever) {
            at.fault(
                    "the pool (" + pool.id() + ") has no capacity (" + pool.capacity() + ") at any time of the run",
                    "raise it, or date a change before " + end);
        }
        var last = pool.changes().isEmpty() ? null : pool.changes().getLast();
        if (used && last != null && last.capacity() == 0 && last.from().isBefore(end)) {
            at.optional("changes")
                    .fault(
                            "the capacity of (" + pool.id() + ") ends on (" + last.from() + "), before the run does on "
                                    + end,
                            "give its steps another pool, or end the run earlier");
        }
    }

    /** Steps that last no time and lead back to themselves. */
    private void timelessRing(Step start) {
        Set<String> seen = new HashSet<>();
        List<Target> open = new ArrayList<>(timeless(start));
        while (!open.isEmpty()) {
            Target target = open.removeLast();
            if (target.name().equals(start.id().value())) {
                at("steps", start.id().value())
                        .fault(
                                "people can go round from (" + start.id() + ") to itself without time passing",
                                "give a step of the ring a duration");
                return;
            }
            if (seen.add(target.name())) {
                open.addAll(onwards(target));
            }
        }
    }

    private List<Target> onwards(Target target) {
        return switch (target) {
            case Target.ToStep(var id) -> timeless(pathway.get(id));
            case Target.ToDecision(var id) ->
                pathway.get(id).options().stream().map(Decision.Option::to).toList();
            case Target.ToExit exit -> List.of();
        };
    }

    private static List<Target> timeless(Step step) {
        List<Target> to = new ArrayList<>();
        Lasting lasts = step.lasts();
        if (lasts != null && lasts.mean().isZero()) {
            to.add(step.then());
        }
        Target overflow = step.queue().overflow();
        if (overflow != null) {
            to.add(overflow);
        }
        return to;
    }

    private void engineAgrees() {
        try {
            Simulation.of(
                    new PathwayCompiler(pathway, ScenarioRun.span(scenario)).compile(), ScenarioRun.later(scenario));
        } catch (IllegalArgumentException e) {
            String[] parts = String.valueOf(e.getMessage()).split("\\. Maybe: ", 2);
            yaml.fault(parts[0], parts.length > 1 ? parts[1] : "compare with docs/pathway-language.md");
        }
    }
}
