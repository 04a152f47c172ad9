package uk.homeward.foresight.engine;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.network.Network;
import uk.homeward.foresight.network.Standard;
import uk.homeward.foresight.network.Standard.Moment;
import uk.homeward.foresight.network.Standard.When;

/**
 * Which standards' clocks a moment starts, stops or makes count. Hooks are empty where nothing listens.
 */
final class Moments {

    static final int START = 0;
    static final int STOP = 1;
    static final int QUALIFY = 2;

    final int[][] opened;
    final int[][] ready;
    final int[][] started;
    final int[][] completed;
    final int[][] left;
    final int[][][] decided;
    final int[][] ended;
    final boolean[] conditional;

    Moments(Network network) {
        List<String> steps = network.steps().stream().map(s -> s.name()).toList();
        opened = hooks(
                network,
                When.OPENED,
                network.sources().stream().map(s -> s.name()).toList(),
                null);
        ready = hooks(network, When.READY, steps, null);
        started = hooks(network, When.STARTED, steps, null);
        completed = hooks(network, When.COMPLETED, steps, null);
        left = hooks(network, When.LEFT, steps, null);
        ended = hooks(
                network, When.ENDED, network.exits().stream().map(e -> e.name()).toList(), null);
        decided = network.decisions().stream()
                .map(d -> d.options().stream()
                        .map(o -> actions(network, When.DECIDED, d.name(), o.name()))
                        .toArray(int[][]::new))
                .toArray(int[][][]::new);
        conditional = new boolean[network.standards().size()];
        for (int i = 0; i < conditional.length; i++) {
            conditional[i] = !network.standards().get(i).onlyIf().isEmpty();
        }
    }

    private static int[][] hooks(Network network, When when, List<String> names, @Nullable String option) {
        return names.stream().map(n -> actions(network, when, n, option)).toArray(int[][]::new);
    }

    private static int[] actions(Network network, When when, String place, @Nullable String option) {
        int[] actions = new int[0];
        for (int i = 0; i < network.standards().size(); i++) {
            Standard standard = network.standards().get(i);
            // stop before start: a moment may end one wait and begin the next
            actions = with(actions, standard.to(), i << 2 | STOP, when, place, option);
            actions = with(actions, standard.from(), i << 2 | START, when, place, option);
            actions = with(actions, standard.onlyIf(), i << 2 | QUALIFY, when, place, option);
        }
        return actions;
    }

    private static int[] with(
            int[] actions, List<Moment> moments, int action, When when, String place, @Nullable String option) {
        boolean hit = moments.stream()
                .anyMatch(m -> m.when() == when
                        && (m.place() == null || m.place().equals(place))
                        && (m.option() == null || m.option().equals(option)));
        if (!hit) {
            return actions;
        }
        int[] more = Arrays.copyOf(actions, actions.length + 1);
        more[actions.length] = action;
        return more;
    }
}
