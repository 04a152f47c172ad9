package uk.homeward.journey.pathway;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.homeward.journey.Id;
import uk.homeward.journey.source.Faults;
import uk.homeward.journey.source.Yaml;

/**
 * A pathway: how people may travel from the first concern to home. Written once; it runs care, measures it and foresees
 * it. Everything keeps the order of the file.
 *
 * @param version rises with each change; journeys say which version they were opened under
 * @param attributes the attributes of people that shares and durations may depend on, with their values in order
 */
public record Pathway(
        PathwayId id,
        String title,
        int version,
        List<String> sources,
        Map<String, List<String>> attributes,
        Map<RouteId, Route> routes,
        Map<StepId, Step> steps,
        Map<DecisionId, Decision> decisions,
        Map<ExitId, Exit> exits,
        Map<PoolId, Pool> pools,
        Map<StandardId, Standard> standards,
        Map<FollowUpId, FollowUp> followUps) {

    public Pathway {
        sources = List.copyOf(sources);
        attributes = ordered(attributes);
        routes = ordered(routes);
        steps = ordered(steps);
        decisions = ordered(decisions);
        exits = ordered(exits);
        pools = ordered(pools);
        standards = ordered(standards);
        followUps = ordered(followUps);
    }

    /** Reads and checks a file; throws {@link uk.homeward.journey.source.FaultyDefinition} with every fault. */
    public static Pathway load(Path file) {
        Faults faults = new Faults();
        return load(Yaml.read(file, faults), faults);
    }

    /** Reads and checks text; {@code file} is the name that faults carry. */
    public static Pathway parse(String file, String text) {
        Faults faults = new Faults();
        return load(Yaml.parse(file, text, faults), faults);
    }

    /** Reads and checks a definition that was read or put together elsewhere, such as a pathway under a scenario. */
    public static Pathway of(Yaml yaml) {
        return load(yaml, yaml.faults());
    }

    private static Pathway load(Yaml yaml, Faults faults) {
        faults.throwIfAny();
        Pathway pathway = new PathwayReader(yaml).read();
        faults.throwIfAny();
        return pathway;
    }

    public Route get(RouteId route) {
        return present("route", routes, route);
    }

    public Step get(StepId step) {
        return present("step", steps, step);
    }

    public Decision get(DecisionId decision) {
        return present("decision", decisions, decision);
    }

    public Exit get(ExitId exit) {
        return present("exit", exits, exit);
    }

    public Pool get(PoolId pool) {
        return present("pool", pools, pool);
    }

    public Standard get(StandardId standard) {
        return present("standard", standards, standard);
    }

    public FollowUp get(FollowUpId followUp) {
        return present("follow-up", followUps, followUp);
    }

    public Optional<Step> find(StepId step) {
        return Optional.ofNullable(steps.get(step));
    }

    /** The title that pages show for a target. */
    public String titleOf(Target target) {
        return switch (target) {
            case Target.ToStep(StepId step) -> get(step).title();
            case Target.ToDecision(DecisionId decision) -> get(decision).title();
            case Target.ToExit(ExitId exit) -> get(exit).title();
        };
    }

    private <K extends Id, V> V present(String kind, Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException(
                    "pathway (" + id + ") has no " + kind + " (" + key.value() + "). Maybe: one of " + map.keySet());
        }
        return value;
    }

    private static <K, V> Map<K, V> ordered(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
