package uk.homeward.foresight.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.homeward.foresight.network.Network;
import uk.homeward.foresight.network.Option;
import uk.homeward.foresight.network.Step;

/** Refuses ways that lead back to themselves without time passing: a run would never get beyond them. */
final class TimelessCycles {

    private final Map<String, List<String>> ways = new HashMap<>();
    private final Set<String> done = new HashSet<>();
    private final List<String> path = new ArrayList<>();

    private TimelessCycles(Network network) {
        for (Step step : network.steps()) {
            List<String> at = new ArrayList<>();
            if (step.duration().mean() == 0) {
                at.add(step.next());
            }
            String overflow = step.overflow();
            if (overflow != null) {
                at.add(overflow);
            }
            ways.put(step.name(), at);
        }
        network.decisions()
                .forEach(d ->
                        ways.put(d.name(), d.options().stream().map(Option::to).toList()));
    }

    static void refuse(Network network) {
        TimelessCycles cycles = new TimelessCycles(network);
        List.copyOf(cycles.ways.keySet()).forEach(cycles::visit);
    }

    private void visit(String place) {
        if (path.contains(place)) {
            throw new IllegalArgumentException("people can go round for ever without time passing ("
                    + String.join(" -> ", path.subList(path.indexOf(place), path.size())) + " -> " + place
                    + "). Maybe: give one of these steps a duration");
        }
        if (!done.contains(place)) {
            path.add(place);
            ways.getOrDefault(place, List.of()).forEach(this::visit);
            path.remove(path.size() - 1);
            done.add(place);
        }
    }
}
