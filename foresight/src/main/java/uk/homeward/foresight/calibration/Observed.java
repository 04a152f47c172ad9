package uk.homeward.foresight.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.homeward.journey.pathway.DecisionId;
import uk.homeward.journey.pathway.ExitId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.pathway.StepId;

/** What was seen within a window, sorted by what it teaches. */
final class Observed {

    final Map<StepId, List<Stay>> stays = new LinkedHashMap<>();
    final Map<DecisionId, List<Chosen>> choices = new LinkedHashMap<>();
    final Map<DecisionId, List<Double>> decidedAfter = new LinkedHashMap<>(); // hours from ready to decided
    final Map<RouteId, List<Came>> came = new LinkedHashMap<>();
    final Map<RouteId, List<Stay>> acceptance = new LinkedHashMap<>();
    final Map<RouteId, int[]> declined = new LinkedHashMap<>(); // declined, answered
    final Map<ExitId, List<Stay>> away = new LinkedHashMap<>(); // ended: came back
    long journeys;
    long events;

    static <K, V> List<V> of(Map<K, List<V>> map, K key) {
        return map.getOrDefault(key, List.of());
    }

    static <K, V> void add(Map<K, List<V>> map, K key, V value) {
        map.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
    }
}
