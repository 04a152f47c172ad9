package uk.homeward.foresight.engine;

import java.util.List;
import java.util.TreeSet;
import uk.homeward.foresight.network.Step;
import uk.homeward.foresight.network.Trait;

/** Priorities as dense classes, so that each waiting line is one list for each class. */
final class Ranking {

    final int ranks;
    final int[] rank;
    final int[][] rankBy;
    final int[] shift;
    final int[] mask;

    Ranking(List<Step> steps, TraitPacking packing) {
        TreeSet<Integer> priorities = new TreeSet<>();
        for (Step step : steps) {
            String by = step.priorityBy();
            if (by == null) {
                priorities.add(step.priority());
            } else {
                for (int v = 0; v < trait(packing, by).values().size(); v++) {
                    priorities.add(v);
                }
            }
        }
        List<Integer> dense = List.copyOf(priorities);
        int n = steps.size();
        ranks = Math.max(1, dense.size());
        rank = new int[n];
        rankBy = new int[n][0];
        shift = new int[n];
        mask = new int[n];
        for (int i = 0; i < n; i++) {
            String by = steps.get(i).priorityBy();
            if (by == null) {
                rank[i] = dense.indexOf(steps.get(i).priority());
            } else {
                shift[i] = packing.shift(by);
                mask[i] = packing.mask(by);
                rankBy[i] = trait(packing, by).values().stream()
                        .mapToInt(v -> dense.indexOf(trait(packing, by).values().indexOf(v)))
                        .toArray();
            }
        }
    }

    private static Trait trait(TraitPacking packing, String name) {
        return packing.traits().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no trait (" + name + ") to order by. Maybe: declare it"));
    }
}
