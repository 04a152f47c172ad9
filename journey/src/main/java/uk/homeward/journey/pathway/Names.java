package uk.homeward.journey.pathway;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import uk.homeward.journey.source.Yaml;

/** The steps, decisions and exits of one file, by name: a name must be unique among them and the routes. */
record Names(Set<String> steps, Set<String> decisions, Set<String> exits) {

    private static final Target NOWHERE = new Target.ToExit(ExitId.of("unnamed"));

    /** A fault for each name that two of the sections share, routes included. */
    void check(Yaml yaml) {
        Set<String> seen = new HashSet<>();
        for (String section : new String[] {"routes", "steps", "decisions", "exits"}) {
            yaml.optional(section).entries().forEach((name, at) -> {
                if (!seen.add(name)) {
                    at.fault("the name (" + name + ") is used twice", "give the " + section + " another name");
                }
            });
        }
    }

    /** Reads a target by its name. */
    Target target(Yaml at) {
        String name = at.text();
        if (steps.contains(name)) {
            return new Target.ToStep(StepId.of(name));
        }
        if (decisions.contains(name)) {
            return new Target.ToDecision(DecisionId.of(name));
        }
        if (exits.contains(name)) {
            return new Target.ToExit(ExitId.of(name));
        }
        if (!name.isEmpty()) {
            Set<String> all = new TreeSet<>(steps);
            all.addAll(decisions);
            all.addAll(exits);
            at.fault("there is no step, decision or exit (" + name + ")", "one of " + all);
        }
        return NOWHERE;
    }
}
