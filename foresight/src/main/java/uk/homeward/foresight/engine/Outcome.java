package uk.homeward.foresight.engine;

import java.util.List;

/** What one replication counted after its warm-up. */
final class Outcome {

    final Compiled net;
    final Layout at;
    final Tally tally;
    final List<Periods.Period> periods;
    final Horizon horizon;
    final long events;

    Outcome(Compiled net, Layout at, Tally tally, List<Periods.Period> periods, Horizon horizon, long events) {
        this.net = net;
        this.at = at;
        this.tally = tally;
        this.periods = List.copyOf(periods);
        this.horizon = horizon;
        this.events = events;
    }

    /** How long the statistics cover, in milliseconds. */
    long covered() {
        return horizon.end() - horizon.warmUp();
    }
}
