package uk.homeward.foresight.engine;

/** Where each number of a {@link Tally} stands. */
final class Layout {

    final int steps;
    final int pools;
    final int exits;
    final int sources;
    final int standards;

    // levels
    final int present; // by step: people in it
    final int waiting; // by step: people who are ready for it and have not started
    final int blocked; // by step: people who have finished it and keep its place
    final int inUse; // by pool
    final int stuck; // by pool: places kept by people who wait for something else
    final int queue; // by pool: people in the waiting lines for it
    final int levels;
    final int[] useLevel; // by pool: the level that tells its use, which may be that of its only step
    final int[] queueLevel; // by pool: the level that tells its queue

    // counts
    final int arrived; // by source
    final int started; // by step
    final int completed; // by step
    final int lapsed; // by step: left the wait for another way
    final int cut; // by step: left the step early by a risk
    final int turnedAway; // by step: found the queue full
    final int waitSum; // by step, of those who started
    final int left; // by exit
    final int met; // by standard
    final int judged; // by standard
    final int clockSum; // by standard
    final int capacitySum; // by pool: places times milliseconds
    final int decided; // by option
    final int[] optionAt; // by decision
    final int counts;

    Layout(Compiled net) {
        steps = net.steps;
        pools = net.pools;
        exits = net.exits;
        sources = net.sources;
        standards = net.standards;

        present = 0;
        waiting = steps;
        blocked = 2 * steps;
        inUse = 3 * steps;
        stuck = inUse + pools;
        queue = stuck + pools;
        levels = queue + pools;
        useLevel = new int[pools];
        queueLevel = new int[pools];
        Aliases aliases = new Aliases(net);
        for (int p = 0; p < pools; p++) {
            int user = aliases.onlyUser(p);
            useLevel[p] = user < 0 ? inUse + p : present + user;
            int waiter = aliases.onlyWaiter(p);
            queueLevel[p] = waiter < 0 ? queue + p : waiting + waiter;
        }

        arrived = 0;
        started = sources;
        completed = started + steps;
        lapsed = completed + steps;
        cut = lapsed + steps;
        turnedAway = cut + steps;
        waitSum = turnedAway + steps;
        left = waitSum + steps;
        met = left + exits;
        judged = met + standards;
        clockSum = judged + standards;
        capacitySum = clockSum + standards;
        decided = capacitySum + pools;
        optionAt = new int[net.decisions];
        int options = 0;
        for (int d = 0; d < optionAt.length; d++) {
            optionAt[d] = decided + options;
            options += net.choices[d].to.length;
        }
        counts = decided + options;
    }
}
