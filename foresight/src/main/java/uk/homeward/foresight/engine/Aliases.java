package uk.homeward.foresight.engine;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where two levels can never differ, one is kept: the places in use of a pool that one step alone takes, one each, and
 * never keeps beyond its end, are the people in that step; likewise its queue.
 */
final class Aliases {

    private final Compiled net;

    Aliases(Compiled net) {
        this.net = net;
    }

    /** The step whose people are exactly the places in use; -1 if there is none. */
    int onlyUser(int pool) {
        int step = onlyStep(pool);
        if (step < 0) {
            return -1;
        }
        Needs needs = net.needs;
        int[] grants = needs.lineGrants[needs.lineOf[step]];
        boolean one = grants.length == 1 && needs.amount(grants[0], pool) == 1 && net.plans[step].direct;
        return one && !blocks(step) ? step : -1;
    }

    /** The step whose queue is exactly the queue of the pool; -1 if there is none. */
    int onlyWaiter(int pool) {
        int step = onlyStep(pool);
        return step >= 0 && net.plans[step].direct ? step : -1;
    }

    private int onlyStep(int pool) {
        int[] users = IntStream.range(0, net.steps)
                .filter(s ->
                        Arrays.stream(net.needs.poolsOf[net.needs.lineOf[s]]).anyMatch(p -> p == pool))
                .toArray();
        return users.length == 1 ? users[0] : -1;
    }

    private boolean blocks(int step) {
        if (!net.plans[step].keepsPlace) {
            return false;
        }
        Set<Integer> seen = new HashSet<>();
        Hazards risks = net.plans[step].staying;
        boolean cut = risks != null && Arrays.stream(risks.to).anyMatch(to -> leadsToStep(to, seen));
        return cut || leadsToStep(net.plans[step].next, seen);
    }

    private boolean leadsToStep(int place, Set<Integer> seen) {
        if (place < net.steps) {
            return true;
        }
        return place < net.steps + net.decisions
                && seen.add(place)
                && Arrays.stream(net.choices[place - net.steps].to).anyMatch(to -> leadsToStep(to, seen));
    }
}
